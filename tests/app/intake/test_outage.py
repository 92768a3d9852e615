"""Storage goes away while customers file claims: nothing is acknowledged that is not stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.load.customers import Customer, person, registered
from tests.app.proxy import Proxy, between
from tests.app.server import Portal, serving


@dataclass
class Shaky:
    """A portal over storage that can go away, and one of its customers."""

    portal: Portal
    proxy: Proxy
    lake: Lake
    customer: Customer

    def stored(self, kind: str = "claims") -> set[str]:
        """The files of a kind in container raw, asked past the proxy."""
        return {f"raw/{file.path}" for file in self.lake.files("raw", f"{kind}/")}


@pytest.fixture
def shaky(storage: Settings) -> Iterator[Shaky]:
    """A portal whose storage goes through a proxy."""
    with between(storage.azurite_port) as proxy:
        through = storage.model_copy(update={"azurite_port": proxy.port})
        with serving(through) as portal:
            yield Shaky(portal, proxy, Lake(storage), registered(portal, 1))


def test_an_outage_acknowledges_nothing_and_the_next_attempt_lands(shaky: Shaky) -> None:
    client, draft = shaky.customer.client, shaky.customer.draft(1)
    header = {"Idempotency-Key": "filed-in-bad-weather"}
    shaky.proxy.turn("refused")
    refused = client.post("/api/claims", json=draft, headers=header)
    assert refused.status_code == 503
    assert "storage" in refused.json()["detail"].lower()
    assert refused.headers["retry-after"]
    assert not shaky.stored()
    assert not client.get("/api/notifications").json()["items"]

    shaky.proxy.turn("through")
    receipt = client.post("/api/claims", json=draft, headers=header)
    assert receipt.status_code == 201
    assert "idempotent-replayed" not in receipt.headers
    assert shaky.stored() == {receipt.json()["path"]}
    told = [n["claim_id"] for n in client.get("/api/notifications").json()["items"]]
    assert told == [receipt.json()["id"]]


def test_everything_that_needs_storage_says_so(shaky: Shaky) -> None:
    client = shaky.customer.client
    shaky.proxy.turn("refused")
    for path in ("claims", "providers", "scenarios"):
        answer = client.get(f"/api/{path}")
        assert answer.status_code == 503, path
        assert "storage" in answer.json()["detail"].lower()
    assert client.get("/api/ready").status_code == 503
    assert client.get("/api/health").status_code == 200
    assert client.get("/api/notifications").status_code == 200


def test_a_claim_whose_storing_was_not_heard_of_is_one_claim(shaky: Shaky) -> None:
    client, draft = shaky.customer.client, shaky.customer.draft(2)
    header = {"Idempotency-Key": "lost-on-the-way-back"}
    shaky.proxy.turn("unheard")
    first = client.post("/api/claims", json=draft, headers=header)
    shaky.proxy.turn("through")
    again = client.post("/api/claims", json=draft, headers=header)
    assert (first.status_code, again.status_code) == (503, 201)
    assert shaky.stored() == {again.json()["path"]}


@pytest.mark.parametrize("changed", [{}, {"city": "Lexington"}, {"password": "walrus orchid lamp"}])
def test_a_registration_cut_off_before_its_file_may_be_sent_again_and_corrected(
    shaky: Shaky, changed: dict[str, str]
) -> None:
    before, visitor, corrected = shaky.stored("customers"), shaky.portal.visitor(), person(2)
    shaky.proxy.turn("refused")
    assert visitor.post("/api/customers", json=corrected).status_code == 503
    assert shaky.stored("customers") == before

    shaky.proxy.turn("through")
    corrected |= changed
    answer = visitor.post("/api/customers", json=corrected)
    assert answer.status_code == 201, answer.text
    (path,) = shaky.stored("customers") - before
    record = json.loads(shaky.lake.read("raw", path.removeprefix("raw/")) or b"")
    assert record["customer_id"] == answer.json()["customer_id"]
    assert record["city"] == corrected["city"]
    shaky.portal.sign_in(corrected["email"], corrected["password"])
