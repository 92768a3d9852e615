"""Facet: a column is shown as the engine told of it last, as long as it stands in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lakehouse.observation.facet import facet_of
from lakehouse.observation.tail import PUT_AWAY
from lakehouse.settings import Settings
from tests.lakehouse.observation.told import event, field, write

TABLE, PLACE = "gold.claims_analytics", "gold/claims_analytics"
OLD = {"status": [field("silver/fact_claims", "claim_type", "identity")]}
NEW = {"status": [field("silver/fact_claims", "status", "identity")]}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, account="lake000")


def test_the_newest_event_of_a_table_tells_of_a_column(settings: Settings) -> None:
    assert facet_of(settings, TABLE, "status") is None
    folder = settings.lineage_folder
    write(folder, event(PLACE, OLD), event(PLACE, NEW, at="2026-06-01T11:00:00Z"))
    write(folder, event("gold/monthly_kpis", OLD), event(PLACE, OLD, kind="START"), "half a line")
    told = facet_of(settings, TABLE, "status")
    assert told
    assert told["eventTime"] == "2026-06-01T11:00:00Z"
    assert told["columnLineage"]["fields"]["status"]["inputFields"] == NEW["status"]
    assert facet_of(settings, TABLE, "claim_id") is None


def test_a_file_that_was_put_away_is_read_too_and_that_of_another_lake_is_not(
    settings: Settings,
) -> None:
    file = write(settings.lineage_folder, event(PLACE, NEW))
    assert facet_of(settings.model_copy(update={"account": "lake001"}), TABLE, "status") is None
    file.rename(file.with_name(PUT_AWAY))
    assert facet_of(settings, TABLE, "status")
