"""Jump: to any step, with lake, portal and followed claim as that step finds them; asks first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

from dashboards import kit_command, work
from dashboards.navigation import Shown, go_to
from dashboards.parts import part_of
from dashboards.registry import steps
from dashboards.show import duration
from dashboards.step import Step
from dashboards.viewer import viewer
from dashboards.work import Job

JOB = "jump"
STATES = {
    "seeded": "as set-up leaves it: nobody has done anything yet",
    "claimed": "with one new claim, submitted and followed, in raw and nowhere else",
    "refined": "with that claim in gold",
}
LOST = (
    "What was done in lake and portal since then is lost, and a run or live mode that goes on is "
    "ended."
)


def jump_buttons(here: Shown) -> None:
    """The two ways to put the lake right."""
    with st.container(horizontal=True, gap="small"):
        if st.button("Jump…", key="jump", icon=":material/move_up:"):
            _open("jump")
        if st.button("Reset…", key="reset", icon=":material/restart_alt:"):
            _open("reset")
    job = work.job(JOB)
    under_way = job is not None and job.running
    dialog = st.session_state.get("dialog")
    if dialog == "jump":
        _dialog("Jump to a step", under_way)(lambda: _jump(here))()
    elif dialog == "reset":
        _dialog("Reset the demo", under_way)(_reset)()


def _dialog(title: str, under_way: bool) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A dialog; once the lake is on its way nobody closes it."""
    found: Callable[[Callable[[], None]], Callable[[], None]] = st.dialog(
        title, dismissible=not under_way, on_dismiss=_close
    )
    return found


def _open(name: str) -> None:
    st.session_state["dialog"] = name
    work.forget(JOB)


def _close() -> None:
    st.session_state.pop("dialog", None)


def _jump(here: Shown) -> None:
    """Which step, what becomes of the lake, and whether that is meant."""
    if _under_way():
        return
    start = here if isinstance(here, Step) else steps()[0]
    step = st.selectbox(
        "Step",
        steps(),
        index=steps().index(start),
        format_func=lambda each: f"{each.part} {part_of(each.part).title}: {each.title}",
        key="jump-step",
    )
    st.markdown(f"The lake is brought to its state **{step.state}**, {STATES[step.state]}.")
    st.caption(LOST)
    with st.container(horizontal=True):
        if st.button("Jump", key="jump-yes", type="primary", icon=":material/move_up:"):
            _begin(step.key, step.state)
        if st.button("Only go there", key="jump-go", help="The lake stays as it is"):
            _close()
            go_to(step.key)


def _reset() -> None:
    """What becomes of the lake, and whether that is meant."""
    if _under_way():
        return
    st.markdown(
        f"All is brought back to the beginning, {STATES['seeded']}. The clock goes back to "
        "nothing, and the walkthrough to its first step."
    )
    st.caption(LOST)
    if st.button("Reset", key="reset-yes", type="primary", icon=":material/restart_alt:"):
        st.session_state["reset-clock"] = True
        _begin(steps()[0].key, "seeded")


def _begin(step: str, state: str) -> None:
    st.session_state["jump-to"] = step
    work.begin(JOB, lambda: _bring(state))
    st.rerun()


def _bring(state: str) -> Iterator[dict[str, Any]]:
    yield from kit_command.stream("jump", state, "--json")


def _under_way() -> bool:
    """Show the jump that goes on; once it is there, go to its step."""
    job = work.job(JOB)
    if job is None:
        return False
    if job.running:
        work.watch(JOB, _progress)
        return True
    if job.error:
        st.error(job.error, icon=":material/error:")
        if st.button("Close", key="jump-close"):
            _close()
            st.rerun()
        return True
    _arrive(job)
    return True


def _progress(job: Job) -> None:
    with st.status(f"The lake is on its way: {duration(job.elapsed)}", expanded=True):
        for told in [each for each in job.told if "doing" in each][-8:]:
            st.markdown(told["doing"])


def _arrive(job: Job) -> None:
    jumped = next(each["jumped"] for each in job.told if "jumped" in each)
    you = viewer()
    you.claim_id = jumped["claim_id"]
    if st.session_state.pop("reset-clock", False):
        you.clock.reset()
    you.save()
    work.forget_all()
    _close()
    st.session_state["arrived"] = f"The lake is {jumped['state']}, in {jumped['seconds']} s."
    go_to(st.session_state.pop("jump-to"))
