"""Panel: one thing to execute on a page: its button, its progress, its evidence, its fallback."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import streamlit as st

from dashboards import health, recording, show, work
from dashboards.evidence import Evidence
from dashboards.work import Job

Execute = Callable[[], Iterator[Evidence]]


def panel(
    key: str,
    label: str,
    execute: Execute,
    *,
    needs: str = "spark",
    icon: str = ":material/play_arrow:",
) -> Job | None:
    """A button that executes something off the script thread and shows each piece as it comes.

    A good run is recorded. Where the service it `needs` is silent, or the run fails, the last
    good one is shown, marked as recorded. Gives the work, where it was begun.
    """
    job = work.job(key)
    silent = not health.answers(needs)
    words = label if job is None else f"{label} again"
    busy = job is not None and job.running
    if st.button(words, key=f"do-{key}", type="primary", icon=icon, disabled=silent or busy):
        job = work.begin(key, lambda: _recorded(key, execute))
        st.rerun()
    if job is not None:
        work.watch(key, lambda running: _draw(key, running))
    if silent or (job and job.error):
        last_good(key)
    return job


def _recorded(key: str, execute: Execute) -> Iterator[Evidence]:
    told = []
    for each in execute():
        told.append(each)
        yield each
    recording.keep(key, told)


def _draw(key: str, job: Job) -> None:
    for number, each in enumerate(list(job.told)):
        show.evidence(each, key=f"{key}-{number}")
    if job.running:
        st.status(f"At work: {show.duration(job.elapsed)}", state="running")
    elif job.error:
        st.error(job.error, icon=":material/error:")


def last_good(key: str) -> None:
    """The last good run, marked for what it is."""
    found = recording.recorded(key)
    if found is None:
        st.caption("No earlier run of this is recorded on this machine.")
        return
    with st.container(border=True, key=f"recorded-{key}"):
        moment = f"{found.at:%d %B %Y, %H:%M} UTC"
        st.badge(f"Recorded {moment}, not run now", icon=":material/history:", color="orange")
        for number, each in enumerate(found.told):
            show.evidence(each, key=f"recorded-{key}-{number}")
