"""A portal that goes away and comes back: people are told, and miss nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, WebSocket, expect

from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.server import serving
from tests.browser.conftest import VisitsTo
from tests.browser.pages import number_of, toasts
from tests.browser.people import MAYA
from tests.conftest import TOOLS

AWAY = "Reconnecting to the portal."


def file_claim(client: httpx.Client) -> str:
    """A small claim for Pixel; its id."""
    draft = {
        "pet_id": "DEMO-PET-002",
        "policy_id": "DEMO-POL-002",
        "provider_id": "DEMO-VET-01",
        "diagnosis_code": "RES-02",
        "service_date": datetime.now(UTC).date().isoformat(),
        "line_items": [{"description": "Phone consultation", "amount": "9.50"}],
    }
    answer = client.post("/api/claims", json=draft)
    assert answer.status_code == 201, answer.text
    claim_id: str = answer.json()["id"]
    return claim_id


def land_beside(lake: Lake, claim_id: str) -> str:
    """Land a claim like another past the portal, as a file of its own; its id."""
    stored = lake.read("raw", f"claims/{claim_id}.json")
    assert stored is not None
    other = f"{claim_id}B"
    names = {"claim_id": other, "claim_number": number_of(other), "invoice_number": f"INV-{other}"}
    lake.write("raw", f"claims/{other}.json", json.dumps(json.loads(stored) | names).encode())
    return other


def hear(page: Page) -> list[dict[str, Any]]:
    """The notifications that the page's sockets receive from now on."""
    heard: list[dict[str, Any]] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", take)

    def take(frame: str | bytes) -> None:
        found = json.loads(frame)
        if found["type"] == "notification":
            heard.append(found["notification"])

    page.on("websocket", listen)
    return heard


def test_what_lands_while_the_portal_is_away_is_told_once_when_it_is_back(
    visits_to: VisitsTo, lake: Settings, tmp_path: Path
) -> None:
    (tmp_path / "tools").symlink_to(TOOLS.root)
    own = lake.model_copy(update={"home": tmp_path})  # a database and an address of its own
    with serving(own) as portal:
        visits = visits_to(portal)
        page = visits.as_(MAYA, "/submit")
        heard = hear(page)
        page.goto("/notifications")
        before = file_claim(portal.maya())
        expect(toasts(page).filter(has_text=number_of(before))).to_be_visible()
        visits.watch(page).server_goes_away = True
    expect(page.get_by_text(AWAY)).to_be_visible()
    meanwhile = land_beside(Lake(own), before)
    with serving(own, port=portal.settings.app_port) as back:
        expect(
            page.get_by_role("main").get_by_text(f"Claim {number_of(meanwhile)} ")
        ).to_be_visible()
        expect(page.get_by_text(AWAY)).to_be_hidden()
        after = file_claim(back.maya())
        expect(toasts(page).filter(has_text=number_of(after))).to_be_visible()
        told = [notice["claim_id"] for notice in heard if notice["kind"] == "claim_landed"]
        assert told == [before, meanwhile, after]
        listed = page.get_by_role("main").get_by_role("link").all_inner_texts()
        numbers = [number_of(claim_id) for claim_id in (after, meanwhile, before)]
        assert listed == [f"Claim {number} has landed" for number in numbers]
        assert visits.end() == []
