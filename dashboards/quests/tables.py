"""Tables: copies that quests work on, made in the viewer's sandbox."""

from __future__ import annotations

from collections.abc import Mapping

from dashboards.evidence import Evidence, stopwatch
from dashboards.sandbox import Sandbox, copy_query


def copied(
    sandbox: Sandbox,
    source: str,
    name: str,
    *,
    columns: str = "*",
    where: str = "true",
    properties: Mapping[str, str] | None = None,
) -> Evidence:
    """A fresh copy of some rows of a table of the lake, as version 0."""
    return made(sandbox, name, copy_query(source, columns=columns, where=where), properties)


def made(
    sandbox: Sandbox, name: str, query: str, properties: Mapping[str, str] | None = None
) -> Evidence:
    """A fresh table of a query's rows, as version 0; a table of that name goes away first."""
    with stopwatch() as watch:
        sandbox.create(name, query, properties=properties)
    code = sandbox.creation(name, query, properties)
    note = f"`{name}` is a table of your own: version 0, and yours to break."
    return Evidence(f"Your own {name}", code, "sql", watch.seconds, note=note)
