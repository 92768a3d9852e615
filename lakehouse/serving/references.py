"""Table references of a query: each is a relation of the lake, or the query is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp

from lakehouse.errors import QueryRefused
from lakehouse.serving.relations import (
    CATALOGUE,
    CATALOGUE_TABLES,
    DATABASES,
    HOME,
    Relation,
    find,
    suggestion,
)


def resolve(query: exp.Expression) -> tuple[exp.Expression, frozenset[Relation], bool]:
    """The query with every table under its full name, the relations, and if it asks about all.

    Raises `QueryRefused` for a name that is no relation: another's table, a file, a path.
    """
    query = query.copy()
    relations, catalogue = set(), False
    for cte in query.find_all(exp.CTE):
        if not re.fullmatch(r"\w+", cte.alias):
            msg = f"The name {cte.alias!r} in WITH is not possible; use letters, digits and _."
            raise QueryRefused(msg)
    for table in list(query.find_all(exp.Table)):
        if not isinstance(table.this, exp.Identifier | exp.Dot):
            continue  # a table function, which the inspection judges
        if not table.db and table.name.lower() in _visible(table):
            continue
        if table.db.lower() == CATALOGUE and not table.catalog:
            _ask_catalogue(table)
            catalogue = True
        else:
            relations.add(_rename(table))
    for column in query.find_all(exp.Column):
        if column.db.lower() in (*DATABASES, *HOME, CATALOGUE):
            column.set("db", None)  # tables are known by their bare names from here on
    return query, frozenset(relations), catalogue


def _visible(table: exp.Table) -> Iterator[str]:
    """Names of the common table expressions that a reference can mean, in lower case."""
    below: exp.Expression = table
    for node in _ancestors(table):
        clause = node.args.get("with_")
        if isinstance(clause, exp.With) and clause is not below:
            yield from (cte.alias.lower() for cte in clause.expressions)
        elif isinstance(node, exp.With):
            names = [cte.alias.lower() for cte in node.expressions]
            own = next(i for i, cte in enumerate(node.expressions) if cte is below)
            yield from names if node.recursive else names[:own]
        below = node


def _ancestors(node: exp.Expression) -> Iterator[exp.Expression]:
    while isinstance(node.parent, exp.Expression):
        node = node.parent
        yield node


def _rename(table: exp.Table) -> Relation:
    written = ".".join(part.name for part in table.parts)
    if table.args.get("version") or table.args.get("when"):
        msg = (
            f"Earlier versions of {written} cannot be read here, as on a serverless SQL pool; "
            "Spark reads them (`./petinsure sql --engine spark`)."
        )
        raise QueryRefused(msg)
    found = None if table.catalog else find(table.db, table.name)
    if found is None:
        msg = f"There is no table {written}: {suggestion(table.name)}"
        raise QueryRefused(msg)
    if not table.alias and table.name != found.name:
        table.set("alias", exp.TableAlias(this=exp.to_identifier(table.name)))
    table.set("this", exp.to_identifier(found.name))
    table.set("db", exp.to_identifier(found.database))
    return found


def _ask_catalogue(table: exp.Table) -> None:
    """Put the lake's part of `information_schema` in place of a reference to it."""
    name = table.name.lower()
    if name not in CATALOGUE_TABLES:
        known = " and ".join(f"{CATALOGUE}.{known}" for known in CATALOGUE_TABLES)
        msg = f"{CATALOGUE}.{table.name} cannot be read here; {known} can."
        raise QueryRefused(msg)
    commented = "COLUMN_COMMENT" if name == "columns" else "TABLE_COMMENT"
    databases = ", ".join(f"'{database}'" for database in DATABASES)
    # DuckDB's column has another name than the comment has elsewhere.
    lake = exp.select("*", f'{commented} AS "comment"', dialect="duckdb")
    lake = lake.from_(f"{CATALOGUE}.{name}", dialect="duckdb")
    lake = lake.where(f"table_schema IN ({databases})", dialect="duckdb")
    asked = exp.Subquery(this=lake, **{k: v for k, v in table.args.items() if k in KEPT})
    if not table.alias:
        asked.set("alias", exp.TableAlias(this=exp.to_identifier(name)))
    table.replace(asked)


KEPT = ("alias", "joins", "laterals", "pivots", "sample")
"""What a reference carries besides its name."""
