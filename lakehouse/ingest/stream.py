"""Streams: Structured Streaming from container raw into a bronze table, exactly once a file."""

from __future__ import annotations

from datetime import datetime

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.streaming.query import StreamingQuery

from lakehouse.ingest.checkpoint import checkpoint_path
from lakehouse.ingest.parse import LATE_FILE, parsed
from lakehouse.ingest.sources import OBJECTS_GLOB, Header, lines_glob, objects_folder
from lakehouse.settings import Settings
from lakehouse.storage import spark_url
from lakehouse.table import Table
from lakehouse.transform import in_declared_columns

ATTEMPTS = 3
"""Attempts at one ingestion; a file that arrives while it starts costs one."""
BATCH_ID = "yyyyMMddHHmmss"
EVERY = "1 second"
"""How often a stream that goes on looks for new files."""


def bronze_rows(
    spark: SparkSession,
    settings: Settings,
    table: Table,
    headers: dict[Header | None, list[str]],
    *,
    taken_in: Expression,
) -> DataFrame:
    """Unbounded rows of a bronze table: every file of its source, parsed, with metadata.

    `taken_in` says when: `at_once` for a run, `batch_by_batch` for a stream that goes on.
    """
    lines = _texts(spark, spark_url(settings, "raw", lines_glob(table.source)))
    folder = spark_url(settings, "raw", objects_folder(table.source))
    objects = _texts(spark, folder, wholetext=True, pathGlobFilter=OBJECTS_GLOB)
    decoded = F.try_url_decode(F.replace("_path", F.lit("+"), F.lit("%2B")))
    # Hadoop writes local URLs with one slash or with three.
    root = spark_url(settings, "raw").removeprefix("file://")
    name = F.concat(F.lit("raw"), F.substring_index(decoded, root, -1))
    raw = lines.unionByName(objects).select(
        "value", name.alias("_source_file"), F.col("_modified").alias("_source_modified_at")
    )
    # A listed folder brings its subfolders along, whose files are nobody's.
    raw = raw.where(F.col("_source_file").rlike(f"^raw/({table.source}/)?[^/]+$"))
    known = {h: [f"raw/{path}" for path in paths] for h, paths in headers.items()}
    rows = parsed(raw, list(table.columns), known).withColumns(
        {"_ingestion_timestamp": taken_in, "_batch_id": F.date_format(taken_in, BATCH_ID)}
    )
    return in_declared_columns(table.build(rows), table)


def at_once(started_at: datetime) -> Expression:
    """All rows are taken in when the run began."""
    return F.lit(started_at)


def batch_by_batch() -> Expression:
    """Rows are taken in when their batch began; a batch that is done again keeps its time."""
    return F.date_trunc("second", F.current_timestamp())


def _texts(spark: SparkSession, path: str, **options: bool | str) -> DataFrame:
    reader = spark.readStream.format("text").schema("value string")
    # Without this, files a week older than the newest one would be passed over in silence.
    reader = reader.options(maxFileAge="3650d", **options)
    return reader.load(path).select(
        "value",
        F.col("_metadata.file_path").alias("_path"),
        F.col("_metadata.file_modification_time").alias("_modified"),
    )


def start(
    rows: DataFrame,
    settings: Settings,
    table: Table,
    *,
    generation: int,
    user_metadata: str,
    goes_on: bool = False,
) -> StreamingQuery:
    """Start taking in all files there are; the query ends by itself when they are committed.

    One that `goes_on` looks for new files until it is stopped.
    """
    checkpoint = spark_url(settings, "bronze", checkpoint_path(table, generation))
    writer = (
        rows.writeStream.format("delta")
        .outputMode("append")
        .queryName(table.name)
        .option("checkpointLocation", checkpoint)
        .option("userMetadata", user_metadata)
    )
    trigger = writer.trigger(processingTime=EVERY) if goes_on else writer.trigger(availableNow=True)
    return trigger.start(spark_url(settings, table.layer, table.name))


def is_late_file(error: BaseException) -> bool:
    """Whether a stream stopped because a CSV arrived after the headers were read."""
    return LATE_FILE in str(error)
