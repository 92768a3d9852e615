"""Views: which column of a view is made of which column of its table, from the view's own SQL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.lineage import Node, lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope

from lakehouse.lineage.datasets import short_name
from lakehouse.lineage.graph import ColumnRef, Edge
from lakehouse.observation.events import Kind
from lakehouse.serving.views import View

DIALECT = "duckdb"


@cache
def view_edges(view: View) -> tuple[Edge, ...]:
    """What each column of a view is made of."""
    table = view.table
    schema: dict[str, object] = {
        table.database: {table.name: {n: c.type for n, c in table.all_columns.items()}}
    }
    query = qualify(sqlglot.parse_one(view.body, read=DIALECT), schema=schema, dialect=DIALECT)
    scope = build_scope(query)
    edges = []
    for column, node in lineage(None, query, schema, scope=scope, dialect=DIALECT).items():
        kind: Kind = "identity" if _is_bare(node) else "transformation"
        for name in sorted(set(_leaves(node))):
            source = ColumnRef(short_name(table), name)
            edges.append(Edge(source, ColumnRef(view.name, column), (kind,), "view"))
    return tuple(edges)


def _is_bare(node: Node) -> bool:
    return isinstance(node.expression.unalias(), exp.Column)


def _leaves(node: Node) -> Iterator[str]:
    for below in node.walk():
        if isinstance(below.expression, exp.Table):
            yield below.name.rpartition(".")[2].strip('"')
