"""Names that can be queried: the views, and the tables of all layers in their databases."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from lakehouse.serving.views import View, views
from lakehouse.table import LAYERS, Table
from lakehouse.tables import tables

MAIN = "main"
HOME = ("", MAIN, "dbo")
"""Databases in which the views are found: no name, DuckDB's and SQL Server's."""
DEFAULT = "petinsure_gold"
"""Database whose tables need no database before their name."""
CATALOGUE = "information_schema"
CATALOGUE_TABLES = ("columns", "tables")
DATABASES = (MAIN, *(f"petinsure_{layer}" for layer in LAYERS))


@dataclass(frozen=True)
class Relation:
    """A view or table that can be queried, under its one full name."""

    database: str
    name: str
    table: Table
    view: View | None = None

    @property
    def full_name(self) -> str:
        """The name to show and to run: a view's alone, a table's with its database."""
        return self.name if self.view else f"{self.database}.{self.name}"


@cache
def relations() -> dict[tuple[str, str], Relation]:
    """Every relation by database and name; a table's second name is one of its own."""
    known = [Relation(MAIN, view.name, view.table, view) for view in views().values()]
    for table in tables().values():
        known.extend(Relation(table.database, n, table) for n in (table.name, table.alias) if n)
    return {(relation.database, relation.name): relation for relation in known}


def find(database: str, name: str) -> Relation | None:
    """The relation that a reference means, in whatever case it is written."""
    database, name = database.lower(), name.lower()
    places = (MAIN, DEFAULT) if database in HOME else (database,)
    return next((relations()[p, name] for p in places if (p, name) in relations()), None)


def suggestion(name: str) -> str:
    """What may have been meant instead of an unknown name: half a sentence."""
    full_names = {r.full_name: r for r in relations().values()}
    bare = {relation.name: full for full, relation in full_names.items()}
    close = get_close_matches(name.lower().rsplit(".", 1)[-1], bare, n=1, cutoff=0.6)
    if close:
        return f"did you mean {bare[close[0]]}?"
    return f"there are {', '.join(views())} and the tables of {', '.join(DATABASES[1:])}."
