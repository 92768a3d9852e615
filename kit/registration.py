"""Registration: make the lake's tables known to an engine that has just started.

Runs as a process of its own: the Spark client is heavy, and who watches the kit stays light.
"""

from __future__ import annotations

import sys

from kit.failures import guarded
from lakehouse.settings import get_settings


def main() -> None:
    """Register the tables there are."""
    from lakehouse.catalogue import register
    from lakehouse.spark import spark_session

    settings = get_settings()
    spark = spark_session(settings)
    register(spark, settings)
    spark.stop()


if __name__ == "__main__":
    sys.exit(guarded(main))
