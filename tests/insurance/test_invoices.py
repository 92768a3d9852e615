from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from insurance.diagnoses import DIAGNOSES
from insurance.invoices import CARE, itemise

if TYPE_CHECKING:
    from decimal import Decimal


def test_the_shares_of_every_kind_of_care_make_a_whole() -> None:
    assert {sum(share for _, share in lines) for lines in CARE.values()} == {100}


@given(
    code=st.sampled_from(sorted(DIAGNOSES)),
    amount=st.decimals(min_value=1, max_value=50_000, places=2),
)
def test_line_items_add_up_to_the_amount(code: str, amount: Decimal) -> None:
    items = itemise(code, amount)
    assert sum(item.amount for item in items) == amount
    assert all(item.amount > 0 and item.description for item in items)
