"""Scripts: what is done and checked at each step, by its key; a page without one is looked at."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from pkgutil import iter_modules

from kit.rehearsal.scene import Scene

Script = Callable[[Scene], None]

_known: dict[str, Script] = {}


def script(key: str) -> Callable[[Script], Script]:
    """Register what is done at the step or page of this key."""

    def register(play: Script) -> Script:
        _known[key] = play
        return play

    return register


@cache
def scripts() -> dict[str, Script]:
    """Every script by the key of its step: those of the files named part…, and beside them."""
    package = importlib.import_module("kit.rehearsal.parts")
    for found in iter_modules(package.__path__):
        importlib.import_module(f"kit.rehearsal.parts.{found.name}")
    return dict(_known)


def look(scene: Scene) -> None:
    """A page without a script of its own: there is something on it, and no failure."""
    page = scene.window.everything()
    pieces = len(scene.window.all_evidence()) + len(page.grids) + len(page.code)
    scene.true(
        "It shows what it is about", pieces > 0, f"{pieces} results and pieces of code", "it"
    )
    scene.shoot(scene.played.title)
