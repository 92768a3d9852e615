"""Lease: one run at a time across processes and machines, held by a blob or a locked file."""

from __future__ import annotations

import getpass
import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import psutil
from filelock import FileLock, Timeout

from lakehouse.errors import RunInProgress
from lakehouse.pipeline.left_behind import end_left_behind
from lakehouse.settings import Settings
from lakehouse.storage import Lake, connection_string, unavailable

if TYPE_CHECKING:
    from azure.storage.blob import BlobClient

LOCK = "_run.lock"
HOLDER = "_run.json"
LEASE_SECONDS = 60
RENEW_SECONDS = 20


@dataclass(frozen=True)
class Holder:
    """Who holds the lease: login name, process, since when (UTC, ISO 8601), and for what."""

    by: str
    host: str
    pid: int
    process_started: float
    since: str
    live: bool = False

    @property
    def dead(self) -> bool:
        """Whether the holder was a process of this machine that is gone."""
        if self.host != socket.gethostname():
            return False
        try:
            return psutil.Process(self.pid).create_time() != self.process_started
        except psutil.NoSuchProcess:
            return True

    def __str__(self) -> str:
        """What goes on, who does it since when, and what to do about it: two halves of a sentence.

        The third, what to do then, is the reader's.
        """
        what, remedy = "A pipeline run is going on", "wait until it ends"
        if self.live:
            what, remedy = "Live mode is on", "end it (Ctrl-C there, or the portal's switch)"
        who = f"by {self.by} (pid {self.pid} on {self.host}) since {self.since}"
        return f"{what}, {who}; {remedy}"


def actor(settings: Settings) -> str:
    """Who acts: the configured name, else the login name."""
    if settings.actor:
        return settings.actor
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


@contextmanager
def run_lease(settings: Settings, since: str, *, live: bool = False) -> Iterator[threading.Event]:
    """Hold the one lease of the lake while a run goes on; the event given is set if it gets lost.

    Raises `RunInProgress` where a living process holds it; that of a dead one is broken at once,
    and streams that it left behind in the engine are ended.
    """
    process = psutil.Process()
    started = process.create_time()
    me = Holder(actor(settings), socket.gethostname(), process.pid, started, since, live)
    lake = Lake(settings)
    hold = _file_lock if settings.storage == "local" else _blob_lease
    with hold(settings, lake) as lost:
        lake.write("bronze", HOLDER, json.dumps(asdict(me)).encode())
        try:
            end_left_behind(settings, lake)
            yield lost
        finally:
            lake.delete("bronze", [HOLDER])


def holder(lake: Lake) -> Holder | None:
    """Who holds the lease now; None where nobody does (or its process is gone)."""
    data = lake.read("bronze", HOLDER)
    found = Holder(**json.loads(data)) if data else None
    return None if found is None or found.dead else found


def _in_progress(found: Holder | None) -> RunInProgress:
    told = found or "A pipeline run is going on, by another process; wait until it ends"
    msg = f"{told}, then run again."
    return RunInProgress(msg)


@contextmanager
def _file_lock(settings: Settings, lake: Lake) -> Iterator[threading.Event]:
    (settings.lake_root / "bronze").mkdir(parents=True, exist_ok=True)
    try:
        # The operating system frees the lock of a process that dies.
        with FileLock(settings.lake_root / "bronze" / LOCK, timeout=0):
            yield threading.Event()
    except Timeout as error:
        raise _in_progress(holder(lake)) from error


@contextmanager
def _blob_lease(settings: Settings, lake: Lake) -> Iterator[threading.Event]:
    lake.create("bronze", LOCK, b"")
    blob = _blob(settings)
    lease = _acquire(settings, lake, blob)
    done, lost = threading.Event(), threading.Event()
    renewal = threading.Thread(target=_renew, args=(lease, done, lost), daemon=True)
    renewal.start()
    try:
        yield lost
    finally:
        done.set()
        renewal.join()
        _release(lease)


def _blob(settings: Settings) -> BlobClient:
    from azure.storage.blob import BlobClient

    quick: dict[str, Any] = {"retry_total": 1, "connection_timeout": 3, "read_timeout": 20}
    if settings.key:
        return BlobClient.from_connection_string(
            connection_string(settings), "bronze", LOCK, **quick
        )
    from azure.identity import DefaultAzureCredential

    account = f"https://{settings.account}.blob.core.windows.net"
    return BlobClient(account, "bronze", LOCK, credential=DefaultAzureCredential(), **quick)


def _acquire(settings: Settings, lake: Lake, blob: BlobClient) -> Any:
    from azure.core.exceptions import AzureError, HttpResponseError, ResourceExistsError
    from azure.storage.blob import BlobLeaseClient

    try:
        return blob.acquire_lease(lease_duration=LEASE_SECONDS)
    except ResourceExistsError as error:
        data = lake.read("bronze", HOLDER)
        found = Holder(**json.loads(data)) if data else None
        if found is None or not found.dead:
            raise _in_progress(found) from error
        BlobLeaseClient(blob).break_lease(lease_break_period=0)
    except AzureError as error:
        raise unavailable(settings, error) from error
    try:
        return blob.acquire_lease(lease_duration=LEASE_SECONDS)
    except HttpResponseError as error:
        raise _in_progress(holder(lake)) from error


def _renew(lease: Any, done: threading.Event, lost: threading.Event) -> None:
    from azure.core.exceptions import AzureError, HttpResponseError

    while not done.wait(RENEW_SECONDS):
        try:
            lease.renew()
        except HttpResponseError:
            # Somebody took it over, as after a sleep of this machine that was longer than it.
            lost.set()
            return
        except AzureError:
            # Storage is gone; the run fails by itself at its next read or write.
            return


def _release(lease: Any) -> None:
    from azure.core.exceptions import AzureError

    try:
        lease.release()
    except AzureError:
        # Storage went away during the run; an unreleased lease ends by itself.
        return
