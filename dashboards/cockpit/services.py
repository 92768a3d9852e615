"""Services: a light for each, looked at every few seconds, and the remedy where one is dark."""

from __future__ import annotations

import streamlit as st

from dashboards.health import Health, health

EVERY = 4  # seconds


@st.fragment(run_every=EVERY)
def services() -> None:
    """The lights; where one changes, the whole page is drawn anew."""
    found = health()
    lights = {each.service: each.answers for each in found}
    before = st.session_state.get("lights")
    st.session_state["lights"] = lights
    with st.container(key="services", gap=None):
        for each in found:
            st.markdown(_line(each))
    if before is not None and before != lights:
        st.rerun()


def _line(each: Health) -> str:
    if each.answers:
        return f":green[:material/check_circle:] {each.title}"
    return f":red[:material/error:] **{each.title}: silent**"
