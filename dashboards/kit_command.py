"""The kit's command, as the walkthrough drives it: `petinsure … --json`, one object a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from lakehouse.errors import PetInsureError
from lakehouse.settings import get_settings


class KitFailed(PetInsureError):
    """A command of the kit failed; the message is its own."""


def stream(*arguments: str) -> Iterator[dict[str, Any]]:
    """Run a command of the kit and give what it says as it says it; its last line is what came.

    Raises `KitFailed` with the command's own sentence.
    """
    environment = {**os.environ, "PETINSURE_HOME": str(get_settings().home.resolve())}
    with subprocess.Popen(
        [sys.executable, "-m", "kit", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            assert child.stdout is not None  # noqa: S101 - a pipe was asked for
            yield from map(json.loads, child.stdout)
            _, said = child.communicate()
        finally:
            if child.poll() is None:
                child.terminate()
    if child.returncode:
        lines = said.strip().splitlines()
        raise KitFailed(lines[-1] if lines else f"`petinsure {' '.join(arguments)}` failed.")


def call(*arguments: str) -> dict[str, Any]:
    """Run a command of the kit to its end: the last object it said."""
    said: dict[str, Any] = {}
    for said in stream(*arguments):  # noqa: B007 - the last one counts
        pass
    return said
