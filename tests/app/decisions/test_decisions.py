"""Decisions: what lands, what is paid, who may decide, and that gold follows."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import httpx
import pytest

from insurance.vocabulary import DENIAL_REASONS
from lakehouse.storage import Lake
from tests.app.followed import DECISIONS, Followed, decide, file_claim, told_of
from tests.app.server import Portal

DECIDED_COLUMNS = {
    "status",
    "deductible_applied",
    "covered_amount",
    "paid_amount",
    "denial_reason",
    "processing_days",
    "updated_at",
}


@pytest.fixture(scope="module")
def portal(followed: Followed, insurer: Portal) -> Portal:
    """A portal over the lake in which the story has come to its end."""
    return insurer


@pytest.fixture(scope="module")
def presenter(portal: Portal) -> httpx.Client:
    """The presenter."""
    return portal.presenter()


def cents(amount: float) -> Decimal:
    return Decimal(str(amount)).quantize(Decimal("0.01"))


def stored(portal: Portal, path: str) -> dict[str, Any]:
    """What a file in container raw holds."""
    data = Lake(portal.settings).read("raw", path.removeprefix("raw/"))
    assert data is not None
    found: dict[str, Any] = json.loads(data)
    return found


def files(portal: Portal, claim_id: str) -> list[str]:
    """The files of a claim in container raw."""
    listed = (file.path for file in Lake(portal.settings).files("raw", "claims/"))
    return sorted(path for path in listed if path.startswith(f"claims/{claim_id}."))


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_lands_as_the_next_revision_of_the_file(
    portal: Portal, followed: Followed, name: str
) -> None:
    claim_id, said = followed.ids[name], followed.decided[name]
    assert said["path"] == f"raw/claims/{claim_id}.2.json"
    assert files(portal, claim_id) == [f"claims/{claim_id}.2.json", f"claims/{claim_id}.json"]
    before, after = (stored(portal, f"claims/{claim_id}{end}") for end in (".json", ".2.json"))
    assert {key for key in after if after[key] != before[key]} <= DECIDED_COLUMNS
    assert after["updated_at"] > before["updated_at"]
    for column in DECIDED_COLUMNS - {"updated_at"}:
        assert after[column] == said[column], column


def test_each_decision_says_what_was_decided(followed: Followed) -> None:
    approved, part, denied = (followed.decided[name] for name in DECISIONS)
    assert (approved["status"], approved["denial_reason"]) == ("Approved", None)
    assert (part["status"], part["denial_reason"]) == (
        "Partially Approved",
        "Items not covered by plan",
    )
    assert (denied["status"], denied["denial_reason"]) == ("Denied", "Insufficient documentation")
    assert denied["paid_amount"] == denied["covered_amount"] == 0
    assert cents(part["deductible_applied"]) + cents(part["covered_amount"]) == cents(480)
    assert cents(approved["deductible_applied"]) + cents(approved["covered_amount"]) == cents(
        approved["claim_amount"]
    )


@pytest.mark.parametrize("name", ["approved", "part"])
def test_what_is_paid_is_what_the_plan_was_said_to_pay(followed: Followed, name: str) -> None:
    proposal, said = followed.proposals[name], followed.decided[name]
    amounts = ("deductible_applied", "covered_amount", "paid_amount")
    assert [said[a] for a in amounts] == [proposal[a] for a in amounts]
    eligible = cents(proposal["eligible_amount"])
    deductible = min(eligible, cents(proposal["deductible_left"]))
    due = (eligible - deductible) * proposal["reimbursement_percentage"] / 100
    paid = min(due.quantize(Decimal("0.01"), ROUND_HALF_UP), cents(proposal["coverage_left"]))
    assert (cents(said["deductible_applied"]), cents(said["paid_amount"])) == (deductible, paid)


def test_what_one_decision_uses_up_is_not_left_for_the_next(followed: Followed) -> None:
    first = followed.decided["approved"]
    before, after = followed.proposals["part, before any"], followed.proposals["part"]
    assert first["paid_amount"] > 0
    for left, used in (("deductible_left", "deductible_applied"), ("coverage_left", "paid_amount")):
        assert cents(after[left]) == cents(before[left]) - cents(first[used])


@pytest.mark.parametrize("name", DECISIONS)
def test_gold_follows_a_decision(followed: Followed, name: str) -> None:
    said = followed.decided[name]
    before = followed.journeys["gold"][name]["gold"]
    after = followed.journeys["decided"][name]["gold"]
    assert (before["revision"], before["status"]) == (1, "Submitted")
    assert after["revision"] == 2
    for column in ("status", "denial_reason", "paid_amount", "covered_amount"):
        assert after[column] == said[column], column


def test_what_was_paid_is_in_the_customers_total(followed: Followed) -> None:
    paid = sum(cents(said["paid_amount"]) for said in followed.decided.values())
    assert followed.paid["decided"] - followed.paid["gold"] == paid


@pytest.mark.parametrize("name", DECISIONS)
def test_the_customer_is_told_once(portal: Portal, followed: Followed, name: str) -> None:
    claim_id, said = followed.ids[name], followed.decided[name]
    told = [n for n in told_of(followed.owner(portal, name), claim_id) if "decided" in n["kind"]]
    [notice] = told
    assert notice["data"] == {
        "revision": 2,
        "status": said["status"],
        "paid_amount": said["paid_amount"],
        "denial_reason": said["denial_reason"],
    }
    assert f"${said['claim_amount']:,.2f}" in notice["body"]


def test_the_same_decision_again_changes_nothing(
    portal: Portal, presenter: httpx.Client, followed: Followed
) -> None:
    for name, decision in DECISIONS.items():
        again = decide(presenter, followed.ids[name], decision)
        assert (again.status_code, again.json()) == (200, followed.decided[name])
        assert len(files(portal, followed.ids[name])) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"decision": "deny", "denial_reason": "Duplicate invoice"},
        {"decision": "partly", "approved_amount": 10},
    ],
)
def test_another_decision_is_refused_in_words(
    portal: Portal, presenter: httpx.Client, followed: Followed, other: Any
) -> None:
    claim_id, said = followed.ids["approved"], followed.decided["approved"]
    refused = decide(presenter, claim_id, other)
    assert refused.status_code == 409
    assert f"Claim {claim_id} was decided on" in refused.json()["detail"]
    assert f"Approved, ${said['paid_amount']:,.2f} are paid" in refused.json()["detail"]
    assert len(files(portal, claim_id)) == 2


def test_a_claim_that_gold_would_not_count_can_only_be_denied(
    portal: Portal, presenter: httpx.Client, followed: Followed
) -> None:
    claim_id = followed.ids["invalid"]
    proposal = presenter.get(f"/api/decisions/{claim_id}/proposal").json()
    assert (proposal["suggestion"], proposal["denial_reason"]) == (
        "deny",
        "Insufficient documentation",
    )
    for wanted in ({"decision": "approve"}, {"decision": "partly", "approved_amount": 20}):
        refused = decide(presenter, claim_id, wanted)
        assert refused.status_code == 409
        assert "provider_id_exists" in refused.json()["detail"]
        assert refused.json()["detail"].endswith("deny it.")
    assert len(files(portal, claim_id)) == 1
    reason = proposal["denial_reason"]
    assert decide(presenter, claim_id, {"decision": "deny", "denial_reason": reason}).is_success


def test_a_part_is_less_than_the_whole(presenter: httpx.Client, followed: Followed) -> None:
    claim_id = followed.ids["open"]
    whole = {"decision": "partly", "approved_amount": 400.00}
    refused = decide(presenter, claim_id, whole)
    assert refused.status_code == 409
    assert "a part of it is less" in refused.json()["detail"]


def test_of_several_decisions_at_once_one_stands(portal: Portal, presenter: httpx.Client) -> None:
    claim_id = file_claim(portal, "torn-toenail")
    wishes = [{"decision": "deny", "denial_reason": r} for r in DENIAL_REASONS[:4]] * 2
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda wish: decide(presenter, claim_id, wish), wishes))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200, 201, *[409] * 6]
    assert len(files(portal, claim_id)) == 2


def test_the_queue_holds_what_waits_the_newest_first(
    portal: Portal, presenter: httpx.Client, followed: Followed
) -> None:
    raw, gold, decided = (followed.queues[at] for at in ("raw", "gold", "decided"))
    newest = {claim["claim_id"]: claim for claim in raw["items"][: len(followed.ids)]}
    assert newest.keys() == set(followed.ids.values())
    landed = newest[followed.ids["open"]]
    assert (landed["rules_broken"], landed["fraud_flags"], landed["is_valid"]) == (None,) * 3
    assert (landed["pet_name"], landed["diagnosis"]) == (
        "Biscuit",
        "Vomiting and diarrhea (acute gastroenteritis)",
    )
    judged = next(c for c in gold["items"] if c["claim_id"] == followed.ids["open"])
    assert [rule["name"] for rule in judged["rules_broken"]] == ["line_items_add_up"]
    assert judged["fraud_flags"] is not None
    left = {claim["claim_id"] for claim in decided["items"]}
    assert left.isdisjoint(said["claim_id"] for said in followed.decided.values())
    assert decided["total"] == gold["total"] - len(DECISIONS)

    fresh = file_claim(portal, "torn-toenail")
    pages = [
        presenter.get("/api/decisions/queue", params={"page_size": 5, "page": page}).json()
        for page in (1, 2)
    ]
    assert pages[0]["items"][0]["claim_id"] == fresh
    shown = [claim["claim_id"] for page in pages for claim in page["items"]]
    assert len(shown) == len(set(shown)) == 10


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decision": "pay"},
        {"decision": "deny"},
        {"decision": "deny", "denial_reason": "I do not like it"},
        {"decision": "approve", "denial_reason": "Duplicate invoice"},
        {"decision": "approve", "approved_amount": 5},
        {"decision": "partly"},
        {"decision": "partly", "approved_amount": 0},
        {"decision": "partly", "approved_amount": -5},
        {"decision": "partly", "approved_amount": 5.001},
        {"decision": "approve", "paid_amount": 1_000},
    ],
)
def test_a_decision_that_is_none_is_refused(
    portal: Portal, presenter: httpx.Client, followed: Followed, body: Any
) -> None:
    claim_id = followed.ids["open"]
    assert decide(presenter, claim_id, body).status_code == 422
    assert len(files(portal, claim_id)) == 1


def test_only_the_presenter_decides(portal: Portal, followed: Followed) -> None:
    claim_id = followed.ids["open"]
    for client, status in ((portal.visitor(), 401), (portal.maya(), 403), (portal.analyst(), 403)):
        for path in ("queue", f"{claim_id}/proposal"):
            assert client.get(f"/api/decisions/{path}").status_code == status
        assert decide(client, claim_id, {"decision": "approve"}).status_code == status
    assert len(files(portal, claim_id)) == 1


def test_a_claim_that_is_not_there_cannot_be_decided(presenter: httpx.Client) -> None:
    for claim_id in ("CLM-NOBODYS", "CLM-NOBODYS.json"):
        assert decide(presenter, claim_id, {"decision": "approve"}).status_code == 404
    assert presenter.get("/api/decisions/CLM-NOBODYS/proposal").status_code == 404
