"""Notes: what to say at this step, more on demand, and nothing where the audience looks on."""

from __future__ import annotations

import streamlit as st

from dashboards.navigation import Shown
from dashboards.step import Step
from dashboards.viewer import viewer


def notes(here: Shown) -> None:
    """The talking points of a step, unless this viewer hides them."""
    if not isinstance(here, Step):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Say", anchor=False, width="stretch")
        st.toggle(
            "Show",
            value=viewer().notes,
            key="notes",
            on_change=_show_or_hide,
            help="Hide the notes where the audience sees this page",
        )
    if not viewer().notes:
        return
    st.markdown("\n".join(f"- {point}" for point in here.say))
    if here.more:
        with st.expander("More, if someone asks"):
            st.markdown("\n".join(f"- {point}" for point in here.more))


def _show_or_hide() -> None:
    viewer().notes = bool(st.session_state["notes"])
    viewer().save()
