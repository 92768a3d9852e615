"""Detached: `up` in a process of its own, followed until all is ready."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from kit.console import OUT
from kit.home import Home
from kit.services.record import read
from lakehouse.settings import Settings

POLL = 0.2


def up_detached(settings: Settings, *, browser: bool) -> int:
    """Start `up` in the background and return when it is ready (0) or has given up (1)."""
    home = Home(settings.home.resolve())
    home.create()
    if read(home).watched():
        OUT.print("The kit is already running, or starting; see `./petinsure status`.")
        return 0
    log = home.logs / "up.log"
    command = [sys.executable, "-m", "kit", "up", *([] if browser else ["--no-browser"])]
    environment = {**os.environ, "PETINSURE_HOME": str(home.path)}
    with log.open("wb") as out:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
    try:
        code = _follow(child, home, log)
    except KeyboardInterrupt:
        child.terminate()
        child.wait()
        raise
    if code is None:
        OUT.print("Everything runs in the background; `./petinsure down` stops it.")
    return code or 0


def _follow(child: subprocess.Popen[bytes], home: Home, log: Path) -> int | None:
    """Show what `up` says until it is ready (None) or has ended (its exit code)."""
    pause = threading.Event()
    with log.open(errors="replace") as said:
        while True:
            ended = child.poll() is not None
            record = read(home)
            ready = record.ready and record.watcher is not None and record.watcher.pid == child.pid
            sys.stdout.write(said.read())
            sys.stdout.flush()
            if ended:
                return child.returncode
            if ready:
                return None
            pause.wait(POLL)
