"""Cockpit: what the presenter has at the side of every page."""

from __future__ import annotations

import streamlit as st

from dashboards.cockpit.heading import heading
from dashboards.cockpit.notes import notes
from dashboards.navigation import Shown

__all__ = ["cockpit"]


def cockpit(here: Shown) -> None:
    """Draw the side, and the head of the page."""
    with st.sidebar:
        notes(here)
    heading(here)
