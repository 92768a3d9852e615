"""Followed: claims on their way through the lake, and what the portal said at every station."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

import httpx

from insurance.scenarios import SCENARIOS
from lakehouse.pipeline import run
from lakehouse.serving import query
from lakehouse.settings import Settings
from tests.app.server import Portal, serving
from tests.lakehouse.lakes import run_quietly

PATIENCE = 240.0
"""Seconds after which what does not come never will."""

Json = dict[str, Any]

FILED = {
    "approved": "ear-infection",
    "part": "cracked-tooth",
    "denied": "cat-flu",
    "open": "does-not-add-up",
    "invalid": "unknown-clinic",
}
"""The claims of the story, each by the scenario it is filed from."""
DECISIONS: dict[str, Json] = {
    "approved": {"decision": "approve"},
    "part": {"decision": "partly", "approved_amount": 480.00},
    "denied": {"decision": "deny", "denial_reason": "Insufficient documentation"},
}


@dataclass
class Followed:
    """What was said; journeys, proposals and decisions by the claim's name in the story."""

    settings: Settings
    ids: dict[str, str] = field(default_factory=dict)
    journeys: dict[str, dict[str, Json]] = field(default_factory=dict)
    queues: dict[str, Json] = field(default_factory=dict)
    proposals: dict[str, Json] = field(default_factory=dict)
    decided: dict[str, Json] = field(default_factory=dict)
    paid: dict[str, Decimal] = field(default_factory=dict)

    def owner(self, portal: Portal, name: str) -> httpx.Client:
        """Whoever filed a claim, signed in."""
        return sign_in_for(portal, FILED[name])


def until(happens: Callable[[], bool]) -> None:
    """Wait for what happens by itself."""
    pause, ended = threading.Event(), time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < ended, "it did not happen"
        pause.wait(0.2)


def sign_in_for(portal: Portal, scenario: str) -> httpx.Client:
    """The customer of a scenario, signed in."""
    return portal.sign_in(f"demo{SCENARIOS[scenario].customer_id[-1]}@demologin.com")


def file_claim(portal: Portal, scenario: str) -> str:
    """File a scenario as it is offered; the claim's id."""
    client = sign_in_for(portal, scenario)
    offered = {each["key"]: each["draft"] for each in client.get("/api/scenarios").json()}
    answer = client.post("/api/claims", json=offered[scenario])
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


def told_of(client: httpx.Client, claim_id: str) -> list[Json]:
    """What someone was told of a claim, the oldest first."""
    found: list[Json] = []
    page: Json = {"limit": 200}
    while items := client.get("/api/notifications", params=page).json()["items"]:
        found += [item for item in items if item["claim_id"] == claim_id]
        page["before"] = items[-1]["cursor"]
    return found[::-1]


def decide(client: httpx.Client, claim_id: str, decision: Json) -> httpx.Response:
    """Send a decision."""
    return client.post(f"/api/claims/{claim_id}/decision", json=decision)


def follow(lake: Settings) -> Followed:
    """The story: filed, taken in, judged and counted while the server is away, decided, counted.

    Three runs in all, so that every fact about it can be asserted without another one.
    """
    story = Followed(lake)
    with serving(lake) as portal:
        story.ids = {name: file_claim(portal, scenario) for name, scenario in FILED.items()}
        _look(story, portal, "raw")
        run(lake, layer="bronze", on_event=lambda _: None)
        _wait_until_told(story, portal, "claim_in_bronze", FILED)
        _look(story, portal, "bronze")
    run_quietly(lake)
    with serving(lake) as portal:
        _wait_until_told(story, portal, "claim_in_gold", FILED.keys() - {"invalid"})
        _look(story, portal, "gold")
        presenter = portal.presenter()
        _decide(story, presenter)
        run_quietly(lake)
        until(lambda: _gold_status(presenter, story.ids["denied"]) == "Denied")
        _look(story, portal, "decided")
    return story


def _look(story: Followed, portal: Portal, station: str) -> None:
    client = portal.presenter()
    story.journeys[station] = {
        name: client.get(f"/api/claims/{claim_id}/journey").json()
        for name, claim_id in story.ids.items()
    }
    story.queues[station] = client.get("/api/decisions/queue", params={"page_size": 100}).json()
    sql = "SELECT total_paid_amount FROM vw_customer_360 WHERE customer_id = 'DEMO-001'"
    story.paid[station] = query(story.settings, sql).rows[0][0]


def _decide(story: Followed, presenter: httpx.Client) -> None:
    """Decide one after the other, each with what the plan was said to pay just before."""
    for name in DECISIONS:
        claim_id = story.ids[name]
        path = f"/api/decisions/{claim_id}/proposal"
        story.proposals[f"{name}, before any"] = presenter.get(path).json()
    for name, decision in DECISIONS.items():
        claim_id = story.ids[name]
        part = {key: decision[key] for key in ("approved_amount",) if key in decision}
        path = f"/api/decisions/{claim_id}/proposal"
        story.proposals[name] = presenter.get(path, params=part).json()
        answer = decide(presenter, claim_id, decision)
        assert answer.status_code == 201, answer.text
        story.decided[name] = answer.json()


def _wait_until_told(story: Followed, portal: Portal, kind: str, names: Iterable[str]) -> None:
    """Wait until the owners of claims were told of a station."""
    for name in names:
        until(partial(_is_told, story.owner(portal, name), story.ids[name], kind))


def _is_told(client: httpx.Client, claim_id: str, kind: str) -> bool:
    return kind in {notice["kind"] for notice in told_of(client, claim_id)}


def _gold_status(client: httpx.Client, claim_id: str) -> str | None:
    gold = client.get(f"/api/claims/{claim_id}/journey").json()["gold"]
    return None if gold is None else str(gold["status"])
