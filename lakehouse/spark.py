"""Spark: the one session of a process, and the engine's configuration for this lake."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from lakehouse.errors import EngineUnavailable
from lakehouse.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DEFAULT_DATABASE = "petinsure_gold"
"""Database in which an unqualified table name is looked up."""


def engine_conf(settings: Settings) -> dict[str, str]:
    """Configuration of a local Spark Connect server for the lake of these settings."""
    return {
        "spark.master": "local[*]",
        "spark.app.name": "petinsure360",
        "spark.ui.enabled": "false",
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",
        "spark.scheduler.mode": "FAIR",
        **_small_data_conf(),
        **storage_conf(settings),
    }


def _small_data_conf() -> dict[str, str]:
    """At tens of thousands of rows planning and job starts are the cost, not the rows."""
    return {
        "spark.default.parallelism": "1",
        "spark.sql.leafNodeDefaultParallelism": "1",
        "spark.databricks.delta.snapshotPartitions": "1",
        "spark.sql.sources.parallelPartitionDiscovery.threshold": "1000",
        # As it comes, a job that looks at more files than that has a task for each of them.
        "spark.sql.sources.parallelPartitionDiscovery.parallelism": "4",
        "spark.sql.streaming.numRecentProgressUpdates": "5",
        "spark.sql.streaming.metricsEnabled": "false",
        # Plans are planned anew at every stage, and told in words to a page that is not there.
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.ui.explainMode": "simple",
        "spark.sql.maxPlanStringLength": "1000",
        "spark.sql.debug.maxToStringFields": "2",
        **size_conf(0),
    }


SMALL = 100 * 2**20
"""Bytes of source files up to which a run is small: about 150,000 claims."""


def size_conf(source_bytes: int) -> dict[str, str]:
    """Session configuration for a lake of so many bytes of source files.

    Compiling a query to Java pays from some 100,000 rows on; below, it is most of the work.
    """
    small = source_bytes <= SMALL
    return {
        "spark.sql.shuffle.partitions": "1" if small else "4",
        "spark.sql.codegen.wholeStage": "false" if small else "true",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN" if small else "FALLBACK",
    }


def storage_conf(settings: Settings) -> dict[str, str]:
    """Hadoop settings by which Spark reaches the account under its production URL."""
    if settings.storage == "local":
        return {}
    host = f"{settings.account}.dfs.core.windows.net"
    prefix = "spark.hadoop.fs.azure"
    conf: dict[str, str] = {}
    if settings.key:
        conf[f"{prefix}.account.auth.type.{host}"] = "SharedKey"
        conf[f"{prefix}.account.key.{host}"] = settings.key
    if settings.storage == "azurite":
        conf |= {
            f"{prefix}.abfs.endpoint": f"{settings.host}:{settings.azurite_port}",
            f"{prefix}.fns.account.service.type": "BLOB",
            f"{prefix}.ingress.service.type": "BLOB",
            f"{prefix}.account.hns.enabled": "false",
            f"{prefix}.always.use.https": "false",
            f"{prefix}.networking.library": "JDK_HTTP_URL_CONNECTION",
            f"{prefix}.ssl.channel.mode": "Default_JSSE",
            # An emulator on this machine answers at once or is down: fail within seconds.
            f"{prefix}.io.retry.max.retries": "3",
            f"{prefix}.io.retry.max.backoff.interval": "1000",
            f"{prefix}.io.retry.backoff.interval": "300",
            f"{prefix}.io.retry.min.backoff.interval": "300",
        }
    return conf


def spark_session(settings: Settings, *, session_id: str | None = None) -> SparkSession:
    """A session on the engine of these settings, with the lake's default database in use.

    With a `session_id` it is the session of that id, which any process may join. Raises
    `EngineUnavailable` within seconds when the engine does not answer.
    """
    from pyspark.sql import SparkSession
    from pyspark.sql.connect.client.retries import DefaultPolicy

    require_engine(settings)
    _quiet()
    try:
        spark = SparkSession.builder.remote(_address(settings, session_id)).create()
        # As it comes, the client goes on for ten minutes after its engine is gone, at exit too.
        spark.client.set_retry_policies([DefaultPolicy(max_retries=5, max_backoff=2000)])
        spark.conf.set("spark.sql.session.timeZone", "UTC")
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:160]
        msg = f"The Spark engine does not answer ({reason}); start it with `./petinsure up`."
        raise EngineUnavailable(msg) from error
    return spark


def _quiet() -> None:
    """Leave the telling to us: whoever asked for something is told in a sentence what is wrong."""
    from pyspark.logger import PySparkLogger

    warnings.filterwarnings("ignore", r"\[RETRIES_EXCEEDED\]", UserWarning)
    for context in ("SQL", "DataFrame"):  # they print every mistake in a query with all its stacks
        PySparkLogger.getLogger(f"{context}QueryContextLogger").disabled = True


@contextmanager
def session(settings: Settings) -> Iterator[SparkSession]:
    """A session for as long as the block lasts; raises what `spark_session` does."""
    spark = spark_session(settings)
    try:
        yield spark
    finally:
        end_session(spark)


def end_session(spark: SparkSession) -> None:
    """Give a session back to the engine; one that is gone has nothing to be given back to."""
    from pyspark.errors import PySparkException

    with suppress(PySparkException, grpc_error()):
        spark.stop()


def grpc_error() -> type[Exception]:
    """The error of a connection that broke (its library is loaded with pyspark only)."""
    from grpc import RpcError

    error: type[Exception] = RpcError
    return error


def _address(settings: Settings, session_id: str | None) -> str:
    if session_id is None:
        return settings.remote
    place, _, parameters = settings.remote.partition("/;")
    # The engine tells sessions apart by their user as well.
    told = [*filter(None, [parameters]), f"session_id={session_id}", "user_id=petinsure"]
    return f"{place.rstrip('/')}/;{';'.join(told)}"


def require_engine(settings: Settings) -> None:
    """Raise `EngineUnavailable` at once where this machine's engine should listen and does not."""
    import socket

    if settings.spark_remote:
        return
    try:
        socket.create_connection((settings.host, settings.spark_port), timeout=2).close()
    except OSError as error:
        msg = (
            f"The Spark engine at {settings.host}:{settings.spark_port} does not answer; "
            "start it with `./petinsure up`."
        )
        raise EngineUnavailable(msg) from error


def user_metadata(by: str, via: str) -> str:
    """JSON for a commit's userMetadata that names who made it and with what."""
    return json.dumps({"by": by, "via": via})
