"""Page: quests, to be solved in a lake of one's own and checked against it."""

from __future__ import annotations

import streamlit as st

from dashboards.quests import quest_of, quests
from dashboards.quests.page import note_what_ended, quest_page
from dashboards.quests.progress import solved
from dashboards.step import Page
from dashboards.viewer import viewer

PAGE = Page(
    key="quests",
    place=40,
    title="Quests",
    about="Break things, find things, put things right, in tables of your own. "
    "The lake itself checks what you answer.",
    icon=":material/swords:",
)

CHOSEN = "quest"


def render() -> None:
    """How many are solved, and the one that was chosen."""
    note_what_ended()
    found, done = list(quests()), solved(viewer())
    done = [key for key in found if key in done]
    words = f"{len(done)} of {len(found)} solved"
    st.progress(len(done) / len(found), text=f"All {words}" if len(done) == len(found) else words)
    quest_page(quest_of(_chosen(found, done)))


def _chosen(found: list[str], done: list[str]) -> str:
    """The quest that the viewer is at; kept, so that a reload comes back to it."""
    you = viewer()
    kept = you.progress.get(CHOSEN)
    first = next((key for key in found if key not in done), found[0])

    def label(key: str) -> str:
        mark = ":green[:material/check_circle:] " if key in done else ""
        return f"{mark}{quest_of(key).title}"

    st.session_state.setdefault("quest-chosen", kept if kept in found else first)
    chosen = st.pills(
        "Quests",
        found,
        format_func=label,
        key="quest-chosen",
        label_visibility="collapsed",
        required=True,
    )
    if chosen and chosen != kept:
        you.progress[CHOSEN] = chosen
        you.save()
    return chosen or first
