"""Choice: the column that a viewer looks at, the same on all pages of lineage, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

CHOSEN = "lineage-column"
TRAIL = "lineage-trail"
FIRST = "vw_customer_360.loss_ratio"


def choose(column: str) -> None:
    """Look at another column from now on; the one before is on the way back."""
    before = st.session_state.get(CHOSEN)
    if before != column:
        st.session_state[CHOSEN] = column
        if before:
            st.session_state.setdefault(TRAIL, []).append(before)


def chosen(known: Sequence[str], *, first: str = FIRST) -> str:
    """The column looked at: the one chosen, or `first`, or whatever there is."""
    wanted = (str(st.session_state.get(CHOSEN)), first)
    return next((name for name in wanted if name in known), known[0])


def search(known: Sequence[str], *, key: str, label: str, first: str = FIRST) -> str:
    """A field to search any column in, and the way back; the column chosen."""
    st.session_state[key] = chosen(known, first=first)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            label,
            known,
            key=key,
            help="Type any part of a table's or a column's name",
            on_change=lambda: choose(st.session_state[key]),
        )
        trail = [name for name in st.session_state.get(TRAIL, []) if name in known]
        st.session_state[TRAIL] = trail
        if trail:
            st.button(
                f"Back to {trail[-1]}", key=f"{key}-back", icon=":material/undo:", on_click=_back
            )
    return chosen(known, first=first)


def pick_into(known: Sequence[str]) -> Callable[[str], None]:
    """What a picture calls when a column on it is clicked."""

    def pick(name: str) -> None:
        if name in known:
            choose(name)

    return pick


def _back() -> None:
    st.session_state[CHOSEN] = st.session_state[TRAIL].pop()
