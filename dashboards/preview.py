"""Preview: the first of a file's content: JSON, lines, CSV, Parquet; of others the first bytes."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from dashboards.evidence import Fact
from lakehouse.storage import Lake

ROWS = 50
HEAD = 1 << 18  # bytes read of a file of lines
WHOLE = 40 << 20  # bytes up to which a Parquet file is read, which has its key at its end


@dataclass(frozen=True)
class Preview:
    """What is shown of a file: an object, rows, or text, and facts about it."""

    code: str
    """What was executed."""
    document: Any = None
    rows: pd.DataFrame | None = None
    text: str | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    schema: pd.DataFrame | None = None


def preview(lake: Lake, container: str, path: str, size: int) -> Preview:
    """The first of a file. Raises `StorageUnavailable`."""
    ending = path.rsplit(".", 1)[-1].lower() if "." in path.rsplit("/", 1)[-1] else ""
    if ending == "parquet" and size <= WHOLE:
        return _parquet(lake, container, path)
    head = lake.head(container, path, HEAD) if size else b""
    code = f'Lake(settings).head("{container}", "{path}", {HEAD})'
    try:
        if ending == "csv":
            return _csv(head, code, whole=size <= HEAD)
        if ending == "jsonl" or "_delta_log/" in path:
            return _lines(head, code, whole=size <= HEAD)
        if ending == "json":
            return Preview(code, document=json.loads(head))
    except ValueError:
        pass  # it is not what its name says
    return Preview(code, text=head[:4000].decode(errors="replace"))


def _csv(head: bytes, code: str, *, whole: bool) -> Preview:
    text = head.decode(errors="replace")
    lines = text if whole else text[: text.rindex("\n") + 1]
    rows = pd.read_csv(io.StringIO(lines), nrows=ROWS, dtype=str, on_bad_lines="skip")
    return Preview(code, rows=rows, facts={"columns": len(rows.columns)})


def _lines(head: bytes, code: str, *, whole: bool) -> Preview:
    lines = head.decode(errors="replace").splitlines()
    lines = lines if whole else lines[:-1]
    found = []
    for line in lines[:ROWS]:
        try:
            found.append(json.loads(line))
        except ValueError:
            found.append({"unreadable line": line})
    flat = [{name: _cell(value) for name, value in each.items()} for each in found]
    return Preview(code, rows=pd.DataFrame(flat))


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value


def _parquet(lake: Lake, container: str, path: str) -> Preview:
    data = lake.read(container, path) or b""
    file = pq.ParquetFile(io.BytesIO(data))
    about = file.metadata
    first = next(file.iter_batches(batch_size=ROWS), None)
    rows = first.to_pandas() if first is not None else pd.DataFrame()
    fields = [(each.name, str(each.type)) for each in file.schema_arrow]
    codec = about.row_group(0).column(0).compression if about.num_row_groups else "none"
    return Preview(
        f'pyarrow.parquet.ParquetFile(Lake(settings).read("{container}", "{path}"))',
        rows=rows,
        facts={
            "rows": about.num_rows,
            "columns": about.num_columns,
            "row groups": about.num_row_groups,
            "compression": codec,
        },
        schema=pd.DataFrame(fields, columns=["column", "type"]),
    )
