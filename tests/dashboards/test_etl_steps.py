from __future__ import annotations

import json

import pytest

from dashboards import work
from generator import Request, ledger
from lakehouse import planted
from lakehouse.lake_file import LEDGER, read_note
from lakehouse.planted import verdict
from lakehouse.storage import Lake
from lakehouse.tables import layer_tables
from tests.app.server import Portal
from tests.dashboards.conftest import Window
from tests.lakehouse.lakes import rows_of, run_quietly, versions


def tile(window: Window, label: str) -> str:
    """What a tile of the page says."""
    (found,) = [each.value for each in window.app.metric if each.label == label]
    return str(found)


def button(window: Window, begins: str) -> str:
    """The key of the one button whose key begins so."""
    (found,) = [key for each in window.app.button if (key := str(each.key)).startswith(begins)]
    return found


def done(window: Window, name: str) -> None:
    """Wait until the viewer's work of that name has ended well."""
    job = work._jobs[window.viewer.id, name]
    window.until(lambda: not job.running)
    assert job.error is None
    window.look()


@pytest.fixture(scope="module")
def claim_id(known_stage: Portal) -> str:
    """A claim that was just submitted, and the only file that the tables do not know."""
    run_quietly(known_stage.settings)
    client = known_stage.daniel()
    (draft,) = [
        each["draft"] for each in client.get("/api/scenarios").json() if each["key"] == "foxtail"
    ]
    return str(client.post("/api/claims", json=draft).json()["id"])


def test_a_followed_claim_goes_to_gold_and_the_pages_show_its_effect(
    known_stage: Portal, claim_id: str
) -> None:
    window = Window("bronze-ingestion")
    window.viewer.claim_id = claim_id
    window.viewer.save()
    window.look()
    assert f"raw/claims/{claim_id}.json" in window.text
    assert "Not there yet: run the notebook." in window.text
    before = versions(known_stage.settings)
    window.press("do-run-bronze")
    done(window, "run-bronze")
    assert (tile(window, "new files"), tile(window, "tables built")) == ("1", "1")
    assert versions(known_stage.settings)["claims_raw"] == before["claims_raw"] + 1
    assert "Not there yet" not in window.text
    assert f'"claim_id": "{claim_id}"' in window.text  # the file, not its first line alone
    (row,) = [t.value for t in window.app.dataframe if list(t.value.columns) == ["column", "value"]]
    told = dict(zip(row["column"], row["value"], strict=True))
    assert told["_source_file"] == f"raw/claims/{claim_id}.json"
    assert {"_ingestion_timestamp", "_batch_id", "_quality"} <= told.keys()

    silver = Window("silver-transformations", window.viewer.id)
    assert "Not in silver yet" in silver.text
    silver.press("do-run-all-layers")
    done(silver, "run-all-layers")
    assert int(tile(silver, "tables built")) > 1
    assert "Not in silver yet" not in silver.text

    gold = Window("gold-aggregations", window.viewer.id)
    assert "Customer 360 of DEMO-002" in gold.text
    compare = button(gold, "do-effect-")
    gold.press(compare)
    done(gold, compare.removeprefix("do-"))
    assert [m.value for m in gold.app.metric if m.label == "rows changed"] == ["1", "1"]
    (customer, month) = [t.value for t in gold.app.dataframe if "difference" in t.value.columns]
    assert customer["customer_id"].tolist() == ["DEMO-002"]
    assert "total_claims:" in month["changes"][0]


def test_silver_counts_what_the_tables_hold(known_stage: Portal) -> None:
    window = Window("silver-transformations")
    for table in layer_tables("silver"):
        window.app.button_group(key="silver-table").set_value(table.name)
        window.look()
        rows = rows_of(known_stage.settings, table.name).to_pylist()
        expected = {
            "all rows": len(rows),
            "used by gold": sum(r["_is_valid"] and not r["_is_duplicate"] for r in rows),
            "repaired": sum(bool(r["_repairs"]) for r in rows),
            "invalid": sum(not r["_is_valid"] for r in rows),
            "duplicates": sum(r["_is_duplicate"] for r in rows),
        }
        assert {name: tile(window, name) for name in expected} == {
            name: f"{number:,}" for name, number in expected.items()
        }


