"""Ending: a run or live mode that is going on is told to end, before the lake is put back."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

import psutil

from kit.errors import SnapshotRefused
from kit.services.azurite import AZURITE
from kit.services.site import Site
from lakehouse.pipeline.lease import Holder, holder
from lakehouse.settings import Settings
from lakehouse.storage import Lake

PATIENCE = 60.0  # seconds in which a run that was told to end has to end
LOOK = 0.2


def end_runs(settings: Settings) -> Holder | None:
    """End the run or live mode of this machine that is going on, in order; what it was.

    Raises `SnapshotRefused` where it is another machine's, no `petinsure run`, or does not end.
    """
    if settings.storage == "azurite" and not AZURITE.answers(Site.of(settings)):
        return None
    lake = Lake(settings)
    found = holder(lake)
    if found is None:
        return None
    if found.host != socket.gethostname() or not _is_a_run(found.pid):
        msg = f"{found}, then try again."
        raise SnapshotRefused(msg)
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(found.pid).terminate()
    until, pause = time.monotonic() + PATIENCE, threading.Event()
    while holder(lake) is not None:
        if time.monotonic() > until:
            msg = f"{found}; it was told to end and goes on."
            raise SnapshotRefused(msg)
        pause.wait(LOOK)
    return found


def _is_a_run(pid: int) -> bool:
    """Whether a process is a `petinsure run` of the command's or the portal's."""
    with contextlib.suppress(psutil.Error):
        words = psutil.Process(pid).cmdline()
        ours = any(word == "kit" or word.endswith("petinsure") for word in words)
        return ours and "run" in words
    return False
