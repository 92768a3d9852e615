"""Tracker: follows the landed claims and tells their owners of each layer they reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import structlog

from app.database import Sessions
from app.lake.landed import Landed, LandedFile
from app.notifications.notices import Notices
from app.tracker.models import TrackedFile
from app.tracker.progress import began, forget, learn, note, tracked, waiting
from app.tracker.telling import reached, told
from app.tracker.watch import BronzeWatch, GoldWatch, Sighting, SilverWatch
from lakehouse.errors import PetInsureError
from lakehouse.serving import Console
from lakehouse.storage import Lake
from lakehouse.table import Layer

PERIOD = 1.0
"""Seconds between two looks."""
AT_ONCE = timedelta(seconds=2)
"""The writer of a file and its storage agree on the time that closely."""

log = structlog.get_logger("petinsure")


class Tracker:
    """Looks every second; what it saw is stored together with what it tells.

    So a restart neither repeats nor loses anything, and while storage is away nothing is told.
    """

    def __init__(
        self, sessions: Sessions, notices: Notices, landed: Landed, lake: Lake, console: Console
    ) -> None:
        """Nothing is looked at before `start`."""
        self._sessions = sessions
        self._notices = notices
        self._landed = landed
        self._watches = (
            BronzeWatch(lake, console),
            SilverWatch(lake, console),
            GoldWatch(lake, console),
        )
        # Storage tells times to the second.
        self._since = began(sessions).replace(microsecond=0)
        self._files = tracked(sessions)
        self._compared = -1
        self._ended = Event()
        self._thread = Thread(target=self._run, name="tracker", daemon=True)

    def start(self) -> None:
        """Begin to look, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End it; what was seen is stored already."""
        self._ended.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._ended.wait(PERIOD):
            try:
                self.look()
            except PetInsureError as error:
                log.debug("the tracker looked in vain", reason=str(error))
            except Exception:  # a thread that ended would tell nobody of any claim again
                if not self._ended.is_set():  # what it asks is being closed
                    log.exception("the tracker stumbled and goes on")

    def look(self) -> None:
        """Look once: at the files in raw, then at each layer in turn.

        Raises `PetInsureError` where storage does not answer; the next look carries on.
        """
        changes = self._landed.changes
        if self._landed.looks and changes != self._compared:
            self._compare(self._landed.claims())
            self._compared = changes
        for watch in self._watches:
            self._arrived(watch.layer, watch.look(waiting(self._files.values(), watch.layer)))

    def _compare(self, landed: Sequence[LandedFile]) -> None:
        """Take note of files that came, and of those that are gone."""
        found = {file.path: file for file in landed}
        gone = [t for path, t in self._files.items() if not _is_same(t, found.get(path))]
        kept = self._files.keys() - {file.path for file in gone}
        came = [file for path, file in found.items() if path not in kept]
        learned = [found[path] for path in kept if self._files[path].etag != found[path].etag]
        if not gone and not came and not learned:
            return
        new = {file.path: self._tracked(file) for file in came}
        notices = [n for file in came if (n := told(new[file.path], file))]
        with self._sessions.begin() as session:
            forget(session, gone)
            learn(session, learned)
            session.add_all(new.values())
            session.flush()
            self._notices.record(session, notices)
        for file in gone:
            del self._files[file.path]
        for known in learned:
            self._files[known.path].etag = known.etag
            self._files[known.path].modified = known.modified
        self._files |= new
        self._notices.wake(notices)

    def _arrived(self, layer: Layer, sightings: Mapping[str, Sighting[Any]]) -> None:
        """Take note of files that came into a layer, and tell their owners."""
        if not sightings:
            return
        notices = [
            notice
            for path, sighting in sightings.items()
            if (notice := reached(self._files[path], sighting))
        ]
        with self._sessions.begin() as session:
            note(session, layer, {path: s.arrival for path, s in sightings.items()})
            self._notices.record(session, notices)
        for path, sighting in sightings.items():
            setattr(self._files[path], f"{layer}_version", sighting.arrival.version)
            setattr(self._files[path], f"{layer}_at", sighting.arrival.at)
        self._notices.wake(notices)

    def _tracked(self, file: LandedFile) -> TrackedFile:
        number = file.record.get("claim_number")
        return TrackedFile(
            path=file.path,
            etag=file.etag,
            modified=file.modified,
            claim_id=file.key,
            number=number if isinstance(number, str) else file.key,
            revision=file.revision,
            customer_id=file.customer_id,
            quiet=file.modified < self._since,
        )


def _is_same(known: TrackedFile, found: LandedFile | None) -> bool:
    """Whether a file is still the one that is tracked, and not another of its name.

    Who has just written a file does not know its etag yet.
    """
    if found is None:
        return False
    unknown = known.etag is None or found.etag is None
    return unknown or known.etag == found.etag or _together(known, found)


def _together(known: TrackedFile, found: LandedFile) -> bool:
    return abs(found.modified - known.modified) < AT_ONCE
