"""Launch: start one service, wait until it answers, stop it."""

from __future__ import annotations

import subprocess
import threading
import time

from kit.errors import NotSetUp, ServiceFailed
from kit.services.process import Process
from kit.services.service import Service
from kit.services.site import Site

POLL = 0.1  # seconds between two looks at a starting server


class Interrupted(Exception):
    """Someone asked to stop while something was being waited for."""


def start(service: Service, site: Site) -> subprocess.Popen[bytes]:
    """Start the server in a session of its own, its output going to its log; do not wait."""
    site.home.create()
    command = service.command(site)
    log = site.home.log(service.name)
    if log.exists():
        log.replace(log.with_suffix(".previous.log"))
    try:
        with log.open("wb") as out:
            return subprocess.Popen(
                command.argv,
                cwd=command.cwd,
                env=command.environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
    except FileNotFoundError as error:
        msg = f"{service.title} is not installed ({error.filename}); run `make setup`."
        raise NotSetUp(msg) from error


def wait_until_it_answers(
    service: Service,
    site: Site,
    process: Process,
    stopping: threading.Event | None = None,
) -> float:
    """Seconds until the server answered.

    Raises `ServiceFailed` where it ended or does not answer in its time, `Interrupted` where
    `stopping` was set meanwhile.
    """
    stopping = stopping or threading.Event()
    began = time.monotonic()
    while time.monotonic() - began < service.seconds_to_start:
        if not process.alive():
            msg = f"{service.title} ended at its start: {last_words(service, site)}"
            raise ServiceFailed(msg)
        if service.answers(site):
            return time.monotonic() - began
        if stopping.wait(POLL):
            raise Interrupted
    msg = (
        f"{service.title} does not answer on port {service.port(site)} after "
        f"{service.seconds_to_start:.0f} s; see {site.home.log(service.name)}"
    )
    raise ServiceFailed(msg)


def stop(service: Service, process: Process) -> None:
    """End the server and wait until it has ended.

    Raises `ServiceFailed` where it does not end and may not be killed.
    """
    process.ask_to_end()
    if process.ended_within(service.seconds_to_stop):
        return
    if not service.may_be_killed:
        msg = (
            f"{service.title} (process {process.pid}) does not end; it is not killed, since that "
            "could lose writes. Wait a little and run `./petinsure down` again."
        )
        raise ServiceFailed(msg)
    process.kill()
    process.ended_within(10)


def last_words(service: Service, site: Site) -> str:
    """The last line of a server's log that says something, and where the log is."""
    log = site.home.log(service.name)
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    said = [line.strip() for line in lines if line.strip() and not line.strip().startswith("at ")]
    return f"{said[-1][:200] if said else 'it said nothing'} (log: {log})"
