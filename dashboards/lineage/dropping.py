"""Dropping: a table of the viewer's own without a column, and who can still be built on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, stopwatch
from dashboards.sandbox import copy_query
from dashboards.sentences import engine_words
from lakehouse.lineage import Impact
from lakehouse.lineage.datasets import short_name
from lakehouse.serving import views
from lakehouse.table import Table
from lakehouse.tables import table_named, tables
from lakehouse.transform import Moment, transformed

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from dashboards.sandbox import Sandbox

COPY = "without_a_column"
BREAKS, STANDS = "breaks", "stands"


def dropped(sandbox: Sandbox, impact: Impact) -> Iterator[Evidence]:
    """Make the table without the column, then let the engine plan every build that reads it."""
    table, column = table_named(impact.column.dataset), impact.column.column
    yield _copy(sandbox, table, column)
    with stopwatch() as watch:
        tried = [*_builds(sandbox, table), *_view(sandbox, table)]
    rows = pd.DataFrame(tried, columns=["built on it", "engine", "in the engine's words"])
    foretold = [BREAKS if name in impact.readers else STANDS for name in rows["built on it"]]
    rows.insert(1, "lineage", foretold)
    breaks = rows["engine"] == BREAKS
    wrong = int((rows["engine"] != rows["lineage"]).sum())
    yield Evidence(
        "Every build and view on that table, planned by the engine",
        f'inputs = {{"{table.name}": spark.table("{sandbox.table(COPY)}"), …}}\n'
        "transformed(build, inputs, moment).schema   # of each table; of the view its own SELECT",
        "python",
        watch.seconds,
        rows,
        _verdict(wrong),
        facts={
            "foretold_to_break": foretold.count(BREAKS),
            "break": int(breaks.sum()),
            "stand": int((~breaks).sum()),
            "foretold_wrongly": wrong,
        },
    )


def _verdict(wrong: int) -> str:
    if wrong:
        return "Lineage and engine disagree: where they do, believe the engine."
    return "The engine breaks where lineage said so, and nowhere else."


def _copy(sandbox: Sandbox, table: Table, column: str) -> Evidence:
    columns = f"* EXCEPT ({column})"
    with stopwatch() as watch:
        sandbox.copy(table.full_name, COPY, columns=columns, where="false")
    query = copy_query(table.full_name, columns=columns, where="false")
    return Evidence(
        f"{table.name} of your own, without {column}",
        sandbox.creation(COPY, query),
        "sql",
        watch.seconds,
        note="Its columns are all that counts here, so it has no rows. The lake's own table stays.",
    )


def _builds(sandbox: Sandbox, source: Table) -> Iterator[tuple[str, str, str]]:
    now = datetime.now(UTC)
    for table in tables().values():
        if source.name in table.inputs:
            frames = {name: sandbox.spark.table(tables()[name].full_name) for name in table.inputs}
            frames[source.name] = sandbox.spark.table(sandbox.table(COPY))
            build = partial(transformed, table, frames, Moment(now, now.date()))
            yield (short_name(table), *_tried(build))


def _view(sandbox: Sandbox, source: Table) -> Iterator[tuple[str, str, str]]:
    view = views().get(source.view)
    if view:
        body = view.body.replace(source.full_name, sandbox.table(COPY))
        yield (view.name, *_tried(partial(sandbox.spark.sql, body)))


def _tried(build: Callable[[], DataFrame]) -> tuple[str, str]:
    """Whether the engine can plan it, and if not, its first words."""
    from pyspark.errors import PySparkException

    try:
        return STANDS, f"plans {len(build().columns)} columns"
    except PySparkException as refusal:
        return BREAKS, engine_words(refusal).splitlines()[0]
