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
    """Who holds the lease: login name, process, and since when (UTC, ISO 8601)."""

    by: str
    host: str
    pid: int
    process_started: float
    since: str

    @property
    def dead(self) -> bool:
        """Whether the holder was a process of this machine that is gone."""
        if self.host != socket.gethostname():
            return False
        try:
            return psutil.Process(self.pid).create_time() != self.process_started
        except psutil.NoSuchProcess:
            return True


def actor(settings: Settings) -> str:
    """Who acts: the configured name, else the login name."""
    if settings.actor:
        return settings.actor
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


@contextmanager
def run_lease(settings: Settings, since: str) -> Iterator[None]:
    """Hold the one lease of the lake while a run goes on.

    Raises `RunInProgress` where a living process holds it; that of a dead one is broken at once.
    """
    process = psutil.Process()
    me = Holder(actor(settings), socket.gethostname(), process.pid, process.create_time(), since)
    lake = Lake(settings)
    hold = _file_lock if settings.storage == "local" else _blob_lease
    with hold(settings, lake):
        lake.write("bronze", HOLDER, json.dumps(asdict(me)).encode())
        try:
            yield
        finally:
            lake.delete("bronze", [HOLDER])


def holder(lake: Lake) -> Holder | None:
    """Who holds the lease now; None where nobody does (or its process is gone)."""
    data = lake.read("bronze", HOLDER)
    found = Holder(**json.loads(data)) if data else None
    return None if found is None or found.dead else found


def _in_progress(found: Holder | None) -> RunInProgress:
    who = (
        f"by {found.by} (pid {found.pid} on {found.host}) since {found.since}"
        if found
        else "by another process"
    )
    msg = f"A pipeline run is going on, {who}; wait until it ends, then run again."
    return RunInProgress(msg)


@contextmanager
def _file_lock(settings: Settings, lake: Lake) -> Iterator[None]:
    (settings.lake_root / "bronze").mkdir(parents=True, exist_ok=True)
    try:
        # The operating system frees the lock of a process that dies.
        with FileLock(settings.lake_root / "bronze" / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise _in_progress(holder(lake)) from error


@contextmanager
def _blob_lease(settings: Settings, lake: Lake) -> Iterator[None]:
    lake.create("bronze", LOCK, b"")
    blob = _blob(settings)
    lease = _acquire(settings, lake, blob)
    done = threading.Event()
    renewal = threading.Thread(target=_renew, args=(lease, done), daemon=True)
    renewal.start()
    try:
        yield
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


def _renew(lease: Any, done: threading.Event) -> None:
    from azure.core.exceptions import AzureError

    while not done.wait(RENEW_SECONDS):
        try:
            lease.renew()
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
