"""Navigation: the menu of all pages, and the way from one step to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from dashboards.parts import PARTS
from dashboards.registry import pages, steps, steps_of
from dashboards.step import Page, Step
from dashboards.viewer import PARAMETER, viewer

Shown = Step | Page


def menu() -> dict[str, Sequence[StreamlitPage]]:
    """All pages by the headings of the menu."""
    found: dict[str, Sequence[StreamlitPage]] = {}
    for part in PARTS:
        entries = [_page_of(step.key) for step in steps_of(part.number)]
        if entries:
            found[f"{part.number} {part.title}"] = entries
    found["Explore"] = [_page_of(page.key) for page in pages()]
    found[""] = [_start()]
    return {heading: entries for heading, entries in found.items() if entries}


def shown(page: StreamlitPage) -> Shown:
    """The step or page that Streamlit shows."""
    return _all()[page.url_path or steps()[0].key]


def go_to(key: str) -> None:
    """Go to a step or page; the script ends here."""
    st.switch_page(_page_of(key), query_params={PARAMETER: viewer().id})


def neighbours(here: Step) -> tuple[Step | None, Step | None]:
    """The steps before and after, on the viewer's route."""
    route = [step for step in steps() if step.essential or not viewer().late or step == here]
    index = route.index(here)
    before = route[index - 1] if index else None
    return before, route[index + 1] if index + 1 < len(route) else None


def go_on(here: Shown) -> None:
    """The ends of a page: back to the step before, on to the next; from elsewhere to the demo."""
    if isinstance(here, Page):
        _to_the_demo()
        return
    before, after = neighbours(here)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="go-on"):
        if st.button("Back", key="back", icon=":material/arrow_back:", disabled=before is None):
            go_to(before.key if before else "")
        if st.button(
            f"Next: {after.title}" if after else "Next",
            key="next",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            disabled=after is None,
        ):
            go_to(after.key if after else "")


def _to_the_demo() -> None:
    """Back to the step that was left for this page, or to the first."""
    left = next((step for step in steps() if step.key == viewer().step), None)
    to = left or steps()[0]
    words = f"Back to: {to.title}" if left else f"Begin the demo: {to.title}"
    if st.button(
        words, key="back", icon=":material/arrow_back:" if left else ":material/slideshow:"
    ):
        go_to(to.key)


@cache
def _all() -> dict[str, Shown]:
    everything: list[Shown] = [*steps(), *pages()]
    return {each.key: each for each in everything}


def _page_of(key: str) -> StreamlitPage:
    """Made anew at every look: Streamlit notes in it whether it ran, and two viewers may look."""
    here = _all()[key]
    icon = here.icon if isinstance(here, Page) else None
    return st.Page(here.render, title=here.title, icon=icon, url_path=key)


def _start() -> StreamlitPage:
    """What the bare address shows: the first step, which has an address of its own as well."""
    first = steps()[0]
    return st.Page(
        first.render, title=first.title, url_path="start", default=True, visibility="hidden"
    )
