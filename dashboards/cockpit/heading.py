"""Heading: which part and step this is."""

from __future__ import annotations

import streamlit as st

from dashboards.navigation import Shown
from dashboards.parts import part_of
from dashboards.step import Page


def heading(here: Shown) -> None:
    """The head of a page."""
    if isinstance(here, Page):
        st.caption("Explore")
        st.title(here.title, anchor=False)
        st.markdown(here.about)
        return
    part = part_of(here.part)
    st.caption(f"Part {part.number} · {part.title}")
    st.title(here.title, anchor=False)
