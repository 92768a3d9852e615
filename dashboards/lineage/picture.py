"""Picture: a drawing that one can click, in the browser; on a phone its lanes become a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboards.lineage.drawing import LANES, Drawing
from dashboards.theme import theme

HTML = """
<div class="picture" role="group"><svg aria-hidden="true"></svg><div class="lanes"></div></div>
"""
PLACE = Path(__file__).parent
COLORS = {
    **{lane: lane for lane in LANES if lane != "view"},
    "view": "info",
    "card": "card",
    "quiet": "muted-foreground",
    "hover": "accent",
    "direct": "primary",
    "on-direct": "primary-foreground",
    "indirect": "coral",
    "rows": "muted-foreground",
    "lost": "destructive",
    "lost-soft": "destructive-soft",
    "personal": "warning",
    "personal-soft": "warning-soft",
}
"""Colours of the picture, each by its name in the theme."""


def picture(drawing: Drawing, *, key: str, on_pick: Callable[[str], None] | None = None) -> None:
    """Show a drawing; `on_pick` is called with the id of the card or row that was clicked."""

    def picked() -> None:
        found = st.session_state[key].get("picked")
        if found and on_pick:
            on_pick(found)

    _picture(key=key, data=drawing.data(), height="content", on_picked_change=picked)


def _css() -> str:
    light, dark = theme().light, theme().dark
    colors = "".join(
        f"--{name}: light-dark({light[known]}, {dark[known]});" for name, known in COLORS.items()
    )
    return f".picture {{ {colors} }}\n{(PLACE / 'picture.css').read_text()}"


_picture = st.components.v2.component(
    "lineage_picture", html=HTML, css=_css(), js=(PLACE / "picture.js").read_text()
)
