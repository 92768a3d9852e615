"""Snapshots: copies of the whole lake (files, tables, checkpoints, history) to go back to."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.places import database_file
from kit.errors import SnapshotNotFound, SnapshotRefused
from kit.home import Home
from kit.lake.portal_database import copy_database, restore_database
from kit.lake.rest import at_rest, data_folder
from kit.services.site import Site
from lakehouse.marks import forget_marks, note_marks, read_marks
from lakehouse.pipeline.lease import holder
from lakehouse.pipeline.left_behind import end_left_behind
from lakehouse.settings import Settings
from lakehouse.storage import Lake

SEEDED = "seeded"
"""The snapshot that seeding takes, and that `reset` goes back to unless told another."""

DATABASE = "portal.db"

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}", re.IGNORECASE)


@dataclass(frozen=True)
class Snapshot:
    """A copy of the lake: its name, when it was taken (UTC), of which storage, its bytes."""

    name: str
    taken_at: str
    storage: str
    size: int


def take(settings: Settings, name: str) -> Snapshot:
    """Copy the lake as it is now; an earlier copy of that name is replaced.

    Raises `SnapshotRefused` for a name that is none, on a real account, or during a run.
    """
    if not NAME.fullmatch(name):
        msg = f"A snapshot's name is letters, digits, dots and dashes, not {name!r}."
        raise SnapshotRefused(msg)
    site = Site.of(settings)
    _refuse_where_impossible(site)
    place = site.home.snapshots / name
    partial = _emptied(place.with_name(f".{name}.partial"))
    with at_rest(site):
        _copy(data_folder(site), partial / "data")
        copy_database(database_file(site.home.path), partial / DATABASE)
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    size = sum(file.stat().st_size for file in partial.rglob("*") if file.is_file())
    taken = Snapshot(name, now, settings.storage, size)
    (partial / "marks.json").write_text(json.dumps(read_marks(settings)))
    (partial / "snapshot.json").write_text(json.dumps(asdict(taken)))
    _emptied(place).rmdir()
    partial.rename(place)
    return taken


def restore(settings: Settings, name: str) -> Snapshot:
    """Bring the lake back to a snapshot; the snapshot stays.

    Raises `SnapshotNotFound`, or `SnapshotRefused` on a real account or during a run.
    """
    site = Site.of(settings)
    found = find(site.home, name)
    if found.storage != settings.storage:
        msg = f"Snapshot {name} is of {found.storage} storage, and this lake is {settings.storage}."
        raise SnapshotRefused(msg)
    _refuse_where_impossible(site)
    data = data_folder(site)
    incoming, outgoing = _incoming(data), data.with_name(f".{data.name}.outgoing")
    partial = _emptied(data.with_name(f".{data.name}.partial"))
    partial.rmdir()
    _copy(site.home.snapshots / name / "data", partial)
    _emptied(incoming).rmdir()
    partial.rename(incoming)
    with at_rest(site):  # the copy is made: the lake is away for two renames only
        _emptied(outgoing).rmdir()
        data.rename(outgoing)
        incoming.rename(data)
        forget_marks(settings)  # the commits made since are gone on purpose
        note_marks(settings, json.loads((site.home.snapshots / name / "marks.json").read_text()))
        restore_database(site.home.snapshots / name / DATABASE, database_file(site.home.path))
    shutil.rmtree(outgoing, ignore_errors=True)
    return found


def complete_restore(site: Site) -> None:
    """Finish a restore that was cut off between its two renames; call it before Azurite starts."""
    data = data_folder(site)
    incoming = _incoming(data)
    if incoming.exists() and not data.exists():
        incoming.rename(data)


def find(home: Home, name: str) -> Snapshot:
    """A snapshot by its name; raises `SnapshotNotFound`, naming those there are."""
    for snapshot in available(home):
        if snapshot.name == name:
            return snapshot
    names = ", ".join(snapshot.name for snapshot in available(home)) or "none yet"
    msg = f"There is no snapshot {name!r}; there are: {names}."
    raise SnapshotNotFound(msg)


def available(home: Home) -> list[Snapshot]:
    """All snapshots, the oldest first."""
    notes = home.snapshots.glob("*/snapshot.json")
    found = [Snapshot(**json.loads(note.read_text())) for note in notes]
    return sorted(found, key=lambda snapshot: snapshot.taken_at)


def remove(home: Home, name: str) -> None:
    """Delete a snapshot; raises `SnapshotNotFound`."""
    shutil.rmtree(home.snapshots / find(home, name).name)


def remove_by_hand(home: Home, name: str) -> None:
    """Delete a snapshot that a person took; raises `SnapshotRefused` for the seeded one."""
    if name == SEEDED:
        msg = f"Snapshot {SEEDED} is what `./petinsure reset` goes back to; it stays."
        raise SnapshotRefused(msg)
    remove(home, name)


def _refuse_where_impossible(site: Site) -> None:
    if site.settings.storage == "adls":
        msg = "Snapshots are copies of a lake on this machine; a real account has none."
        raise SnapshotRefused(msg)
    if not data_folder(site).exists():
        msg = "There is no lake yet; `./petinsure up` makes one."
        raise SnapshotRefused(msg)
    if site.settings.storage == "azurite" and not _answers(site):
        return  # nothing runs, so no run does
    lake = Lake(site.settings)
    running = holder(lake)
    if running:
        msg = f"{running}, then try again."
        raise SnapshotRefused(msg)
    end_left_behind(site.settings, lake)


def _answers(site: Site) -> bool:
    from kit.services.azurite import AZURITE

    return AZURITE.answers(site)


def _copy(source: Path, target: Path) -> None:
    # Never by hard links: Azurite appends to the files it has.
    shutil.copytree(source, target, copy_function=shutil.copyfile)


def _incoming(data: Path) -> Path:
    return data.with_name(f".{data.name}.incoming")


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
