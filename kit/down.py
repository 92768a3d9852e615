"""Down: everything stopped in order, whoever started it."""

from __future__ import annotations

from kit.console import Narration
from kit.errors import ServiceFailed
from kit.home import Home
from kit.services.addresses import withdraw
from kit.services.record import changing, read
from kit.services.supervisor import stop_all
from lakehouse.settings import Settings

SECONDS_FOR_WATCHER = 180


def down(settings: Settings) -> None:
    """Ask the watching `up` to end, which stops its services; then stop what is left."""
    narration, home = Narration(), Home(settings.home)
    record = read(home)
    if not record.watched() and not any(entry.alive() for entry in record.services.values()):
        narration.say("nothing is running")
        return
    if record.watcher and record.watched():
        narration.say("asking `./petinsure up` to stop everything")
        record.watcher.ask_to_end()
        if not record.watcher.ended_within(SECONDS_FOR_WATCHER):
            msg = f"`./petinsure up` (process {record.watcher.pid}) does not end; see its output."
            raise ServiceFailed(msg)
    with changing(home) as left:
        stop_all(left, narration)
        left.watcher, left.ready = None, False
        withdraw(home)
    narration.say("stopped; the lake stays as it is")
