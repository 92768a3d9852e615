"""Step: what a page of the walkthrough declares of itself; its file also has its `render()`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

State = Literal["seeded", "claimed", "refined"]
"""States of the lake that a jump brings: as seeded; a claim submitted, followed and only in raw;
that claim in gold."""


def _not_found_by_the_registry() -> None:
    msg = "A page's render() is attached when the registry finds its file."
    raise NotImplementedError(msg)


@dataclass(frozen=True)
class Step:
    """One step of the demo.

    `key` is its address, `place` orders it within its part (1, 2, …, gaps are fine). `say` are
    the presenter's talking points, `more` what to add where someone asks. Only `essential` steps
    are on the route of who is late. `state` is what the lake must be like when the step begins.
    """

    key: str
    part: int
    place: int
    title: str
    minutes: float
    essential: bool
    say: tuple[str, ...]
    more: tuple[str, ...] = ()
    state: State = "seeded"
    render: Callable[[], None] = _not_found_by_the_registry


@dataclass(frozen=True)
class Page:
    """One page beside the five parts: its address, its order, what it is for."""

    key: str
    place: int
    title: str
    about: str
    icon: str = ":material/explore:"
    render: Callable[[], None] = _not_found_by_the_registry
