"""Landed: the portal's own files in container raw, mirrored in memory from the moment they land.

Silver knows a claim only once a run took it in; its owner sees it at once.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event, Lock, RLock, Thread
from typing import Any, Literal

import structlog

from lakehouse.errors import PetInsureError
from lakehouse.storage import Lake, LakeFile

Kind = Literal["claims", "pets", "policies", "customers"]
KEYS: dict[Kind, str] = {
    "claims": "claim_id",
    "pets": "pet_id",
    "policies": "policy_id",
    "customers": "customer_id",
}
"""Each kind of file with the column that is its key."""

PERIOD = 1.0
"""Seconds between two looks at container raw."""

NAME = re.compile(r"(?P<key>[^/]+?)(?:\.(?P<revision>\d{1,6}))?\.json")

log = structlog.get_logger("petinsure")


@dataclass(frozen=True)
class LandedFile:
    """One object in container raw: the record as it came (revision 1), or as it was changed."""

    kind: Kind
    key: str
    revision: int
    path: str
    size: int
    modified: datetime
    etag: str | None
    record: dict[str, Any]

    @property
    def customer_id(self) -> str | None:
        """The customer that the record names."""
        found = self.record.get("customer_id")
        return found if isinstance(found, str) else None


LandedClaim = LandedFile


class Landed:
    """The mirror; safe to use from several threads.

    Whoever asks before the first look waits for it, or raises `StorageUnavailable`: to answer out
    of nothing would be to say that nothing is there.
    """

    def __init__(self, lake: Lake) -> None:
        """Nothing is looked at yet."""
        self._lake = lake
        self._files: dict[str, LandedFile] = {}
        self._newest: dict[Kind, dict[str, LandedFile]] = {kind: {} for kind in KEYS}
        self._unread: dict[str, str | None] = {}
        self._lock = RLock()
        self._first_look = Lock()
        self._ended = Event()
        self._thread = Thread(target=self._run, name="landed", daemon=True)
        self.changes = 0
        """Grows with every change of the mirror."""
        self.looks = 0
        """Grows with every whole look at container raw; before the first, nothing is known."""

    def start(self) -> None:
        """Look at container raw now and then every second."""
        self._thread.start()

    def stop(self) -> None:
        """End the looking."""
        self._ended.set()
        self._thread.join(timeout=10)

    def newest(self, kind: Kind) -> list[LandedFile]:
        """The newest revision of every record of a kind."""
        self._look_first()
        with self._lock:
            return list(self._newest[kind].values())

    def find(self, kind: Kind, key: str) -> LandedFile | None:
        """The newest revision of one record."""
        self._look_first()
        with self._lock:
            return self._newest[kind].get(key)

    def revisions(self, kind: Kind, key: str) -> list[LandedFile]:
        """All files of one record, as they came."""
        self._look_first()
        with self._lock:
            found = [f for f in self._files.values() if f.kind == kind and f.key == key]
        return sorted(found, key=lambda file: file.revision)

    def claims(self) -> list[LandedClaim]:
        """Every file of a claim, revisions too."""
        self._look_first()
        with self._lock:
            return [file for file in self._files.values() if file.kind == "claims"]

    def add(self, file: LandedFile) -> None:
        """Take in a file that was written just now."""
        with self._lock:
            self._files[file.path] = file
            _stand_for(self._newest[file.kind], file)
            self.changes += 1

    def refresh(self) -> None:
        """Take in what is new in container raw, and let go what is gone.

        Raises `StorageUnavailable`; the mirror then stays as it was.
        """
        before = set(self._paths())
        listed = {f.path: (kind, f) for kind in KEYS for f in self._lake.files("raw", f"{kind}/")}
        read = [self._read(kind, file) for kind, file in listed.values() if self._is_new(file)]
        with self._lock:
            gone = before - listed.keys()
            for path in gone:
                del self._files[path]
            for file in read:
                if file:
                    self._files[file.path] = file
            if gone or any(read):
                self._settle()
            self.looks += 1

    def _look_first(self) -> None:
        if self.looks:
            return
        with self._first_look:
            if not self.looks:
                self.refresh()

    def _run(self) -> None:
        while True:
            try:
                self.refresh()
            except PetInsureError as error:
                log.debug("container raw could not be listed", reason=str(error))
            if self._ended.wait(PERIOD):
                return

    def _paths(self) -> list[str]:
        with self._lock:
            return list(self._files)

    def _is_new(self, file: LakeFile) -> bool:
        with self._lock:
            known = self._files.get(file.path)
        etag = known.etag if known else self._unread.get(file.path, "")
        return etag != file.etag

    def _read(self, kind: Kind, file: LakeFile) -> LandedFile | None:
        """A file as a record; None for what is none, which is the pipeline's to judge."""
        if (known := self._written_here(file)) is not None:
            return replace(known, modified=file.modified, etag=file.etag)
        name = NAME.fullmatch(file.path.partition("/")[2])
        try:
            record = json.loads(self._lake.read("raw", file.path) or b"")
        except (ValueError, RecursionError):
            record = None
        key = record.get(KEYS[kind]) if isinstance(record, dict) else None
        if name is None or not isinstance(key, str):
            self._unread[file.path] = file.etag
            return None
        revision = int(name["revision"] or 1)
        return LandedFile(
            kind, key, revision, file.path, file.size, file.modified, file.etag, record
        )

    def _written_here(self, file: LakeFile) -> LandedFile | None:
        """What this server wrote under the name of a file, before storage told its etag."""
        with self._lock:
            known = self._files.get(file.path)
        is_it = known is not None and known.etag is None and known.size == file.size
        return known if is_it else None

    def _settle(self) -> None:
        newest: dict[Kind, dict[str, LandedFile]] = defaultdict(dict, {k: {} for k in KEYS})
        for file in self._files.values():
            _stand_for(newest[file.kind], file)
        self._newest = newest
        self.changes += 1


def _stand_for(newest: dict[str, LandedFile], file: LandedFile) -> None:
    """Let a file stand for its record, unless a newer one does."""
    known = newest.get(file.key)
    if known is None or known.path == file.path or _order(file) > _order(known):
        newest[file.key] = file


def _order(file: LandedFile) -> tuple[int, datetime]:
    return file.revision, file.modified
