from __future__ import annotations

import pytest

from kit.errors import SnapshotNotFound, SnapshotRefused
from kit.home import Home
from kit.lake.snapshots import available, complete_restore, restore, take
from kit.services.site import Site
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake


def contents(settings: Settings) -> dict[str, bytes | None]:
    lake = Lake(settings)
    return {f"{c}/{f.path}": lake.read(c, f.path) for c in CONTAINERS for f in lake.files(c)}


@pytest.fixture
def lake(local: Settings) -> Lake:
    found = Lake(local)
    found.write("raw", "customers.csv", b"customer_id\nC1\n")
    found.write("gold", "risk_scoring/_delta_log/0.json", b"{}")
    return found


def test_reset_brings_every_file_back(lake: Lake) -> None:
    before = contents(lake.settings)
    take(lake.settings, "before-lunch")
    lake.write("raw", "customers.csv", b"customer_id\nC2\n")
    lake.write("gold", "risk_scoring/_delta_log/1.json", b"{}")
    lake.delete("gold", ["risk_scoring/_delta_log/0.json"])
    restore(lake.settings, "before-lunch")
    assert contents(lake.settings) == before
    restore(lake.settings, "before-lunch")  # it is still there
    assert contents(lake.settings) == before


def test_a_snapshot_of_the_same_name_replaces_the_older_one(lake: Lake) -> None:
    take(lake.settings, "one")
    lake.write("raw", "pets.csv", b"pet_id\n")
    take(lake.settings, "one")
    later = contents(lake.settings)
    lake.delete("raw", ["pets.csv"])
    restore(lake.settings, "one")
    assert contents(lake.settings) == later
    assert [each.name for each in available(Home(lake.settings.home))] == ["one"]


def test_no_snapshot_and_no_reset_during_a_run(lake: Lake) -> None:
    take(lake.settings, "one")
    with run_lease(lake.settings, "2026-01-01T00:00:00+00:00"):
        for attempt in (take, restore):
            with pytest.raises(SnapshotRefused, match=r"A pipeline run is going on, by .* since"):
                attempt(lake.settings, "one")


def test_an_unknown_snapshot_names_those_there_are(lake: Lake) -> None:
    take(lake.settings, "one")
    with pytest.raises(SnapshotNotFound, match="no snapshot 'two'; there are: one"):
        restore(lake.settings, "two")


def test_a_reset_cut_off_between_its_renames_is_finished_at_the_next_start(lake: Lake) -> None:
    before = contents(lake.settings)
    root = lake.settings.lake_root
    root.rename(root.with_name(f".{root.name}.incoming"))
    complete_restore(Site.of(lake.settings))
    assert contents(lake.settings) == before


@pytest.mark.parametrize("name", ["", "../up", "a b", ".hidden", "x" * 41])
def test_a_name_that_is_none_is_refused(lake: Lake, name: str) -> None:
    with pytest.raises(SnapshotRefused, match="name"):
        take(lake.settings, name)
