"""Outage: a service that is silent is named on the page, with one click to bring it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st

from dashboards import health, kit_command, work
from dashboards.health import Health
from dashboards.work import Job

MEANING = {
    "spark": "What needs Spark shows its last good run, marked as recorded.",
    "portal": "No claim can be submitted; tables and views go on answering.",
    "azurite": "Nothing of the lake can be read.",
}
RESTART = {
    "spark": "Restart the Spark engine",
    "portal": "Restart the portal",
    "azurite": "Restart the storage",
}


def outage() -> None:
    """A warning for each service that does not answer, or whose restart has more to do."""
    for each in health.health():
        name = f"restart-{each.service}"
        job = work.job(name)
        # An engine answers before it knows the lake's tables; its restart ends after that.
        if each.answers and not (job and job.running):
            if job:
                work.forget(name)
                st.toast(f"{each.title} answers again.", icon=":material/check_circle:")
            continue
        with st.container(border=True, key=f"outage-{each.service}"):
            _tell(each, name)


def _tell(each: Health, name: str) -> None:
    if not each.answers:
        st.markdown(
            f":red[:material/error:] **{each.title} does not answer.** {MEANING[each.service]}"
        )
    job = work.job(name)
    if job is None or not job.running:
        if job and job.error:
            st.caption(job.error)
        if st.button(
            RESTART[each.service],
            key=f"button-{name}",
            type="primary",
            icon=":material/restart_alt:",
        ):
            work.begin(name, lambda: _restart(each.service))
            st.rerun()
        return
    work.watch(name, lambda running: _progress(each, running))


def _restart(service: str) -> Iterator[dict[str, Any]]:
    yield from kit_command.stream("restart", service, "--json")
    health.ask_anew()


def _progress(each: Health, job: Job) -> None:
    st.status(f"{each.title} is being restarted: {job.elapsed:.0f} s", state="running")
