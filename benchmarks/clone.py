"""Clone: this checkout as a newcomer gets it, in a folder of its own, used by its commands only."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

PROJECT = Path(__file__).resolve().parent.parent


class Clone:
    """A checkout without environment and state; `java` and `node` of the machine are not seen."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that `cloned` filled."""
        self.folder = folder
        self.home = folder / ".petinsure"
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("PETINSURE_", "JAVA_"))}
        # CI: no training of the engine on the side while something else is measured.
        self.environment = {**keep, "PETINSURE_HOME": str(self.home), "CI": "1"}

    def seconds(self, *command: str) -> float:
        """How long a command takes; raises `CalledProcessError` where it fails."""
        began = time.monotonic()
        with (self.folder / "bench.log").open("ab") as log:
            subprocess.run(
                command,
                cwd=self.folder,
                env=self.environment,
                stdout=log,
                stderr=log,
                check=True,
            )
        return time.monotonic() - began

    def kit(self, *arguments: str) -> float:
        """How long a command of the kit takes."""
        return self.seconds("./petinsure", *arguments)

    def said(self, *arguments: str) -> str:
        """What a command of the kit prints."""
        done = subprocess.run(
            ["./petinsure", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def last_run(self) -> dict[str, Any]:
        """The report of the pipeline's last run."""
        return dict(self.status()["last_run"])

    def runs(self) -> list[dict[str, Any]]:
        """Every run on record, oldest first, with its seconds."""
        return [dict(run) for run in json.loads(self.python(RUNS))]

    def status(self) -> dict[str, Any]:
        """What `status --json` says."""
        return dict(json.loads(self.said("status", "--json")))

    def engine_bytes(self) -> int:
        """Memory that the engine holds now."""
        pid = self.status()["services"]["spark"]["pid"]
        return int(psutil.Process(pid).memory_info().rss)

    def python(self, code: str) -> str:
        """What a piece of Python prints in the clone's environment."""
        done = subprocess.run(
            [".venv/bin/python", "-c", code],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout


RUNS = """
import json
from lakehouse.settings import get_settings
from lakehouse.storage import Lake
lake = Lake(get_settings())
paths = sorted(file.path for file in lake.files("bronze", "_runs/"))
print(json.dumps([json.loads(lake.read("bronze", path)) for path in paths]))
"""


@contextlib.contextmanager
def cloned() -> Iterator[Clone]:
    """The files of this checkout in a new folder; whatever it started is stopped at the end."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    with tempfile.TemporaryDirectory(prefix="petinsure-bench-") as name:
        folder = Path(name)
        for path in filter(None, listed.stdout.decode().split("\0")):
            if (PROJECT / path).is_file():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(PROJECT / path, folder / path)
        clone = Clone(folder)
        try:
            yield clone
        finally:
            if (folder / ".venv/bin/petinsure").exists():
                clone.kit("down")
