"""Naive: the same transformations as one classic Spark application a layer, default settings.

Run by `benchmarks.naive_way` as a process a layer: `python -m benchmarks.naive LAYER HOME`, with
the settings of the lake in the environment; HOME is where the tools are.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kit.services.engine import JAVA_25, OPENED
from kit.toolchain import TRUST_STORE_PASSWORD, Toolchain
from lakehouse.ingest.sources import belongs, headers
from lakehouse.ingest.stream import at_once, bronze_rows, start
from lakehouse.lake_file import read_note
from lakehouse.settings import Settings
from lakehouse.spark import storage_conf
from lakehouse.storage import Lake, spark_url
from lakehouse.table import LAYERS, Table
from lakehouse.tables import layer_tables
from lakehouse.transform import Moment, transformed

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def application(settings: Settings, layer: str, tools: Toolchain) -> SparkSession:
    """A classic Spark session as its documentation shows it, with Delta and the storage's keys."""
    from pyspark.sql import SparkSession

    os.environ["JAVA_HOME"] = str(_java_home(tools, settings.home))
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    trust = [
        f"-Djavax.net.ssl.trustStore={tools.trust_store}",
        f"-Djavax.net.ssl.trustStorePassword={TRUST_STORE_PASSWORD}",
    ]
    conf: dict[str, bool | float | int | str | None] = {
        "spark.jars": ",".join(map(str, sorted(tools.jars.glob("*.jar")))),
        "spark.driver.extraJavaOptions": " ".join([*JAVA_25, *opened, *trust]),
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.host": settings.host,
        "spark.ui.enabled": "false",
        **storage_conf(settings),
    }
    builder = SparkSession.builder.appName(layer).master("local[*]")
    return builder.config(map=conf).getOrCreate()


WITHOUT_VECTORS = """#!/bin/sh
for word; do
  shift
  [ "$word" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$word"
done
exec "{java}" "$@"
"""
"""Spark's launcher asks for a module that the packaged Java leaves out, and does without."""


def _java_home(tools: Toolchain, folder: Path) -> Path:
    java = folder / "java/bin/java"
    java.parent.mkdir(parents=True, exist_ok=True)
    java.write_text(WITHOUT_VECTORS.format(java=tools.java))
    java.chmod(0o755)
    return folder / "java"


def main() -> None:
    """Build every table of one layer, one after the other."""
    settings = Settings()
    layer = next(name for name in LAYERS if name == sys.argv[1])
    spark = application(settings, layer, Toolchain.of(Path(sys.argv[2])))
    spark.sparkContext.setLogLevel("ERROR")
    moment = Moment(datetime.now(UTC).replace(microsecond=0), read_note(Lake(settings)).as_of)
    for table in layer_tables(layer):
        if layer == "bronze":
            _ingest(spark, settings, table, moment)
        else:
            _build(spark, settings, table, moment)
    spark.stop()


def _ingest(spark: SparkSession, settings: Settings, table: Table, moment: Moment) -> None:
    lake = Lake(settings)
    paths = [f.path for f in lake.source_files() if belongs(f.path, table.source)]
    known = headers(lake, [path for path in paths if path.endswith(".csv")], table)
    rows = bronze_rows(spark, settings, table, known, taken_in=at_once(moment.started_at))
    start(rows, settings, table, generation=0, user_metadata="{}").awaitTermination()


def _build(spark: SparkSession, settings: Settings, table: Table, moment: Moment) -> None:
    from lakehouse.tables import tables

    frames = {
        name: spark.read.format("delta").load(spark_url(settings, tables()[name].layer, name))
        for name in table.inputs
    }
    rows = transformed(table, frames, moment)
    rows.write.format("delta").mode("overwrite").save(spark_url(settings, table.layer, table.name))


if __name__ == "__main__":
    main()
