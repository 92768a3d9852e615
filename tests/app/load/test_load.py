"""50 clients file 2,000 claims while the pipeline runs: each is in gold, once."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from threading import Event
from typing import Any

import httpx
import pytest

from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.apart import serving_apart
from tests.app.load.customers import Customer, amount, registered
from tests.app.server import Portal
from tests.app.streams import Frame, frame, open_stream, told
from tests.conftest import CopyOf
from tests.lakehouse.lakes import rows_of

CLIENTS = 50
EACH = 40
REPEATED = 5
"""Every fifth claim is sent twice."""
PATIENCE = 1800.0
STAGES = ("claim_landed", "claim_in_bronze", "claim_in_silver", "claim_in_gold")


@dataclass
class Rush:
    """What is left when everybody is done and the last run has ended."""

    settings: Settings
    before: set[str]
    """Files of claims that were there already."""
    portal: Portal
    customers: list[Customer]
    heard: list[Frame]
    runs: list[dict[str, Any]]
    log: str

    @property
    def claim_ids(self) -> set[str]:
        """All claims that were acknowledged."""
        return {claim_id for customer in self.customers for claim_id in customer.claim_ids}


@pytest.fixture(scope="module")
def rush(
    lake_of_today: Settings, copy_of: CopyOf, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Rush]:
    """The rush itself, on a small lake of its own."""
    settings = copy_of(lake_of_today)
    before = {file.path for file in Lake(settings).files("raw", "claims/")}
    log = tmp_path_factory.mktemp("rush") / "portal.log"
    with log.open("w") as lines, serving_apart(settings, lines) as portal:
        presenter = portal.presenter()
        with ThreadPoolExecutor(CLIENTS) as crowd:
            customers = list(crowd.map(lambda n: registered(portal, n), range(CLIENTS)))
            with open_stream(portal, customers[0].client) as stream:
                assert frame(stream)["type"] == "welcome"
                run_begun(presenter)
                rushes = [crowd.submit(file_all, customer) for customer in customers]
                while not all(each.done() for each in rushes):
                    if now(presenter)["state"] == "idle":
                        run_begun(presenter)
                for each in rushes:
                    each.result()
                at_rest(presenter)
                run_begun(presenter)
                at_rest(presenter)
                runs = now(presenter)["last_runs"]
                heard = told(stream, EACH * len(STAGES))
        yield Rush(settings, before, portal, customers, heard, runs, log.read_text())


def file_all(customer: Customer) -> None:
    """Everything that one client has to send."""
    for number in range(EACH):
        customer.file(number, times=2 if number % REPEATED == 0 else 1)


def now(presenter: httpx.Client) -> dict[str, Any]:
    """What the pipeline does; asked a few times a second."""
    Event().wait(0.3)
    found: dict[str, Any] = presenter.get("/api/pipeline").raise_for_status().json()
    return found


def at_rest(presenter: httpx.Client) -> None:
    """Wait until nothing goes on."""
    until = time.monotonic() + PATIENCE
    while now(presenter)["state"] != "idle":
        assert time.monotonic() < until, "the run does not end"


def run_begun(presenter: httpx.Client) -> None:
    """Start a run, and wait until it has tables to build or has ended."""
    before = now(presenter)["run_id"]
    presenter.post("/api/pipeline/runs", json={}).raise_for_status()
    until = time.monotonic() + PATIENCE
    while (state := now(presenter))["state"] != "idle" and state["run_id"] in (None, before):
        assert time.monotonic() < until, "the run does not begin"
    assert state["error"] is None


def test_every_claim_is_acknowledged_once(rush: Rush) -> None:
    assert len(rush.claim_ids) == CLIENTS * EACH
    assert {len(customer.receipts) for customer in rush.customers} == {EACH}
    said = [json.loads(line) for line in rush.log.splitlines()]
    answers = Counter(x["status"] for x in said if x.get("path") == "/api/claims")
    refused = sum(customer.refused for customer in rush.customers)
    sent = CLIENTS * EACH * (REPEATED + 1) // REPEATED
    assert answers == Counter({201: sent, 503: refused}) - Counter()
    assert not [x for x in said if x.get("status", 0) >= 500 and x["status"] != 503]


def test_each_has_one_file_in_raw(rush: Rush) -> None:
    receipts = [r for customer in rush.customers for r in customer.receipts.values()]
    files = Lake(rush.settings).files("raw", "claims/")
    stored = {f"raw/{f.path}": f.size for f in files if f.path not in rush.before}
    assert stored == {receipt["path"]: receipt["size"] for receipt in receipts}


@pytest.mark.parametrize("table", ["claims_raw", "fact_claims", "claims_analytics"])
def test_each_has_one_row_in_every_layer(rush: Rush, table: str) -> None:
    found = Counter(rows_of(rush.settings, table)["claim_id"].to_pylist())
    assert {claim_id: found[claim_id] for claim_id in rush.claim_ids} == dict.fromkeys(
        rush.claim_ids, 1
    )


def test_gold_has_what_was_asked_for_to_the_cent(rush: Rush) -> None:
    rows = rows_of(rush.settings, "claims_analytics").to_pylist()
    asked = {
        customer.receipts[f"load-{customer.number}-{number}"]["id"]: Decimal(
            f"{amount(customer.number, number):.2f}"
        )
        for customer in rush.customers
        for number in range(EACH)
    }
    assert {r["claim_id"]: r["claim_amount"] for r in rows if r["claim_id"] in asked} == asked
    customers = rows_of(rush.settings, "customer_360_view").to_pylist()
    by_customer = {row["customer_id"]: row for row in customers}
    for customer in rush.customers:
        assert by_customer[customer.customer_id]["total_claims"] == EACH


def test_each_was_taken_in_by_one_of_the_runs(rush: Rush) -> None:
    rows = rows_of(rush.settings, "claims_raw").to_pylist()
    batches = {row["_batch_id"] for row in rows if row["claim_id"] in rush.claim_ids}
    assert batches <= {run["run_id"] for run in rush.runs}
    assert len(rush.runs) >= 2
    assert all(run["ok"] for run in rush.runs)


def test_everyone_is_told_of_each_step_of_each_claim_once(rush: Rush) -> None:
    for customer in rush.customers:
        steps = Counter((n["claim_id"], n["kind"]) for n in notifications(customer.client))
        assert steps == Counter((c, kind) for c in customer.claim_ids for kind in STAGES)


def test_whoever_listened_heard_it_all_in_order(rush: Rush) -> None:
    listed = notifications(rush.customers[0].client)
    assert [n["cursor"] for n in rush.heard] == [n["cursor"] for n in reversed(listed)]
    of_one = [n["kind"] for n in rush.heard if n["claim_id"] == rush.customers[0].claim_ids[-1]]
    assert of_one == list(STAGES)


def notifications(client: httpx.Client) -> list[Frame]:
    """What a customer was told, newest first."""
    answer = client.get("/api/notifications", params={"limit": 200}).raise_for_status()
    items: list[Frame] = answer.json()["items"]
    return items
