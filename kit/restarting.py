"""Restarting: one service stopped and started again, the others left alone."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass

from kit.errors import NotRunning, ServiceFailed, WrongOption
from kit.services.all import SERVICES
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.process import Process
from kit.services.record import Record, changing
from kit.services.service import Service
from kit.services.site import Site
from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings


@dataclass(frozen=True)
class Restarted:
    """A service that answers again: its address, its process, the seconds it took."""

    service: str
    url: str
    pid: int
    seconds: float


def restart(settings: Settings, name: str) -> Restarted:
    """Stop a service where it runs or hangs, start it, and wait until it answers.

    One that is being started just now, as after its death, is not stopped again but waited for.
    Raises `WrongOption` for a name that no service has, `NotRunning` where the kit does not run,
    `ServiceFailed` where the service does not come back.
    """
    site, began = Site.of(settings), time.monotonic()
    service = _named(site, name)
    with changing(site.home) as record:  # nobody else takes the pause for its death
        if not record.watched():
            msg = f"The kit is not running; `./petinsure up` starts {service.title} with the rest."
            raise NotRunning(msg)
        process = _in_its_start(service, site, record)
        if process is None:
            if (entry := record.services.get(name)) and entry.alive():
                stop(service, entry.process)
            process = _start(service, site, record)
        if service.afterwards:
            home = {"PETINSURE_HOME": str(site.home.path)}
            subprocess.run(service.afterwards, env={**os.environ, **home}, check=False)
        record.services[name].state = "running"
    seconds = round(time.monotonic() - began, 1)
    return Restarted(name, service.url(site), process.pid, seconds)


def _in_its_start(service: Service, site: Site, record: Record) -> Process | None:
    """The process that somebody started just now, once it answers; None where there is none."""
    entry = record.services.get(service.name)
    if entry is None or entry.state != "starting" or not entry.alive():
        return None
    try:
        wait_until_it_answers(service, site, entry.process)
    except ServiceFailed:
        return None
    return entry.process


def _start(service: Service, site: Site, record: Record) -> Process:
    entry = record.services.get(service.name)
    if entry is None:
        msg = f"{service.title} is not among what `./petinsure up` started; run it again."
        raise NotRunning(msg)
    for last_try in (False, True):
        entry.process, entry.state = Process.of(start(service, site).pid), "starting"
        try:
            wait_until_it_answers(service, site, entry.process)
        except PetInsureError:
            if last_try or not service.second_try(site):
                entry.state = "failed"
                raise
        else:
            break
    return entry.process


def _named(site: Site, name: str) -> Service:
    services = {service.name: service for service in SERVICES if service.needed(site)}
    if name not in services:
        msg = f"There is no service {name!r}; there are {', '.join(services)}."
        raise WrongOption(msg)
    return services[name]
