"""Tracker: who filed a claim hears of each layer it reaches, in order and once."""

from __future__ import annotations

import json

import pytest

from insurance.scenarios import SCENARIOS
from lakehouse.storage import Lake
from tests.app.followed import FILED, Followed, told_of, until
from tests.app.server import Portal

STATIONS = ["claim_landed", "claim_in_bronze", "claim_in_silver", "claim_in_gold"]
DECIDED = ["approved", "part", "denied"]


@pytest.fixture(scope="module")
def portal(followed: Followed, insurer: Portal) -> Portal:
    """The third server of the story: two were stopped, one of them before silver had the claims."""
    return insurer


@pytest.mark.parametrize("name", DECIDED)
def test_each_station_is_told_once_and_in_order(
    portal: Portal, followed: Followed, name: str
) -> None:
    told = told_of(followed.owner(portal, name), followed.ids[name])
    assert [notice["kind"] for notice in told] == [*STATIONS, "claim_decided"]
    moments = [notice["created_at"] for notice in told]
    assert moments == sorted(moments)


def test_what_happened_while_no_server_ran_is_told_afterwards(
    portal: Portal, followed: Followed
) -> None:
    told = told_of(followed.owner(portal, "open"), followed.ids["open"])
    assert [notice["kind"] for notice in told] == STATIONS
    assert set(told[3]["data"]) == {"table", "version"}  # no sign of fraud for its owner
    silver = told[2]
    assert silver["data"]["rules_broken"] == ["line_items_add_up"]
    assert f"Quality score {silver['data']['quality_score']:g}." in silver["body"]


def test_a_claim_that_goes_no_further_is_told_with_the_reason(
    portal: Portal, followed: Followed
) -> None:
    told = told_of(followed.owner(portal, "invalid"), followed.ids["invalid"])
    kinds = [notice["kind"] for notice in told]
    assert kinds[:3] == STATIONS[:3]
    assert "claim_in_gold" not in kinds
    assert told[2]["title"].endswith("stops in silver")
    assert told[2]["data"]["is_valid"] is False
    assert "It goes no further as it is." in told[2]["body"]


@pytest.mark.parametrize("name", [name for name in FILED if name != "invalid"])
def test_versions_told_are_those_of_the_journey(
    portal: Portal, followed: Followed, name: str
) -> None:
    told = {n["kind"]: n["data"] for n in told_of(followed.owner(portal, name), followed.ids[name])}
    journey = followed.journeys["gold"][name]
    assert [told[kind]["version"] for kind in STATIONS[1:]] == [
        journey["bronze"][0]["commit"]["version"],
        journey["silver"][0]["commit"]["version"],
        journey["gold"]["commit"]["version"],
    ]
    assert told["claim_landed"]["path"] == journey["raw"][0]["path"]


def test_nobody_else_hears_of_a_claim(portal: Portal, followed: Followed) -> None:
    customers = {f"DEMO-00{n}": portal.sign_in(f"demo{n}@demologin.com") for n in (1, 2, 3)}
    analyst, presenter = portal.analyst(), portal.presenter()
    for name, claim_id in followed.ids.items():
        owner = SCENARIOS[FILED[name]].customer_id
        heard = {each for each, client in customers.items() if told_of(client, claim_id)}
        assert heard == {owner}
        assert told_of(analyst, claim_id) == []
        assert [n["kind"] for n in told_of(presenter, claim_id)] == ["claim_landed"]


def test_a_claim_that_came_past_the_portal_is_told_and_shown_too(
    portal: Portal, followed: Followed
) -> None:
    lake, path = Lake(portal.settings), f"claims/{followed.ids['open']}.json"
    data = lake.read("raw", path)
    assert data is not None
    claim = json.loads(data) | {"claim_id": "CLM-P-PASTPORTAL1", "claim_number": "CN-PAST"}
    lake.create("raw", "claims/CLM-P-PASTPORTAL1.json", json.dumps(claim).encode())
    maya = portal.maya()
    until(lambda: bool(told_of(maya, "CLM-P-PASTPORTAL1")))
    [notice] = told_of(maya, "CLM-P-PASTPORTAL1")
    assert (notice["kind"], notice["title"]) == ("claim_landed", "Claim CN-PAST has landed")
    assert maya.get("/api/claims/CLM-P-PASTPORTAL1").json()["in_lake"] == "landed"
