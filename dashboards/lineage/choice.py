"""Choice: the column that a viewer looks at on a page, found by a search, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

COLUMN = "column"
"""The choice of the page that follows a column; other pages lead to it."""


def choose(key: str, name: str) -> None:
    """Look at another column from now on; the one before is on the way back."""
    before = st.session_state.get(f"{key}-chosen")
    if before != name:
        st.session_state[f"{key}-chosen"] = name
        if before:
            st.session_state.setdefault(f"{key}-trail", []).append(before)


def search(known: Sequence[str], *, key: str, label: str, first: str) -> str:
    """A field to search a column in, and the way back; gives the column chosen.

    That is `first` for a newcomer. Of what is no more there after a reset nothing is chosen.
    """
    wanted = (str(st.session_state.get(f"{key}-chosen")), first)
    found = next((name for name in wanted if name in known), known[0])
    st.session_state[f"{key}-chosen"] = st.session_state[key] = found
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            label,
            known,
            key=key,
            help="Type any part of a table's or a column's name",
            on_change=lambda: choose(key, st.session_state[key]),
        )
        trail = [name for name in st.session_state.get(f"{key}-trail", []) if name in known]
        st.session_state[f"{key}-trail"] = trail
        if trail:
            words = f"Back to {trail[-1].rpartition('.')[2]}"
            st.button(
                words,
                key=f"{key}-back",
                icon=":material/undo:",
                help=trail[-1],
                on_click=lambda: _back(key),
            )
    return found


def pick_into(key: str, known: Sequence[str]) -> Callable[[str], None]:
    """What a picture calls when a column on it is clicked."""

    def pick(name: str) -> None:
        if name in known:
            choose(key, name)

    return pick


def _back(key: str) -> None:
    st.session_state[f"{key}-chosen"] = st.session_state[f"{key}-trail"].pop()
