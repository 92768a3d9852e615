from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Request
from generator.block import lines_of
from generator.request import LINES

AS_OF = date(2026, 3, 2)


@given(scale=st.floats(0.05, 500), entity=st.sampled_from(sorted(LINES)))
def test_the_blocks_of_a_file_add_up_to_its_lines(scale: float, entity: str) -> None:
    request = Request(as_of=AS_OF, scale=scale)
    sizes = [lines_of(request, entity, index) for index in range(request.blocks)]
    assert sum(sizes) == request.lines(entity) == round(LINES[entity] * scale)
    assert min(sizes) > 0
    assert max(sizes) <= 10 * LINES[entity]


def test_a_hundredfold_lake_comes_in_blocks_of_bounded_size() -> None:
    request = Request(as_of=AS_OF, scale=100)
    assert {lines_of(request, "claims", index) for index in range(request.blocks)} == {75_000}


@pytest.mark.parametrize("scale", [0, 0.01, 501, -1])
def test_a_scale_out_of_range_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match=r"scale must lie in 0\.05-500"):
        Request(as_of=AS_OF, scale=scale)


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="seed must not be negative: -1"):
        Request(as_of=AS_OF, seed=-1)
