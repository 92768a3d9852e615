"""Asking: one statement, run anew on the views, with what it read and what that would cost."""

from __future__ import annotations

import pandas as pd

from dashboards import queries
from dashboards.azure_cost.synapse import billed_mb, dollars, query_cost
from dashboards.evidence import Evidence, Fact, stopwatch
from dashboards.storage_tree import written_size
from lakehouse.errors import QueryRefused
from lakehouse.serving import Result
from lakehouse.settings import Settings

SCANNED = "bytes_scanned"
BILLED = "billed_mb"
CUT = "cut_off_at"


def run(settings: Settings, sql: str, *, title: str = "Result") -> Evidence:
    """Run it, from any thread; a refusal is its result, in one sentence.

    Facts: `bytes_scanned` and `billed_mb`, where the statement shows which columns it reads;
    `cut_off_at`, where there were more rows.
    """
    with stopwatch() as watch:
        try:
            answer = queries.console(settings).query(sql)
        except QueryRefused as refusal:
            return Evidence(title, sql, "sql", watch.seconds, error=str(refusal))
    rows = pd.DataFrame(answer.rows, columns=_unique(answer.columns))
    return Evidence(title, sql, "sql", answer.seconds, rows, facts=_facts(answer))


def tiles(of: Evidence, dollars_a_tb: float) -> dict[str, Fact]:
    """What a viewer reads of it: rows, bytes, what Synapse would bill, and how much that is."""
    rows = 0 if of.rows is None else len(of.rows)
    found: dict[str, Fact] = {"rows": f"{rows:,} of more" if CUT in of.facts else rows}
    scanned = of.facts.get(SCANNED)
    if isinstance(scanned, int):
        found["bytes scanned"] = written_size(scanned)
        found["Synapse would bill"] = f"{of.facts[BILLED]} MB"
        found["that is about"] = dollars(query_cost(scanned, dollars_a_tb))
    return found


def _facts(answer: Result) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    if answer.bytes_scanned is not None:
        found |= {SCANNED: answer.bytes_scanned, BILLED: billed_mb(answer.bytes_scanned)}
    if answer.truncated:
        found[CUT] = len(answer.rows)
    return found


def _unique(columns: tuple[str, ...]) -> list[str]:
    """Names of columns, of which a grid wants no two alike."""
    found: list[str] = []
    for name in columns:
        again = found.count(name) or sum(each.startswith(f"{name} (") for each in found)
        found.append(f"{name} ({again + 1})" if again else name)
    return found
