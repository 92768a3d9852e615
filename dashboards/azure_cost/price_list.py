"""Price list: every price with its date and page, and a field to put another in its place."""

from __future__ import annotations

import streamlit as st

from dashboards.azure_cost.prices import PRICES, Price
from dashboards.azure_cost.viewers import edit, edits

WIDTHS = [1.1, 2, 1.2, 1.3, 1.1]


def price_list() -> None:
    """One line a price; a viewer's edits are theirs alone, and go back on demand."""
    st.caption(
        "List prices in US dollars, pay as you go, in a US region: yours depend on region, tier, "
        "reservations and contract. What you change is kept for you and nobody else."
    )
    for price in PRICES:
        _line(price)
    if st.button("Back to the listed prices", key="listed-prices", disabled=not edits()):
        edit({})
        for price in PRICES:
            st.session_state.pop(_key(price), None)
        st.rerun()


def _line(price: Price) -> None:
    service, meter, field, unit, page = st.columns(WIDTHS, vertical_alignment="center")
    service.markdown(price.service)
    meter.markdown(price.meter)
    field.number_input(
        price.meter,
        min_value=0.0,
        value=edits().get(price.key, price.usd),
        step=price.usd / 10 or 0.01,
        format="%.5g",
        key=_key(price),
        on_change=_changed,
        args=[price],
        label_visibility="collapsed",
    )
    unit.markdown(f"per {price.unit}")
    page.markdown(f"[{price.listed:%B %Y}]({price.source})")


def _changed(price: Price) -> None:
    own = edits()
    own[price.key] = float(st.session_state[_key(price)])
    if own[price.key] == price.usd:
        del own[price.key]
    edit(own)


def _key(price: Price) -> str:
    return f"price-{price.key}"
