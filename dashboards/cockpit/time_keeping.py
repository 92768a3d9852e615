"""Time keeping: the clock with its buttons, and the route of who is late."""

from __future__ import annotations

import streamlit as st

from dashboards.cockpit.clock_face import clock_face
from dashboards.navigation import Shown
from dashboards.parts import part_of
from dashboards.registry import steps_of
from dashboards.step import Step
from dashboards.viewer import viewer


def time_keeping(here: Shown) -> None:
    """The clock of the part, and how far this step is in it."""
    you = viewer()
    if isinstance(here, Step) and here.key != you.step:
        you.step = here.key
        you.clock.enter(here.part)
        you.save()
    clock_face(you.clock)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if you.clock.running:
            st.button("Pause", key="clock-pause", icon=":material/pause:", on_click=_pause)
        else:
            words = "Go on" if you.clock.total() else "Start"
            st.button(words, key="clock-start", icon=":material/play_arrow:", on_click=_start)
        st.button(
            "Reset",
            key="clock-reset",
            icon=":material/restart_alt:",
            type="tertiary",
            on_click=_reset,
            disabled=not you.clock.total(),
            help="Back to nothing spent, in all parts",
        )
    st.toggle(
        "I'm late",
        value=you.late,
        key="late",
        on_change=_hurry,
        help="Next and Back go by the essential steps alone",
    )
    if isinstance(here, Step):
        st.caption(_place(here, late=you.late))


def _place(here: Step, *, late: bool) -> str:
    route = [step for step in steps_of(here.part) if step.essential or not late or step == here]
    part = part_of(here.part)
    minutes = f"{here.minutes:g} min"
    return f"{part.title}: step {route.index(here) + 1} of {len(route)}, {minutes}"


def _start() -> None:
    viewer().clock.start()
    viewer().save()


def _pause() -> None:
    viewer().clock.pause()
    viewer().save()


def _reset() -> None:
    viewer().clock.reset()
    viewer().save()


def _hurry() -> None:
    viewer().late = bool(st.session_state["late"])
    viewer().save()
