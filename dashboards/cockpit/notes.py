"""Notes: what to say at this step, and more on demand."""

from __future__ import annotations

import streamlit as st

from dashboards.navigation import Shown
from dashboards.step import Step


def notes(here: Shown) -> None:
    """The talking points of a step."""
    if not isinstance(here, Step):
        return
    st.subheader("Say", anchor=False)
    st.markdown("\n".join(f"- {point}" for point in here.say))
    if here.more:
        with st.expander("More, if someone asks"):
            st.markdown("\n".join(f"- {point}" for point in here.more))
