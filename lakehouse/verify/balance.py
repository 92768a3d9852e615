"""Balance: rows received = rows accepted + rows flagged, from the source files to silver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from lakehouse.ingest.checkpoint import taken
from lakehouse.ingest.sources import belongs, headers
from lakehouse.pipeline.state import table_state
from lakehouse.settings import Settings
from lakehouse.snapshot_files import open_table
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import layer_tables
from lakehouse.verify.finding import Finding


def balance_findings(settings: Settings, lake: Lake) -> Iterator[Finding]:
    """Lines of each source's files against bronze rows, and bronze rows against silver's."""
    silver = {table.inputs[0]: table for table in layer_tables("silver")}
    for table in layer_tables("bronze"):
        rows = _column(settings, table, "_source_file")
        if rows is None:
            continue
        yield _received(lake, table, Counter(rows.to_pylist()))
        judged = _column(settings, silver[table.name], "_is_valid", "_is_duplicate")
        if judged is not None:
            yield _accounted(silver[table.name], len(rows), judged)


def _received(lake: Lake, table: Table, rows: Counter[str]) -> Finding:
    done = taken(lake, table, table_state(lake, table).generation)
    paths = [f.path for f in lake.source_files() if belongs(f.path, table.source)]
    read = [path for path in paths if path in done.files]
    wrong = {}
    for path in read:
        delivered, taken_in = records(lake, path, table), rows.pop(f"raw/{path}", 0)
        if delivered != taken_in:
            wrong[path] = (delivered, taken_in)
    gone = sum(rows.values())
    if not wrong:
        note = f" ({gone} rows are of files no longer in raw)" if gone else ""
        files = "1 file" if len(read) == 1 else f"{len(read):,} files"
        return Finding(True, table.full_name, f"holds every record of {files}{note}.")
    path, (delivered, taken_in) = next(iter(wrong.items()))
    return Finding(
        False,
        table.full_name,
        f"raw/{path} has {delivered} records, the table {taken_in} of them.",
        "Replay the source files with `./petinsure run --full`.",
    )


def records(lake: Lake, path: str, table: Table) -> int:
    """Records of a source file: lines that are not blank and no header, or one object."""
    if path.endswith(".json"):
        return int(any(piece.strip() for piece in lake.stream("raw", path)))
    header = None
    if path.endswith(".csv"):
        found = next(iter(headers(lake, [path], table)), None)
        header = found.line.encode() if found else None
    lines = _lines(lake, path)
    return sum(1 for line in lines if line.strip() and line.removeprefix(b"\xef\xbb\xbf") != header)


def _lines(lake: Lake, path: str) -> Iterator[bytes]:
    rest = b""
    for piece in lake.stream("raw", path):
        *lines, rest = (rest + piece).replace(b"\r", b"\n").split(b"\n")
        yield from lines
    yield rest


def _accounted(table: Table, received: int, judged: pa.Table) -> Finding:
    flagged = pc.or_(pc.invert(judged["_is_valid"]), judged["_is_duplicate"])
    rejected = pc.sum(flagged).as_py() or 0
    accepted = len(judged) - rejected
    balance = f"{received:,} received = {accepted:,} accepted + {rejected:,} flagged"
    if received == len(judged):
        return Finding(True, table.full_name, f"{balance}.")
    return Finding(
        False,
        table.full_name,
        f"{balance} does not add up: {len(judged)} rows in silver.",
        "Run `./petinsure run`.",
    )


def _column(settings: Settings, table: Table, *names: str) -> pa.ChunkedArray | pa.Table | None:
    opened = open_table(settings, table)
    if opened is None:
        return None
    rows = opened.to_pyarrow_table(columns=list(names))
    return rows[names[0]] if len(names) == 1 else rows
