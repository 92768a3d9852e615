"""Lessons: a small lake with customers and portal claims, known to the session's engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dashboards.sandbox import Sandbox, sandbox
from lakehouse.catalogue import forget, register
from lakehouse.spark import end_session, spark_session
from tests.lakehouse.lakes import deliver_portal_claims, deliver_sources, run_quietly

if TYPE_CHECKING:
    from lakehouse.settings import Settings
    from tests.conftest import NewLake


@pytest.fixture(scope="module")
def lake(new_lake: NewLake) -> Settings:
    """A lake that was built once, registered in the engine's catalogue."""
    settings = new_lake()
    deliver_sources(settings)
    deliver_portal_claims(settings)
    run_quietly(settings)
    spark = spark_session(settings)
    forget(spark)
    register(spark, settings)
    end_session(spark)
    return settings


@pytest.fixture(scope="module")
def own(lake: Settings) -> Iterator[Sandbox]:
    """The sandbox of a viewer."""
    with sandbox(lake, "ada00001") as opened:
        yield opened
