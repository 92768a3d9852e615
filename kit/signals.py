"""Signals: Ctrl-C, a closed terminal and `down` all mean the same, an orderly stop."""

from __future__ import annotations

import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def orderly_stop() -> Iterator[threading.Event]:
    """Gives an event that such a signal sets; a second one changes nothing."""
    stopping = threading.Event()
    before = {number: signal.signal(number, lambda *_: stopping.set()) for number in STOPPING}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def interrupted_by_any() -> Iterator[None]:
    """Within, every such signal interrupts as Ctrl-C does."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def set_when_unheard(stopping: threading.Event) -> None:
    """Set the event once nobody reads our output any more: the program that started us is gone."""
    output = select.poll()
    output.register(sys.stdout.fileno(), 0)  # without being asked it tells of hang-ups alone

    def listen() -> None:
        output.poll()
        stopping.set()

    threading.Thread(target=listen, daemon=True).start()
