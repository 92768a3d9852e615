"""Term: a word of the field, what it means here, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules


@dataclass(frozen=True)
class Term:
    """One term; `shown_on` is the key of a step or page, `also` are other words for it."""

    name: str
    meaning: str
    shown_on: str
    also: tuple[str, ...] = ()


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """All terms by their field: a file of this folder with `FIELD`, its `PLACE`, and `TERMS`."""
    names = [info.name for info in iter_modules(import_module("dashboards.glossary").__path__)]
    modules = [import_module(f"dashboards.glossary.{name}") for name in names]
    fields = [module for module in modules if hasattr(module, "TERMS")]
    return {
        field.FIELD: tuple(sorted(field.TERMS, key=lambda term: term.name.casefold()))
        for field in sorted(fields, key=lambda field: field.PLACE)
    }


def found(words: str) -> dict[str, tuple[Term, ...]]:
    """Terms in whose name, other names or meaning every word occurs, by field."""
    wanted = words.casefold().split()
    some = {
        field: tuple(term for term in of_field if _has(term, wanted))
        for field, of_field in terms().items()
    }
    return {field: of_field for field, of_field in some.items() if of_field}


def _has(term: Term, wanted: list[str]) -> bool:
    text = " ".join((term.name, *term.also, term.meaning)).casefold()
    return all(word in text for word in wanted)
