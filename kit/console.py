"""Console: what the kit prints, one line a thing, with the seconds since it began."""

from __future__ import annotations

import time

from rich.console import Console

OUT = Console(highlight=False)
ERR = Console(stderr=True, highlight=False)


class Narration:
    """Lines of one long command, each with the seconds since its start."""

    def __init__(self, began: float | None = None) -> None:
        """The clock starts now, or goes on from the start (epoch seconds) of the command above."""
        self.began = time.time() if began is None else began

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return max(0.0, time.time() - self.began)

    def say(self, text: str, *, style: str | None = None) -> None:
        """Print one line at once; square brackets in it are just brackets."""
        OUT.print(f"[dim]{self.seconds:6.1f} s[/dim]  ", end="")
        OUT.print(text, style=style, markup=False, soft_wrap=True)


def fail(sentence: str) -> None:
    """Print an error, as one red sentence on stderr."""
    ERR.print(sentence, style="red", markup=False, soft_wrap=True)
