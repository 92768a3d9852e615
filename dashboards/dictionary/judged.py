"""Judged: the rules and constraints of a table, and how many rows break each just now."""

from __future__ import annotations

import pandas as pd

from dashboards.etl import silver_sql
from dashboards.etl.asking import asked
from dashboards.evidence import Evidence
from lakehouse.table import Table


def rules(table: Table) -> Evidence:
    """A silver table's rules, those that most rows break first."""
    told = asked(f"Rules of {table.name}", silver_sql.broken_rules(table))
    broken = dict(zip(told.answer["rule"], told.answer["broken_by"], strict=True))
    rows = pd.DataFrame(
        [
            (r.name, int(broken.get(r.name, 0)), r.severity, r.points, r.reason, r.condition)
            for r in table.all_rules
        ],
        columns=["rule", "broken by", "severity", "weight", "what it asks", "condition"],
    ).sort_values("broken by", ascending=False, kind="stable")
    facts = {
        "rules": len(rows),
        "rules_broken_by_some_row": int((rows["broken by"] > 0).sum()),
        "breaches": int(rows["broken by"].sum()),
    }
    note = "A null condition means that the rule does not apply to that row."
    return Evidence(told.title, told.code, "sql", told.seconds, rows, note, facts=facts)


def read_quality(table: Table) -> Evidence:
    """How the lines of a bronze table were read."""
    sql = (
        f"SELECT _quality, count(*) AS number_of_rows, min(_source_file) AS such_as\n"
        f"FROM {table.full_name}\nGROUP BY _quality\nORDER BY number_of_rows DESC"
    )
    note = "Bronze judges nothing but whether a line could be read; no line is dropped."
    return asked(f"How the lines of {table.name} were read", sql, note=note)


def constraints(table: Table) -> Evidence:
    """A gold table's constraints and grain, and how many rows break each: Delta lets none in."""
    checks = {**table.constraints, **{f"{key}_given": f"{key} IS NOT NULL" for key in table.keys}}
    keys = ", ".join(table.keys)
    counted = "".join(
        f",\n  count(*) FILTER (NOT ({check})) AS {name}" for name, check in checks.items()
    )
    sql = (
        f"SELECT count(*) AS all_rows,\n"
        f"  count(*) - count(DISTINCT ({keys})) AS rows_beyond_the_grain{counted}\n"
        f"FROM {table.full_name}"
    )
    told = asked(f"Constraints and grain of {table.name}", sql)
    found = told.answer.iloc[0]
    listed = [("grain", table.grain, int(found["rows_beyond_the_grain"]))]
    listed += [(name, check, int(found[name])) for name, check in checks.items()]
    rows = pd.DataFrame(listed, columns=["constraint", "what it says", "broken by"])
    note = "Delta itself refuses a write that breaks a constraint, whoever writes."
    return Evidence(told.title, sql, "sql", told.seconds, rows, note)


def thresholds(table: Table) -> pd.DataFrame:
    """The numbers that the business chose for a table's measures."""
    rows = [(t.name, f"{t.value:,} {t.unit}", t.reason) for t in table.thresholds]
    return pd.DataFrame(rows, columns=["threshold", "value", "why"])
