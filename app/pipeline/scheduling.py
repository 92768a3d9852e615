"""Scheduling: runs that start by themselves, every so many minutes."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event, Thread

import structlog

from app.database import Sessions, utc_now
from app.pipeline.control import Control
from app.pipeline.models import ScheduleRow
from app.pipeline.schemas import RunOrder, Schedule
from lakehouse.errors import PetInsureError

LOOK = 1.0
"""Seconds between looks at the clock."""

log = structlog.get_logger("petinsure")


class Scheduling:
    """The one schedule, kept in the database; what is due while a run goes on is left out."""

    def __init__(self, sessions: Sessions, control: Control) -> None:
        """Nothing starts before `start`."""
        self._sessions = sessions
        self._control = control
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="schedule", daemon=True)

    def start(self) -> None:
        """Begin to watch the clock."""
        self._thread.start()

    def stop(self) -> None:
        """End watching; the schedule stays for the next start."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def current(self) -> Schedule:
        """The schedule as it is."""
        with self._sessions() as session:
            row = session.get(ScheduleRow, 1)
            if row is None:
                return Schedule(every_minutes=None, next_at=None)
            return Schedule(every_minutes=row.every_minutes, next_at=row.next_at)

    def change(self, every_minutes: int | None, by: str) -> None:
        """Run every so many minutes from now on, or (None) no more."""
        with self._sessions.begin() as session:
            if row := session.get(ScheduleRow, 1):
                session.delete(row)
                session.flush()
            if every_minutes is not None:
                next_at = utc_now() + timedelta(minutes=every_minutes)
                session.add(ScheduleRow(one=1, every_minutes=every_minutes, next_at=next_at, by=by))

    def look(self, now: datetime) -> None:
        """Start the run that is due, if one is, unless something goes on."""
        with self._sessions.begin() as session:
            row = session.get(ScheduleRow, 1)
            if row is None or row.next_at > now:
                return
            # What was due while the server was down, or the machine slept, is not made up for.
            missed = (now - row.next_at) // timedelta(minutes=row.every_minutes)
            row.next_at += (missed + 1) * timedelta(minutes=row.every_minutes)
            by = row.by
        try:
            self._control.start_run(by, RunOrder())
        except PetInsureError as error:
            log.info("a scheduled run was left out", reason=str(error))

    def _watch(self) -> None:
        while not self._ended.wait(LOOK):
            try:
                self.look(utc_now())
            except Exception:  # a thread that ended would keep no schedule, and tell nobody
                log.exception("the schedule stumbled and goes on")
