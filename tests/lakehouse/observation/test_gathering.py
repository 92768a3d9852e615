"""Gathering: however much the engine tells, what is kept stays small, whole and in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from lakehouse.observation import tail
from lakehouse.observation.events import Pair
from lakehouse.observation.gathering import gather, gathered
from lakehouse.settings import Settings
from tests.lakehouse.observation.told import event, field, write

ONE = {"status": [field("silver/fact_claims", "status", "identity")]}
OTHER = {"status": [field("silver/fact_claims", "claim_type", "identity")]}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, account="lake000")


@pytest.fixture
def folder(settings: Settings) -> Path:
    return settings.lineage_folder


def minute(number: int) -> str:
    return f"2026-06-01T10:{number:02}:00Z"


def built(settings: Settings, table: str = "gold.claims_analytics") -> list[tuple[int, int]]:
    """Minutes from when to when the table was built in each shape."""
    spans = gathered(settings).spans.get(table, [])
    return [(span.since.minute, span.until.minute) for span in spans]


def test_builds_of_one_shape_are_one_entry(settings: Settings, folder: Path) -> None:
    told = [event("gold/claims_analytics", ONE, at=minute(n)) for n in range(30)]
    write(folder, *told)
    assert built(settings) == [(0, 29)]


def test_a_new_shape_is_a_new_entry_and_an_old_one_again_too(
    settings: Settings, folder: Path
) -> None:
    shapes = (ONE, ONE, OTHER, ONE)
    write(folder, *(event("gold/claims_analytics", s, at=minute(n)) for n, s in enumerate(shapes)))
    assert built(settings) == [(0, 1), (2, 2), (3, 3)]
    memory = gathered(settings)
    assert len(memory.shapes) == 2


def test_what_was_read_is_not_read_again(settings: Settings, folder: Path) -> None:
    write(folder, event("gold/claims_analytics", ONE, at=minute(1)))
    assert built(settings) == [(1, 1)]
    write(folder, event("gold/claims_analytics", ONE, at=minute(2)))
    assert built(settings) == built(settings) == [(1, 2)]


def test_a_line_on_its_way_is_read_once_it_is_whole(settings: Settings, folder: Path) -> None:
    line = event("gold/claims_analytics", ONE, at=minute(1))
    write(folder, line[:100])
    assert built(settings) == []
    write(folder, line[100:])
    assert built(settings) == [(1, 1)]


def test_a_line_that_is_no_event_hides_no_other(settings: Settings, folder: Path) -> None:
    broken = '{"eventType":"COMPLETE"\n'
    write(folder, broken, "\n", event("gold/claims_analytics", ONE, at=minute(1)))
    assert built(settings) == [(1, 1)]


def test_a_grown_file_is_put_away_and_nothing_is_lost(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tail, "LIMIT", 1000)
    for number in range(1, 6):
        write(folder, event("gold/claims_analytics", ONE, at=minute(number)), "x" * 1000 + "\n")
        assert built(settings) == [(1, number)]
    sizes = {file.name: file.stat().st_size for file in folder.glob("events*")}
    assert sum(sizes.values()) < 4000


def test_a_line_that_comes_while_the_file_is_put_away_is_read(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tail, "LIMIT", 10)
    events = write(folder, event("gold/claims_analytics", ONE, at=minute(1)))
    with events.open("a") as late:  # opened before it is renamed, as by the engine
        assert built(settings) == [(1, 1)]
        late.write(event("gold/claims_analytics", ONE, at=minute(2)))
    assert built(settings) == [(1, 2)]


def test_each_lake_of_an_engine_has_a_memory_of_its_own(settings: Settings, folder: Path) -> None:
    write(folder, event("gold/claims_analytics", ONE, at=minute(1)))
    other = settings.model_copy(update={"account": "lake001"})
    assert built(other) == []
    assert built(settings) == [(1, 1)]


def test_a_sandbox_is_not_remembered(settings: Settings, folder: Path) -> None:
    write(folder, event("gold/sandbox_of_alex", ONE))
    assert gathered(settings).spans == {}


def test_a_stream_is_remembered_file_by_file(settings: Settings, folder: Path) -> None:
    def batch(*files: str) -> str:
        sources = [field(f"raw/{file}", "value", "transformation") for file in files]
        return event("bronze/claims_raw", {"status": sources}, streaming=True)

    write(folder, batch("claims.jsonl"), batch("claims/C1.json", "claims/C2.json"))
    memory = gathered(settings)
    assert list(memory.taken["bronze.claims_raw"]) == ["raw/claims.jsonl", "raw/claims/*.json"]
    pair: Pair = ("status", "raw/claims/*.json", "value", ("transformation",))
    assert memory.shapes[memory.taken["bronze.claims_raw"]["raw/claims/*.json"]] == (pair,)


def test_a_memory_that_cannot_be_read_begins_anew(settings: Settings, folder: Path) -> None:
    write(folder, event("gold/claims_analytics", ONE, at=minute(1)))
    gathered(settings)
    [file] = folder.glob("lake000*.json")
    file.write_text("{")
    assert built(settings) == []
    write(folder, event("gold/claims_analytics", ONE, at=minute(2)))
    assert built(settings) == [(2, 2)]


def test_nothing_told_is_no_error(settings: Settings, folder: Path) -> None:
    assert gathered(settings).spans == {}
    folder.mkdir()
    assert gathered(settings).spans == {}


def test_what_hinders_gathering_hinders_nobody(settings: Settings, folder: Path) -> None:
    (folder / "events.jsonl").mkdir(parents=True)
    gather(settings)
