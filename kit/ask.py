"""Ask: a yes-or-no question that a terminal may answer, and silence answers with no."""

from __future__ import annotations

import select
import sys
import threading

from kit.console import OUT

PATIENCE = 20  # seconds without an answer that count as no
STEP = 0.2


def ask(question: str, stopping: threading.Event) -> bool:
    """Whether the person at the terminal says yes; without a terminal nobody does."""
    if not sys.stdin.isatty() or not OUT.is_terminal:
        return False
    OUT.print(f"{question} [y/N, no after {PATIENCE} s] ", end="", markup=False)
    for _ in range(int(PATIENCE / STEP)):
        if stopping.is_set():
            return False
        if select.select([sys.stdin], [], [], STEP)[0]:
            return sys.stdin.readline().strip().lower() in ("y", "yes")
    OUT.print()
    return False
