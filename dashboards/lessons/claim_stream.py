"""Claim stream: files of claims into a Delta table, each once, by Structured Streaming."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.streaming.query import StreamingQuery

SCHEMA = "claim_id string, customer_id string, claim_amount decimal(12,2)"
FILES_A_BATCH = 8

COLUMNS = ("claim_id", "customer_id", "claim_amount", "_metadata.file_name AS file")

CODE = """(
    spark.readStream.schema("{schema}").option("multiLine", True)
    .option("maxFilesPerTrigger", {files}).json("{source}")
    .selectExpr({columns})
    .writeStream.format("delta").option("checkpointLocation", "{checkpoint}")
    .trigger(availableNow=True).start("{target}")
)"""


class Route(TypedDict):
    """Where a stream reads, writes, and notes how far it is: URLs as Spark knows them."""

    source: str
    target: str
    checkpoint: str


def start(
    spark: SparkSession, *, source: str, target: str, checkpoint: str, slowness: int = 0
) -> StreamingQuery:
    """Take in the files that are there, some a batch; `slowness` is milliseconds a claim."""
    reader = spark.readStream.schema(SCHEMA).option("multiLine", True)
    claims = reader.option("maxFilesPerTrigger", FILES_A_BATCH).json(source).selectExpr(*COLUMNS)
    if slowness:  # a source that takes its time: the moment in which one can be killed
        pause = f"reflect('java.lang.Thread', 'sleep', {slowness}L)"
        claims = claims.selectExpr("*", f"{pause} AS pause").where("pause <> ''").drop("pause")
    return (
        claims.writeStream.format("delta")
        .option("checkpointLocation", checkpoint)
        .trigger(availableNow=True)
        .start(target)
    )


def batch_rows(spark: SparkSession, source: str) -> DataFrame:
    """The same rows of all files that are there, read by a plain batch."""
    claims = spark.read.schema(SCHEMA).option("multiLine", True).json(source)
    return claims.selectExpr(*COLUMNS)


def batch_code(source: str, table: str) -> str:
    """The same, appended to a table, as Python text for the page."""
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    return (
        f'(\n    spark.read.schema("{SCHEMA}").option("multiLine", True)\n    .json("{source}")\n'
        f'    .selectExpr({columns})\n    .write.mode("append").saveAsTable("{table}")\n)'
    )


def code(source: str, target: str, checkpoint: str) -> str:
    """The same as Python text, for the page."""
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    return CODE.format(
        schema=SCHEMA,
        files=FILES_A_BATCH,
        columns=columns,
        source=source,
        target=target,
        checkpoint=checkpoint,
    )
