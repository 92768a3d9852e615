"""Up: everything started, the lake seeded where it is empty, and watched until told to stop."""

from __future__ import annotations

import sys
import webbrowser
from datetime import UTC, date, datetime

from kit.ask import ask
from kit.console import OUT, Narration
from kit.errors import AlreadyRunning, ServiceFailed
from kit.home import Home
from kit.lake.seeding import is_seeded
from kit.lake.snapshots import complete_restore
from kit.logins import demo_logins
from kit.services.engine import ENGINE
from kit.services.launch import Interrupted
from kit.services.record import changing
from kit.services.service import Service
from kit.services.site import Site
from kit.services.supervisor import Supervisor
from kit.signals import orderly_stop
from kit.training import train_in_background
from lakehouse.lake_file import read_note
from lakehouse.settings import Settings
from lakehouse.storage import Lake

OLD = 7  # days after which a lake's data looks stale in a demo
SEEDING = [sys.executable, "-m", "kit.lake.seeding"]
TRY = """\
  Try: ./petinsure status
       ./petinsure history customer_360
       ./petinsure sql "SELECT * FROM vw_customer_360 WHERE customer_id = 'DEMO-002'\""""
TRIES = 2  # of seeding: the second one carries on where the engine's death cut the first off


def up(settings: Settings, *, browser: bool) -> int:
    """Start the kit and watch it until Ctrl-C or `./petinsure down`; the exit code."""
    narration = Narration()
    _mend(settings)
    with orderly_stop() as stopping:
        supervisor = Supervisor(settings, narration, stopping)
        try:
            supervisor.start()
        except AlreadyRunning as error:
            narration.say(str(error))
            return 0
        try:
            _bring_up(supervisor)
            supervisor.ready()
            _offer_new_data(supervisor)
            _present(supervisor, browser=browser)
            with train_in_background(supervisor.site, narration):
                supervisor.watch()
                narration.say("stopping")
        except Interrupted:
            narration.say("stopping")
        finally:
            supervisor.stop()
    return 0


def _mend(settings: Settings) -> None:
    with changing(Home(settings.home)) as record:
        if not record.watched():
            complete_restore(Site.of(settings))


def _bring_up(supervisor: Supervisor) -> None:
    narration, services = supervisor.narration, supervisor.services
    # The engine takes its time: the lake is looked after while it starts.
    for service in [service for service in services if service is not ENGINE]:
        _await(supervisor, service)
    if not is_seeded(supervisor.site.settings):
        _seed(supervisor)
    if ENGINE in services:
        _await(supervisor, ENGINE)
    narration.say("ready", style="bold green")


def _await(supervisor: Supervisor, service: Service) -> None:
    supervisor.await_answer(service)
    supervisor.settle_in(service)
    supervisor.narration.say(f"{service.title} answers at {service.url(supervisor.site)}")


def _seed(supervisor: Supervisor, *how: str) -> None:
    clock = ["--began", str(supervisor.narration.began)]
    for _ in range(TRIES):
        if supervisor.attend([*SEEDING, *clock, *how]) == 0:
            return
    msg = "The lake could not be seeded; mend what is said above and run `./petinsure up` again."
    raise ServiceFailed(msg)


def _present(supervisor: Supervisor, *, browser: bool) -> None:
    pages = [service for service in reversed(supervisor.services) if service.page]
    for service in pages:
        OUT.print(f"  {service.title}: {service.url(supervisor.site)}", soft_wrap=True)
    if pages:
        OUT.print(f"  {demo_logins(supervisor.site.settings)}", soft_wrap=True, markup=False)
    settings = supervisor.site.settings
    hints = TRY if Lake(settings).files("gold") else "  The tables are not built: ./petinsure run"
    OUT.print(hints, soft_wrap=True, markup=False)
    OUT.print("  Ctrl-C or `./petinsure down` stops everything; the lake stays.")
    if browser and pages:
        webbrowser.open(pages[0].url(supervisor.site))


def _offer_new_data(supervisor: Supervisor) -> None:
    as_of = read_note(Lake(supervisor.site.settings)).as_of
    age = _today() - as_of
    if age.days <= OLD:
        return
    supervisor.narration.say(f"the lake's data ends {age.days} days ago ({as_of})", style="yellow")
    if ask("Seed it anew as of today? All that was done in it is lost.", supervisor.stopping):
        _seed(supervisor, "--anew")
        supervisor.narration.say("seeded anew", style="green")
    else:
        supervisor.narration.say("it stays; `./petinsure reset --anew` makes it new")


def _today() -> date:
    return datetime.now(UTC).date()