@pytest.fixture(scope="module")
def ledger_of_the_lake(known_stage: Portal) -> None:
    """The ledger beside the source files, as filling a lake leaves it."""
    lake = Lake(known_stage.settings)
    note = read_note(lake)
    entries = ledger(Request(seed=note.seed, as_of=note.as_of, scale=note.scale))
    lake.write("raw", LEDGER, "\n".join(map(json.dumps, entries)).encode())


@pytest.mark.usefixtures("ledger_of_the_lake")
def test_all_that_was_planted_is_caught_and_nothing_else(known_stage: Portal) -> None:
    found = verdict(known_stage.settings)
    assert len(found.defects) > 30
    assert found.missed == ()
    assert found.false_alarms == ()
    window = Window("planted-defects")
    number = f"{len(found.defects):,}"
    assert (tile(window, "planted"), tile(window, "caught")) == (number, number)
    assert (tile(window, "missed"), tile(window, "false alarms")) == ("0", "0")
    assert {defect.defect for defect in found.defects} >= {"near_duplicate", "malformed_json"}


def test_a_missed_defect_and_a_false_alarm_would_be_seen() -> None:
    row = planted._Row(("amount_positive",), duplicate=False)
    rows = {"CLM-1": [row], "CLM-2": [row]}
    entry = {"entity": "claims", "key": "CLM-1", "column": "claim_type", "original_value": "x"}
    missed = planted._judged(entry | {"defect": "unknown_category"}, rows)
    caught = planted._judged(entry | {"defect": "negative_amount", "column": "claim_amount"}, rows)
    assert (missed.found_by, caught.found_by) == ("", "amount_positive")
    (alarm,) = planted._false_alarms({"claims": rows}, {("claims", "CLM-1")})
    assert (alarm.key, alarm.rules) == ("CLM-2", ("amount_positive",))


def test_time_travel_goes_by_version_and_time_and_compares_two(known_stage: Portal) -> None:
    window = Window("versions-of-the-lake")
    table = "customer_360_view"
    window.app.select_slider(key=f"travel-version-{table}").set_value(1)
    window.look()
    window.press(f"do-travel-{table}-1")
    done(window, f"travel-{table}-1")
    rows = f"{len(rows_of(known_stage.settings, table, 1)):,}"
    assert (tile(window, "rows"), tile(window, "rows then")) == (rows, rows)
    assert f"FROM petinsure_gold.{table} VERSION AS OF 1" in window.text
    window.app.select_slider(key=f"travel-two-{table}").set_value((1, 2))
    window.look()
    window.press(f"do-compare-{table}-1-2")
    done(window, f"compare-{table}-1-2")
    assert int(tile(window, "rows changed").replace(",", "")) > 0

    window.app.button_group(key="travel-by").set_value("time")
    window.look()
    travel = button(window, f"do-travel-{table}-2")
    window.press(travel)
    done(window, travel.removeprefix("do-"))
    assert "TIMESTAMP AS OF '2" in window.text


def test_a_lesson_is_guessed_run_and_explained(known_stage: Portal) -> None:
    before = versions(known_stage.settings)
    window = Window("disaster-and-restore")
    window.app.radio(key="guess-disaster").set_value(0)
    window.look()
    window.press("do-lesson-disaster")
    done(window, "lesson-disaster")
    assert "You thought: 0: what came after is gone." in window.app.warning[0].value
    assert "Why it is so" in window.text
    assert tile(window, "equal") == "yes"
    assert tile(window, "rows that differ") == "0"
    assert versions(known_stage.settings) == before
    again = Window("disaster-and-restore", window.viewer.id)
    assert again.app.radio(key="guess-disaster").value == 0
