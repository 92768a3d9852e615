"""Time travel: statements that compare two versions of a table, row by row and in total."""

from __future__ import annotations

from collections.abc import Sequence

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


def difference_sql(
    table: str,
    keys: Sequence[str],
    columns: Sequence[str],
    before: int,
    after: int,
    *,
    where: str = "",
) -> str:
    """Rows that two versions do not share, by key: added, removed, or changed and how.

    `columns` are those compared, `where` leaves the rows out that are none of the question; the
    keys must be unique among the rest.
    """
    compared = [name for name in columns if name not in keys]
    changes = ",\n      ".join(
        f"IF(b.{name} IS DISTINCT FROM a.{name}, concat_ws(' ', '{name}:', "
        f"CAST(b.{name} AS STRING), '→', CAST(a.{name} AS STRING)), NULL)"
        for name in compared
    )
    same_key = " AND ".join(f"b.{key} = a.{key}" for key in keys)
    key_columns = ", ".join(f"coalesce(b.{key}, a.{key}) AS {key}" for key in keys)

    def rows(version: int) -> str:
        kept = f" WHERE {where}" if where else ""
        listed = ", ".join((*keys, *compared))
        return (
            f"SELECT {listed}, true AS there\n"  # noqa: S608 - names are declared
            f"  FROM {table} VERSION AS OF {version}{kept}"
        )

    kind = (
        f"CASE WHEN b.there IS NULL THEN '{ADDED}' WHEN a.there IS NULL THEN '{REMOVED}' "
        f"ELSE '{CHANGED}' END"
    )
    how = (
        "IF(b.there AND a.there, array_join(array_compact(array(\n"
        f"      {changes}\n    )), '; '), '')"
    )
    return "\n".join(
        (
            f"WITH b AS (\n  {rows(before)}\n), a AS (\n  {rows(after)}\n), compared AS (",
            f"  SELECT {key_columns},\n    {kind} AS difference,\n    {how} AS changes",
            f"  FROM b FULL OUTER JOIN a ON {same_key}\n)",
            f"SELECT * FROM compared WHERE difference <> '{CHANGED}' OR changes <> ''",  # noqa: S608
            f"ORDER BY difference, {', '.join(keys)}",
        )
    )


def totals_sql(table: str, measures: Sequence[str], then: str) -> str:
    """Rows and sums of a table now and `then` (such as VERSION AS OF 1), one above the other."""
    sums = "".join(f",\n    SUM({name}) AS {name}" for name in measures)

    def total(label: str, place: str) -> str:
        return (
            f"SELECT\n    '{label}' AS version,\n    COUNT(*) AS record_count{sums}\nFROM {place}"
        )

    return f"{total('Current', table)}\nUNION ALL\n{total('Previous', f'{table} {then}')}"
