"""Sandboxes: each viewer's own, known to a restarted engine, gone when nobody used them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from dashboards.sandbox import USED, NoSandbox, Sandbox, drop_sandbox, sandbox
from lakehouse.settings import Settings
from lakehouse.storage import SANDBOX, Lake


def count(opened: Sandbox, name: str) -> int:
    return int(opened.spark.table(opened.table(name)).count())


def test_two_viewers_do_not_disturb_each_other(own: Sandbox, lake: Settings) -> None:
    own.create("things", "SELECT id FROM range(3)")
    with sandbox(lake, "ben00001") as bens:
        bens.create("things", "SELECT id FROM range(5)")
        own.spark.sql(f"DELETE FROM {own.table('things')}")
        assert (count(own, "things"), count(bens, "things")) == (0, 5)
    drop_sandbox(lake, "ben00001")
    assert Lake(lake).files(SANDBOX, "ben00001/") == []


def test_a_sandbox_is_known_again_to_an_engine_that_forgot_it(lake: Settings) -> None:
    with sandbox(lake, "eve00001") as opened:
        opened.create("things", "SELECT id FROM range(7)")
        opened.spark.sql(f"DROP DATABASE {opened.database} CASCADE")
    with sandbox(lake, "eve00001") as again:
        assert count(again, "things") == 7


def test_a_table_whose_files_a_reset_took_away_is_forgotten(lake: Settings) -> None:
    with sandbox(lake, "eve00002") as opened:
        opened.create("things", "SELECT id FROM range(7)")
        place = Lake(lake)
        place.delete(SANDBOX, [f.path for f in place.files(SANDBOX, "eve00002/")])
    with sandbox(lake, "eve00002") as again:
        assert again.spark.sql(f"SHOW TABLES IN {again.database}").collect() == []
        again.create("things", "SELECT id FROM range(2)")
        assert count(again, "things") == 2


def test_what_nobody_used_for_a_day_is_taken_away(lake: Settings) -> None:
    with sandbox(lake, "old00001") as old:
        old.create("things", "SELECT id FROM range(7)")
    long_ago = (datetime.now(UTC) - timedelta(days=2)).isoformat()
    Lake(lake).write(SANDBOX, f"old00001/{USED}", json.dumps({"at": long_ago}).encode())
    with sandbox(lake, "new00001") as new:
        names = {row[0] for row in new.spark.sql("SHOW DATABASES").collect()}
    assert "petinsure_sandbox_old00001" not in names
    assert Lake(lake).files(SANDBOX, "old00001/") == []


@pytest.mark.parametrize("name", ["Ada", "a b", "a;b", "", "../x"])
def test_a_name_that_could_be_more_than_a_name_is_refused(lake: Settings, name: str) -> None:
    with pytest.raises(NoSandbox), sandbox(lake, name):
        pass
