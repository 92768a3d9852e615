"""Progress: one line for each thing set-up does, with the seconds since it began."""

from __future__ import annotations

import os
import sys
import time

STARTED_AT = "PETINSURE_SETUP_STARTED"
"""Environment variable by which a second stage counts on from the first one's start."""


def begin() -> None:
    """Start the clock, unless an earlier stage did."""
    os.environ.setdefault(STARTED_AT, repr(time.time()))


def elapsed() -> float:
    """Seconds since set-up began."""
    return max(0.0, time.time() - float(os.environ.get(STARTED_AT, time.time())))


def say(step: str, text: str) -> None:
    """Print one line at once, also where output goes to a file."""
    # One write with its end: steps that go on side by side must not share a line.
    sys.stdout.write(f"{elapsed():6.1f} s  {step:<9} {text}\n")
    sys.stdout.flush()
