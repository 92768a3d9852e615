"""Cockpit: what the presenter has at the side of every page."""

from __future__ import annotations

import streamlit as st

from dashboards.cockpit.heading import heading
from dashboards.cockpit.jump import jump_buttons
from dashboards.cockpit.keyboard import keyboard
from dashboards.cockpit.notes import notes
from dashboards.cockpit.outage import outage
from dashboards.cockpit.services import services
from dashboards.cockpit.time_keeping import time_keeping
from dashboards.navigation import Shown

__all__ = ["cockpit"]


def cockpit(here: Shown) -> None:
    """Draw the side, and the head of the page."""
    with st.sidebar:
        time_keeping(here)
        notes(here)
        jump_buttons(here)
        services()
        keyboard()
    if arrived := st.session_state.pop("arrived", None):
        st.toast(arrived, icon=":material/check_circle:")
    heading(here)
    outage()
