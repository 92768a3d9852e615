"""Left behind: what a killed run or live mode has going in the engine, which knows nothing of that.

The engine works on while its client is gone. A stream would read the files that the next run
reads itself, so nobody may work on the lake before it is ended. A session is therefore noted in
storage before it does anything.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from lakehouse.errors import EngineUnavailable
from lakehouse.settings import Settings
from lakehouse.storage import Lake

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SESSION = "_session.json"
CLOSED = "SESSION_CLOSED"
"""Mark of the engine's answer for a session that it has ended itself."""


def note_session(lake: Lake, session_id: str) -> None:
    """Note the session that is about to work on the lake."""
    lake.write("bronze", SESSION, json.dumps({"session_id": session_id}).encode())


def forget_session(lake: Lake) -> None:
    """Forget it: it has ended in order."""
    lake.delete("bronze", [SESSION])


def end_left_behind(settings: Settings, lake: Lake) -> None:
    """End what a killed process left going in the engine, if one did; what it committed stays.

    Raises `EngineUnavailable` where it may go on in another machine's engine, out of reach.
    """
    noted = lake.read("bronze", SESSION)
    if noted is None:
        return
    from lakehouse.spark import spark_session

    try:
        end_all(spark_session(settings, session_id=json.loads(noted)["session_id"]))
    except EngineUnavailable as error:
        # What went on in this machine's engine died with it.
        if settings.spark_remote and CLOSED not in str(error):
            raise
    forget_session(lake)


def end_all(spark: SparkSession) -> None:
    """End a session's streams and statements, and give it back."""
    from pyspark.errors import PySparkException

    from lakehouse.spark import end_session, grpc_error

    # A session that the engine has closed has nothing to be ended.
    with suppress(PySparkException, grpc_error()):
        for query in spark.streams.active:
            query.stop()
        spark.interruptAll()
    end_session(spark)
