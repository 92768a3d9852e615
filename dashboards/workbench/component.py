"""Component: a place to type Spark SQL, its button and its answer; the same on every page."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboards import health, queries, show, work
from dashboards.evidence import Evidence
from dashboards.viewer import viewer
from dashboards.work import Job
from dashboards.workbench.running import bench, execute
from lakehouse.settings import Settings

TYPED = "typed"
HEIGHT = 150


def workbench(key: str, begins_with: str, label: str = "Spark SQL") -> None:
    """Type a statement, run it off the script thread, see what came of it.

    What was typed is kept with the viewer, by `key`.
    """
    name = f"bench-{key}"
    found = work.job(name)
    off = not health.answers("spark") or bool(found and found.running)
    with st.form(f"form-{key}", border=False):
        text = typed(f"sql-{key}", begins_with, label)
        pressed = st.form_submit_button(
            "Run", key=f"do-{name}", icon=":material/play_arrow:", disabled=off
        )
    if pressed:
        settings, own = queries.settings(), viewer().id
        work.begin(name, lambda: _run(settings, own, text))
        st.rerun()
    if found is not None:
        work.watch(name, lambda running: _draw(name, running))


def typed(key: str, begins_with: str, label: str) -> str:
    """A text that the viewer types, with what was typed before."""
    kept: dict[str, str] = viewer().progress.setdefault(TYPED, {})
    st.session_state.setdefault(key, kept.get(key, begins_with))
    text: str = st.text_area(label, key=key, height=HEIGHT, placeholder="SELECT …")
    if text != kept.get(key, begins_with):
        kept[key] = text
        viewer().save()
    return text


def _run(settings: Settings, own: str, text: str) -> Iterator[Evidence]:
    with bench(settings, own) as opened:
        yield execute(opened, text)


def _draw(name: str, job: Job) -> None:
    for each in list(job.told):
        show.evidence(each, key=name)
    if job.running:
        st.status(f"At work: {show.duration(job.elapsed)}", state="running")
    elif job.error:
        st.error(show.plain(job.error), icon=":material/error:")
