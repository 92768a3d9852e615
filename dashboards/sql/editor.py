"""Editor: where a statement is chosen or written, and run off the script thread."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboards import queries, recording, work
from dashboards.evidence import Evidence
from dashboards.sql.asking import run
from dashboards.sql.result import result
from dashboards.work import Job
from lakehouse.settings import Settings

CONSOLE = "console"
JOB = "sql-console"
DRAFTS = "sql-drafts"
SHOWN = "sql-shown"
TEXT = "sql-text"
SAMPLE = "sql-sample"
MOMENT = 1.0
"""Seconds that most statements stay below; only a longer one is watched."""


def editor(samples: dict[str, str], dollars_a_tb: float, *, name: str = CONSOLE) -> None:
    """Samples, text, button, and the result of what was run last in the editor of this name."""
    drafts = st.session_state.setdefault(DRAFTS, {})
    if st.session_state.get(SHOWN) != name or TEXT not in st.session_state:
        st.session_state[TEXT] = drafts.get(name, next(iter(samples.values())))
        st.session_state[SHOWN] = name
        st.session_state.pop(SAMPLE, None)
    job = f"sql-{name}"
    st.pills(
        "Samples",
        list(samples),
        key=SAMPLE,
        on_change=_take,
        args=[samples],
        label_visibility="collapsed",
        wrap=True,
    )
    with st.form("sql-form", border=False):
        sql = st.text_area("SQL", key=TEXT, height=165, label_visibility="collapsed")
        pressed = st.form_submit_button(
            "Run", key="do-sql", type="primary", icon=":material/play_arrow:"
        )
    drafts[name] = sql  # what a widget holds goes with the page
    if pressed:
        settings = queries.settings()
        work.begin(job, lambda: _run(settings, sql, job)).wait(MOMENT)
    if work.job(job):
        work.watch(job, lambda running: _draw(running, dollars_a_tb))


def _take(samples: dict[str, str]) -> None:
    chosen = st.session_state[SAMPLE]
    if chosen in samples:
        st.session_state[TEXT] = samples[chosen]


def _run(settings: Settings, sql: str, name: str) -> Iterator[Evidence]:
    told = run(settings, sql)
    if told.error is None:
        recording.keep(name, [told])
    yield told


def _draw(job: Job, dollars_a_tb: float) -> None:
    for number, each in enumerate(list(job.told)):
        result(each, dollars_a_tb, key=f"console-{number}")
    if job.running:
        st.status(f"At work: {job.elapsed:.0f} s", state="running")
    elif job.error:
        st.error(job.error, icon=":material/error:")
