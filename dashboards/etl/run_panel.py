"""Run panel: a notebook's run as a child process, its progress table by table, its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import streamlit as st

from dashboards import health, kit_command, recording, show, work
from dashboards.etl.notebooks import Notebook
from dashboards.etl.run_progress import RunProgress, TableProgress
from dashboards.evidence import Evidence
from dashboards.panel import last_good
from dashboards.work import Job

ICONS = {
    "waiting": ":gray[:material/schedule:]",
    "running": ":orange[:material/progress_activity:]",
    "done": ":green[:material/check_circle:]",
}
UNTOUCHED = ":gray[:material/check:]"
ALL = "run-all-layers"


def run_panel(notebook: Notebook) -> None:
    """Run this notebook, or all three; what it does, while it does it."""
    st.markdown(notebook.does)
    key = f"run-{notebook.layer}"
    silent, busy = not health.answers("spark"), _busy()
    full = st.session_state.get(f"full-{key}", False)
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(key, f"Run {notebook.name}", (notebook,), full, primary=True, off=silent or busy)
        _button(ALL, "Run all three", (), full, primary=False, off=silent or busy)
        st.toggle(
            "Rebuild what is up to date too",
            key=f"full-{key}",
            help="`--full`: bronze reads all files again, silver and gold are computed anew.",
        )
    for name in (key, ALL):
        if work.job(name):
            work.watch(name, _draw)
        job = work.job(name)
        if (silent and name == key) or (job and job.error):
            last_good(name)


def _busy() -> bool:
    jobs = (work.job(name) for name in (ALL, "run-bronze", "run-silver", "run-gold"))
    return any(job is not None and job.running for job in jobs)


def _button(
    key: str, label: str, notebooks: tuple[Notebook, ...], full: bool, *, primary: bool, off: bool
) -> None:
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if not st.button(label, key=f"do-{key}", type=kind, icon=":material/play_arrow:", disabled=off):
        return
    for name in (ALL, "run-bronze", "run-silver", "run-gold"):
        work.forget(name)
    layer = notebooks[0].layer if notebooks else None
    title = notebooks[0].name if notebooks else "All three notebooks"
    work.begin(key, lambda: _run(key, title, layer, full))
    st.rerun()


def _run(
    key: str, title: str, layer: str | None, full: bool
) -> Iterator[dict[str, Any] | Evidence]:
    arguments = ["run", *(["--layer", layer] if layer else []), *(["--full"] if full else [])]
    events: list[dict[str, Any]] = []
    for event in kit_command.stream(*arguments, "--events", "json"):
        events.append(event)
        yield event
    command = f"petinsure {' '.join(arguments)} --events json"
    outcome = RunProgress.of(events).evidence(title, command)
    recording.keep(key, [outcome])
    yield outcome


def _draw(job: Job) -> None:
    told = list(job.told)
    events = [each for each in told if isinstance(each, dict)]
    progress = RunProgress.of(events)
    if job.running:
        _show_progress(progress, job)
    for number, each in enumerate(each for each in told if isinstance(each, Evidence)):
        show.evidence(each, key=f"run-outcome-{number}")
    for message in progress.warnings:
        st.warning(message, icon=":material/warning:")
    if job.error:
        st.error(job.error, icon=":material/error:")


def _show_progress(progress: RunProgress, job: Job) -> None:
    with st.container(border=True, key="run-progress"):
        tables = list(progress.tables.values())
        done = sum(table.state == "done" for table in tables)
        words = f"At work: {show.duration(job.elapsed)}"
        if tables:
            words += f", {done} of {len(tables)} tables have a new version"
        st.progress(done / len(tables) if tables else 0.0, text=words)
        if tables:
            lines = [_line(table) for table in tables]
            st.markdown("\n".join(["| | table | rows | seconds | why |", "|-|-|-:|-:|-|", *lines]))


def _line(table: TableProgress) -> str:
    rows = "" if table.rows is None else f"{table.rows:,}"
    seconds = "" if table.seconds is None else f"{table.seconds:.1f}"
    return f"| {ICONS[table.state]} | {table.table} | {rows} | {seconds} | {table.why} |"
