"""Parsing: lines and objects as delivered become bronze columns; nothing is lost on the way.

Spark's own file sources take CSV columns by position, drop JSON fields they do not know and
skip what they cannot read. Here each CSV is read by its own header, unknown fields are kept in
`_rescued_data`, and a line that cannot be read is kept whole in `_corrupt_record`.
"""

from __future__ import annotations

import zlib

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.ingest.sources import Header

LATE_FILE = "NEW_SOURCE_FILE"
"""Mark of the error that a CSV raises which arrived after the headers were read."""

CSV_OPTIONS = {
    "mode": "PERMISSIVE",
    "columnNameOfCorruptRecord": "_corrupt_record",
    "escape": '"',
    "header": "false",
}


def parsed(
    raw: DataFrame, columns: list[str], headers: dict[Header | None, list[str]]
) -> DataFrame:
    """Rows of `value` (text) and `_source_file` with the columns and the `_quality` triple added.

    `headers` gives the CSV files (container-relative) of each header. A CSV not among them stops
    the query: it arrived after the headers were read, and the next attempt will know it.
    """
    formats: list[_Json | _Csv] = [
        _Json(),
        *[_Csv(header, paths) for header, paths in headers.items() if header],
    ]
    lines = raw.withColumn("value", F.regexp_replace("value", "^\ufeff", "")).where(
        F.trim("value") != ""
    )
    for form in formats:
        lines = lines.where(form.is_record())
    records = F.struct(*[form.record().alias(form.name) for form in formats])
    # inline() keeps the parsed records apart from their use; a plain projection would be merged
    # with the next one and parse the line once a column.
    read = lines.select("*", F.inline(F.array(records)))
    unread = F.when(_headless(headers), F.col("value"))
    corrupt = F.coalesce(*[form.corrupt() for form in formats], unread)
    rescued = F.coalesce(*[form.rescued(columns) for form in formats])
    quality = F.when(corrupt.isNotNull(), "corrupt").when(rescued.isNotNull(), "rescued")
    return read.select(
        *[name for name in raw.columns if name != "value"],
        *[F.coalesce(*[form.field(name) for form in formats]).alias(name) for name in columns],
        quality.otherwise("parsed").alias("_quality"),
        rescued.alias("_rescued_data"),
        corrupt.alias("_corrupt_record"),
    )


class _Json:
    """Lines and files that are one JSON object each."""

    name = "_json"

    def is_record(self) -> Expression:
        return F.lit(True)

    def record(self) -> Expression:
        # A parser stops after the first object of a line; as the one element of an array the
        # line must be a single object from end to end.
        whole = F.json_array_length(F.concat(F.lit("["), F.col("value"), F.lit("]"))) == 1
        return F.when(~_is_csv() & whole, F.from_json("value", "map<string,string>"))

    def field(self, name: str) -> Expression:
        return F.element_at(self.name, F.lit(name))

    def corrupt(self) -> Expression:
        return F.when(~_is_csv() & F.col(self.name).isNull(), F.col("value"))

    def rescued(self, columns: list[str]) -> Expression:
        known = F.array(*[F.lit(name) for name in columns])
        unknown = F.map_filter(self.name, lambda name, _: ~F.array_contains(known, name))
        return F.when(F.size(unknown) > 0, F.to_json(unknown))


class _Csv:
    """Lines of the CSV files that share a header."""

    def __init__(self, header: Header, paths: list[str]) -> None:
        self.header = header
        self.name = f"_csv_{zlib.crc32(header.line.encode()):08x}"
        self.here = F.col("_source_file").isin(paths)

    def is_record(self) -> Expression:
        return ~(self.here & (F.col("value") == self.header.line))

    def record(self) -> Expression:
        names = [f"`{name.replace('`', '``')}` string" for name in self.header.names]
        schema = ", ".join([*names, "_corrupt_record string"])
        return F.when(self.here, F.from_csv("value", schema, CSV_OPTIONS))

    def field(self, name: str) -> Expression:
        if name not in self.header.names:
            return F.lit(None).cast("string")
        return F.col(self.name)[name]

    def corrupt(self) -> Expression:
        return F.col(self.name)["_corrupt_record"]

    def rescued(self, columns: list[str]) -> Expression:
        unknown = [F.col(self.name)[n].alias(n) for n in self.header.names if n not in columns]
        if not unknown:
            return F.lit(None).cast("string")
        return F.when(F.coalesce(*unknown).isNotNull(), F.to_json(F.struct(*unknown)))


def _is_csv() -> Expression:
    return F.col("_source_file").endswith(".csv")


def _headless(headers: dict[Header | None, list[str]]) -> Expression:
    """Whether a line is of a CSV without a usable header; a CSV nobody has read stops the query."""
    known = [path for paths in headers.values() for path in paths]
    headless = F.col("_source_file").isin(headers.get(None, []))
    late = F.raise_error(F.concat(F.lit(f"{LATE_FILE} "), F.col("_source_file"))).cast("boolean")
    return F.when(_is_csv() & ~F.col("_source_file").isin(known), late).otherwise(headless)
