"""Registry: all steps and pages, found by their files; nothing lists them."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import cache

from dashboards.parts import PARTS, Part
from dashboards.step import Page, Step
from lakehouse.errors import DeclarationError


@cache
def steps() -> tuple[Step, ...]:
    """Every step, in the order of the demo.

    Raises `DeclarationError` for a file without a `STEP`, or with one of another part.
    """
    found = [_step(part, name) for part in PARTS for name in _names(part.folder)]
    ordered = tuple(sorted(found, key=lambda step: (step.part, step.place, step.key)))
    _refuse_twins([step.key for step in ordered] + [page.key for page in pages()])
    return ordered


@cache
def pages() -> tuple[Page, ...]:
    """Every page beside the parts, in the order of the menu."""
    found = []
    for name in _modules("dashboards.explore"):
        module = importlib.import_module(f"dashboards.explore.{name}")
        page = getattr(module, "PAGE", None)
        if isinstance(page, Page):
            found.append(replace(page, render=module.render))
    return tuple(sorted(found, key=lambda page: (page.place, page.key)))


def steps_of(part: int) -> list[Step]:
    """The steps of one part."""
    return [step for step in steps() if step.part == part]


def _names(folder: str) -> list[str]:
    return _modules(f"dashboards.steps.{folder}")


def _modules(package: str) -> list[str]:
    places = importlib.import_module(package).__path__
    return sorted(found.name for found in pkgutil.iter_modules(places) if not found.ispkg)


def _step(part: Part, name: str) -> Step:
    module = importlib.import_module(f"dashboards.steps.{part.folder}.{name}")
    step = getattr(module, "STEP", None)
    if not isinstance(step, Step) or step.part != part.number:
        file = f"dashboards/steps/{part.folder}/{name}.py"
        msg = f"{file} must declare STEP, a step of part {part.number}."
        raise DeclarationError(msg)
    return replace(step, render=module.render)


def _refuse_twins(keys: list[str]) -> None:
    twins = sorted({key for key in keys if keys.count(key) > 1})
    if twins:
        msg = f"Two files of the walkthrough declare the same key: {', '.join(twins)}."
        raise DeclarationError(msg)
