"""Catalogue: what the engine knows by name is this lake's, whoever shared the engine before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from lakehouse.catalogue import create, register
from lakehouse.settings import Settings
from lakehouse.spark import end_session, spark_session
from lakehouse.storage import spark_url
from lakehouse.tables import tables
from tests.conftest import NewLake

KPIS, RISKS = tables()["monthly_kpis"], tables()["risk_scoring"]


@pytest.fixture
def session(engine: Settings) -> Iterator[SparkSession]:
    found = spark_session(engine)
    yield found
    end_session(found)


def location(session: SparkSession, name: str) -> str:
    return str(session.sql(f"DESCRIBE DETAIL {name}").collect()[0]["location"])


def test_tables_of_another_lake_make_room_for_this_lakes(
    session: SparkSession, new_lake: NewLake
) -> None:
    ours, theirs = new_lake(), new_lake()
    register(session, ours)
    create(session, ours, KPIS)
    register(session, theirs)
    assert not session.catalog.tableExists(KPIS.full_name)
    create(session, theirs, KPIS)
    create(session, theirs, RISKS)
    register(session, ours)
    assert location(session, KPIS.full_name) == spark_url(ours, "gold", KPIS.name)
    assert not session.catalog.tableExists(RISKS.full_name)
    register(session, theirs)
    assert location(session, RISKS.full_name) == spark_url(theirs, "gold", RISKS.name)


def test_what_is_registered_stays_when_the_same_lake_registers_again(
    session: SparkSession, new_lake: NewLake
) -> None:
    lake = new_lake()
    register(session, lake)
    place = spark_url(lake, "gold", "by_hand")
    session.sql(f"CREATE TABLE {KPIS.database}.by_hand (n INT) USING DELTA LOCATION '{place}'")
    register(session, lake)
    assert session.catalog.tableExists(f"{KPIS.database}.by_hand")
    session.sql(f"DROP TABLE {KPIS.database}.by_hand")
