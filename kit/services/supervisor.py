"""Supervisor: starts what does not run, restarts what dies, stops all in order."""

from __future__ import annotations

import os
import subprocess
import threading
import time

from kit.console import Narration
from kit.errors import AlreadyRunning, ServiceFailed
from kit.services.addresses import announce, settle, with_free_port, withdraw
from kit.services.all import SERVICES
from kit.services.launch import Interrupted, start, stop, wait_until_it_answers
from kit.services.process import Process
from kit.services.record import Entry, Record, State, changing, read, write
from kit.services.service import Service
from kit.services.site import Site
from lakehouse.settings import Settings

LOOK = 1.0  # seconds between two looks at the services
QUICK = 60.0  # seconds within which a death counts as quick
PATIENCE = 3  # quick deaths in a row after which a service is left alone


class Supervisor:
    """Runs the services of one home for as long as the process that owns it lives."""

    def __init__(self, settings: Settings, narration: Narration, stopping: threading.Event) -> None:
        """Nothing is started yet; whoever sets `stopping` ends every wait."""
        self.site = Site.of(settings)
        self.narration = narration
        self.stopping = stopping
        self._children: list[subprocess.Popen[bytes]] = []
        self._started: dict[str, float] = {}
        self._quick_deaths: dict[str, int] = {}

    @property
    def services(self) -> list[Service]:
        """The services that these settings need, in the order of their start."""
        return [service for service in SERVICES if service.needed(self.site)]

    def start(self) -> None:
        """Start what does not run, on free ports; do not wait for answers.

        Raises `AlreadyRunning` where another process watches this home.
        """
        with changing(self.site.home) as record:
            if record.watched() and record.watcher != Process.of(os.getpid()):
                msg = "The kit is already running; see `./petinsure status`."
                raise AlreadyRunning(msg)
            record.watcher = Process.of(os.getpid())
            record.ready = False
            self._end_deaf_ones(record)
            settled = settle(self.site.settings, record, self.narration)
            self.site = Site(settled, self.site.tools)
            for service in self.services:
                entry = record.services.get(service.name)
                if entry is None or not entry.alive():
                    self._start(service, record)

    def await_answer(self, service: Service) -> None:
        """Wait until a service answers: the one that runs, whoever started it last."""
        entry, tried_again = read(self.site.home).services[service.name], False
        while True:
            try:
                wait_until_it_answers(service, self.site, entry.process, self.stopping)
            except ServiceFailed:
                with changing(self.site.home) as record:
                    entry, before = record.services.get(service.name, entry), entry
                    if entry.process != before.process:
                        continue  # someone has restarted it meanwhile
                    if tried_again or not service.second_try(self.site):
                        raise
                    entry, tried_again = self._start(service, record), True
            else:
                return

    def settle_in(self, service: Service) -> None:
        """Do what follows a service's start, and call it running."""
        if service.afterwards:
            self.attend([*service.afterwards], quietly=True)
        self._set_state(service, "running")

    def attend(self, command: list[str], *, quietly: bool = False) -> int:
        """Run a command of the kit to its end, watching the services meanwhile; its exit code.

        Raises `Interrupted` (the command ended first) where the supervisor is to stop.
        """
        output = subprocess.DEVNULL if quietly else None
        child = subprocess.Popen(
            command, env={**os.environ, "PETINSURE_HOME": str(self.site.home.path)}, stdout=output
        )
        try:
            while child.poll() is None:
                if self.stopping.wait(0.2):
                    raise Interrupted
                self.look()
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
        return child.returncode

    def ready(self) -> None:
        """Announce that everything is up."""
        with changing(self.site.home) as record:
            record.ready = True

    def watch(self) -> None:
        """Restart what dies, until told to stop."""
        while not self.stopping.wait(LOOK):
            self.look()

    def look(self) -> None:
        """Restart the services that have died since the last look."""
        for child in self._children:
            child.poll()  # an ended child is a zombie until it is asked after
        record = read(self.site.home)
        if all(entry.alive() or entry.state == "failed" for entry in record.services.values()):
            return
        try:
            with changing(self.site.home, wait=0) as record:
                died = [
                    service
                    for service in self.services
                    if (entry := record.services.get(service.name))
                    and not entry.alive()
                    and entry.state != "failed"
                ]
                again = [service for service in died if self._worth_another(service, record)]
                for service in again:
                    self._start(service, record)
        except ServiceFailed:
            return  # a snapshot or a reset has stopped Azurite for a moment
        for service in again:
            self._see_it_back(service)

    def stop(self) -> None:
        """Stop every service of the home, the last started first, and take the addresses back."""
        with changing(self.site.home) as record:
            stop_all(record, self.narration)
            record.watcher, record.ready = None, False
            withdraw(self.site.home)

    def _start(self, service: Service, record: Record) -> Entry:
        settings = with_free_port(service, self.site.settings, self.narration)
        if settings != self.site.settings:  # someone was quicker: a port is ours only once in use
            announce(settings)
            self.site = Site(settings, self.site.tools)
        child = start(service, self.site)
        self._children.append(child)
        self._started[service.name] = time.monotonic()
        entry = Entry(Process.of(child.pid), service.port(self.site))
        record.services[service.name] = entry
        write(self.site.home, record)  # at once: a process that is not on record is an orphan
        return entry

    def _end_deaf_ones(self, record: Record) -> None:
        """A process left from an earlier `up` is kept where it answers on its port, else ended."""
        for service in SERVICES:
            entry = record.services.get(service.name)
            if entry is None or not entry.alive():
                continue
            update = {service.port_setting: entry.port}
            site = Site(self.site.settings.model_copy(update=update), self.site.tools)
            if service.answers(site):
                self.narration.say(f"{service.title} is still running from before")
            else:
                stop(service, entry.process)

    def _worth_another(self, service: Service, record: Record) -> bool:
        lived = time.monotonic() - self._started.get(service.name, 0.0)
        deaths = self._quick_deaths.get(service.name, 0) + 1 if lived < QUICK else 1
        self._quick_deaths[service.name] = deaths
        if deaths >= PATIENCE:
            record.services[service.name].state = "failed"
            log = self.site.home.log(service.name)
            text = f"{service.title} died {deaths} times in a row and is left alone; see {log}"
            self.narration.say(text, style="red")
            return False
        self.narration.say(f"{service.title} has died; starting it again", style="yellow")
        return True

    def _see_it_back(self, service: Service) -> None:
        try:
            self.await_answer(service)
        except ServiceFailed as error:
            self.narration.say(str(error), style="red")
            return
        self.settle_in(service)
        self.narration.say(f"{service.title} is back", style="green")

    def _set_state(self, service: Service, state: State) -> None:
        with changing(self.site.home) as record:
            if entry := record.services.get(service.name):
                entry.state = state


def stop_all(record: Record, narration: Narration) -> None:
    """Stop the recorded services, the last started first."""
    for service in reversed(SERVICES):
        entry = record.services.get(service.name)
        if entry and entry.alive():
            stop(service, entry.process)
            narration.say(f"{service.title} stopped")
        record.services.pop(service.name, None)
