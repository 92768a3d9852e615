"""Silver SQL: what silver did to the rows of a table, as statements that the page shows."""

from __future__ import annotations

from lakehouse.table import Table

MOST = 12
"""Examples shown at most."""


def outcome(table: Table) -> str:
    """Rows by what became of them."""
    return (
        "SELECT\n"
        "  count(*) AS all_rows,\n"
        "  count(*) FILTER (_is_valid AND NOT _is_duplicate) AS used_by_gold,\n"
        "  count(*) FILTER (len(_repairs) > 0) AS repaired,\n"
        "  count(*) FILTER (NOT _is_valid) AS invalid,\n"
        "  count(*) FILTER (_is_duplicate) AS duplicates,\n"
        "  CAST(avg(_quality_score) AS DECIMAL(5,2)) AS average_score\n"
        f"FROM {table.full_name}"
    )


def broken_rules(table: Table) -> str:
    """How many rows break each rule."""
    return (
        "SELECT rule, count(*) AS broken_by\n"  # noqa: S608 - a declared table
        f"FROM (SELECT unnest(_rules_broken) AS rule FROM {table.full_name})\n"
        "GROUP BY rule"
    )


def scores(table: Table) -> str:
    """Rows by quality score, whole points."""
    return (
        "SELECT CAST(floor(_quality_score) AS INTEGER) AS score, count(*) AS number_of_rows\n"
        f"FROM {table.full_name}\nGROUP BY score\nORDER BY score"
    )


def repaired(table: Table) -> str:
    """Repaired values: what was delivered, and what it is now."""
    key = table.keys[0]
    texts = [n for n, c in table.columns.items() if c.type == "string" and c.repair != "none"]
    kept = "\n".join(f"    WHEN '{name}' THEN {name}" for name in texts)
    return (
        f"WITH repairs AS (\n"  # noqa: S608 - a declared table
        f"  SELECT *, unnest(_repairs) AS repair\n  FROM {table.full_name}\n)\n"
        f"SELECT {key}, split_part(repair, ': ', 1) AS repaired_column,\n"
        "  '\"' || substr(repair, instr(repair, ': ') + 2) || '\"' AS delivered,\n"
        f"  CASE repaired_column\n{kept}\n  END AS kept,\n  _quality_score AS score\n"
        f"FROM repairs\n{_some_of_each('repaired_column', key, 2)}"
    )


def flagged(table: Table) -> str:
    """Invalid rows with the rules they break."""
    key = table.keys[0]
    return (
        f"SELECT {key}, array_to_string(_rules_broken, ', ') AS rules_broken,\n"
        "  _quality_score AS score, _source_file AS file, _corrupt_record AS unreadable_line\n"
        f"FROM {table.full_name}\nWHERE NOT _is_valid\n{_some_of_each('rules_broken', key, 1)}"
    )


def duplicates(table: Table) -> str:
    """Duplicates beside the row that stands for them, and why."""
    key = table.keys[0]
    updated = "updated_at" in table.columns
    why = [f"WHEN d.{key} <> s.{key} THEN 'the same person under another id'"]
    if updated:
        why.append("WHEN d.updated_at < s.updated_at THEN 'an earlier state of the same row'")
    dates = ", d.updated_at AS updated_at, s.updated_at AS survivor_updated_at" if updated else ""
    return (
        f"SELECT d.{key}, s.{key} AS survivor,\n"
        f"  CASE {' '.join(why)} ELSE 'the same row once more' END AS why{dates}\n"
        f"FROM {table.full_name} AS d\nJOIN {table.full_name} AS s\n"
        f"  ON s.{key} = d._duplicate_of AND s._is_valid AND NOT s._is_duplicate\n"
        f"WHERE d._is_duplicate\n{_some_of_each('why', f'd.{key}', 3)}"
    )


def _some_of_each(kind: str, key: str, number: int) -> str:
    """So many examples of each kind, always the same ones."""
    return (
        f"QUALIFY row_number() OVER (PARTITION BY {kind} ORDER BY {key}) <= {number}\n"
        f"ORDER BY {kind}, {key}\nLIMIT {MOST}"
    )
