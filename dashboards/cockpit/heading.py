"""Heading: which part and step this is, and the claim that is followed."""

from __future__ import annotations

import streamlit as st

from dashboards import following
from dashboards.navigation import Shown
from dashboards.parts import part_of
from dashboards.step import Page


def heading(here: Shown) -> None:
    """The head of a page."""
    with st.container(gap=None, key="heading"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(_place(here), width="stretch")
            following.badge()
        st.title(here.title, anchor=False)
    if isinstance(here, Page):
        st.markdown(here.about)


def _place(here: Shown) -> str:
    if isinstance(here, Page):
        return "Explore"
    part = part_of(here.part)
    return f"Part {part.number} · {part.title}"
