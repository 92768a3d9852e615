"""Journey: how far a claim has come, and that each hop is what the tables' logs say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from lakehouse.history import history
from lakehouse.storage import Lake
from tests.app.followed import FILED, Followed
from tests.app.server import Portal
from tests.lakehouse.lakes import rows_of

VALID = [name for name in FILED if name != "invalid"]
TABLES = {"bronze": "claims_raw", "silver": "fact_claims", "gold": "claims_analytics"}

Journey = dict[str, Any]


@pytest.fixture(scope="module")
def portal(followed: Followed, insurer: Portal) -> Portal:
    """A portal over the lake in which the story has come to its end."""
    return insurer


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("name", FILED)
def test_a_claim_that_has_landed_is_a_file_in_raw(followed: Followed, name: str) -> None:
    journey, claim_id = followed.journeys["raw"][name], followed.ids[name]
    assert (journey["reached"], journey["stops_at"], journey["status"]) == (
        "raw",
        None,
        "Submitted",
    )
    assert (journey["bronze"], journey["silver"], journey["gold"]) == ([], [], None)
    [file] = journey["raw"]
    assert (file["revision"], file["path"]) == (1, f"raw/claims/{claim_id}.json")
    data = Lake(followed.settings).read("raw", f"claims/{claim_id}.json")
    assert data is not None
    assert file["size"] == len(data)


@pytest.mark.parametrize("name", FILED)
def test_bronze_has_it_once_a_run_took_it_in(followed: Followed, name: str) -> None:
    journey, claim_id = followed.journeys["bronze"][name], followed.ids[name]
    assert journey["reached"] == "bronze"
    assert (journey["silver"], journey["gold"]) == ([], None)
    [hop] = journey["bronze"]
    assert (hop["revision"], hop["quality"]) == (1, "parsed")
    assert hop["source_file"] == f"raw/claims/{claim_id}.json"
    assert hop["batch_id"] == hop["commit"]["run_id"]


@pytest.mark.parametrize("name", VALID)
def test_gold_counts_what_silver_let_through(followed: Followed, name: str) -> None:
    journey = followed.journeys["gold"][name]
    assert (journey["reached"], journey["stops_at"]) == ("gold", None)
    [judged] = journey["silver"]
    assert (judged["is_valid"], judged["is_duplicate"]) == (True, False)
    broken = ["line_items_add_up"] if name == "open" else []
    assert [rule["name"] for rule in judged["rules_broken"]] == broken
    assert (judged["quality_score"] == 100) is not broken
    assert (journey["gold"]["revision"], journey["gold"]["view"]) == (1, "vw_claims_analytics")


def test_a_claim_that_breaks_a_rule_stops_in_silver_and_says_why(followed: Followed) -> None:
    journey = followed.journeys["gold"]["invalid"]
    assert (journey["reached"], journey["stops_at"], journey["gold"]) == ("silver", "silver", None)
    [judged] = journey["silver"]
    assert judged["is_valid"] is False
    assert judged["quality_score"] < 100
    [rule] = [r for r in judged["rules_broken"] if r["severity"] == "error"]
    assert rule["name"] == "provider_id_exists"
    assert "provider" in rule["meaning"].lower()


@pytest.mark.parametrize("station", ["bronze", "gold", "decided"])
def test_versions_and_times_are_those_of_the_delta_logs(followed: Followed, station: str) -> None:
    logs = {
        layer: {c.version: c for c in history(followed.settings, table)}
        for layer, table in TABLES.items()
    }
    for journey in followed.journeys[station].values():
        gold = [journey["gold"]] if journey["gold"] else []
        for layer, hops in (
            ("bronze", journey["bronze"]),
            ("silver", journey["silver"]),
            ("gold", gold),
        ):
            for hop in hops:
                seen = hop["commit"]
                logged = logs[layer][seen["version"]]
                assert moment(seen["at"]) == logged.timestamp
                assert (seen["run_id"], seen["by"]) == (logged.run_id, logged.by)


@pytest.mark.parametrize("name", VALID)
def test_each_hop_names_the_first_version_that_has_the_row(followed: Followed, name: str) -> None:
    journey, claim_id = followed.journeys["gold"][name], followed.ids[name]
    for layer, hop in (
        ("bronze", journey["bronze"][0]),
        ("silver", journey["silver"][0]),
        ("gold", journey["gold"]),
    ):
        version = hop["commit"]["version"]
        has_it = [
            claim_id in rows_of(followed.settings, TABLES[layer], at)["claim_id"].to_pylist()
            for at in (version - 1, version)
        ]
        assert has_it == [False, True], layer


@pytest.mark.parametrize("name", ["approved", "part", "denied"])
def test_a_decision_is_a_second_delivery_of_the_same_claim(followed: Followed, name: str) -> None:
    journey, claim_id = followed.journeys["decided"][name], followed.ids[name]
    for hops in (journey["raw"], journey["bronze"], journey["silver"]):
        assert [hop["revision"] for hop in hops] == [1, 2]
    first, second = journey["silver"]
    assert (first["is_duplicate"], first["duplicate_of"]) == (True, claim_id)
    assert (second["is_duplicate"], second["status"]) == (False, journey["status"])
    assert first["commit"] == followed.journeys["gold"][name]["silver"][0]["commit"]
    assert second["commit"]["version"] > first["commit"]["version"]
    assert journey["gold"]["revision"] == 2


def test_somebody_elses_journey_answers_as_one_that_is_not_there(
    portal: Portal, followed: Followed
) -> None:
    claim_id = followed.ids["approved"]
    daniel = portal.daniel()
    foreign, missing = (
        daniel.get(f"/api/claims/{each}/journey") for each in (claim_id, "CLM-NOBODYS")
    )
    assert foreign.status_code == missing.status_code == 404
    assert foreign.json()["detail"] == missing.json()["detail"]
    assert portal.visitor().get(f"/api/claims/{claim_id}/journey").status_code == 401
    assert portal.analyst().get(f"/api/claims/{claim_id}/journey").status_code == 403


def test_a_customer_is_told_all_but_the_signs_of_fraud(portal: Portal, followed: Followed) -> None:
    path = f"/api/claims/{followed.ids['approved']}/journey"
    hers, presenters = portal.maya().get(path).json(), portal.presenter().get(path).json()
    signs = {"fraud_flags": None, "suspected_fraud": None}
    assert isinstance(presenters["gold"]["fraud_flags"], list)
    assert isinstance(presenters["gold"]["suspected_fraud"], bool)
    assert hers == presenters | {"gold": presenters["gold"] | signs}
