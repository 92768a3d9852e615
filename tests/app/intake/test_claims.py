from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.intake.claims import filed
from app.intake.idempotency import Reserved, digest, reserve
from app.intake.landing import written
from app.intake.records import claim_record
from app.intake.schemas import ClaimDraft
from insurance.scenarios import SCENARIOS, Flagged, InGold, Refused
from lakehouse.storage import Lake
from tests.app.server import Portal
from tests.lakehouse.lakes import rows_of, run_quietly


def draft(portal: Portal, key: str) -> dict[str, Any]:
    """The form of a scenario, as the portal offers it to its customer."""
    client = sign_in_for(portal, key)
    offered = {each["key"]: each["draft"] for each in client.get("/api/scenarios").json()}
    found: dict[str, Any] = offered[key]
    return found


def sign_in_for(portal: Portal, key: str) -> Any:
    number = SCENARIOS[key].customer_id[-1]
    return portal.sign_in(f"demo{number}@demologin.com")


def files(portal: Portal) -> set[str]:
    return {file.path for file in Lake(portal.settings).files("raw", "claims/")}


def test_a_claim_is_in_the_lake_when_the_portal_answers(insurer: Portal) -> None:
    client = insurer.maya()
    answer = client.post("/api/claims", json=draft(insurer, "torn-toenail"))
    assert answer.status_code == 201
    receipt = answer.json()
    stored = Lake(insurer.settings).read("raw", receipt["path"].removeprefix("raw/"))
    assert stored is not None
    assert len(stored) == receipt["size"]
    claim = json.loads(stored)
    assert claim["claim_id"] == receipt["id"]
    assert claim["customer_id"] == "DEMO-001"
    assert claim["status"] == "Submitted"
    assert claim["submitted_date"] == datetime.now(UTC).date().isoformat()
    assert claim["claim_amount"] == sum(item["amount"] for item in claim["line_items"])


def test_a_claim_is_listed_at_once_and_told(insurer: Portal) -> None:
    client = insurer.maya()
    receipt = client.post("/api/claims", json=draft(insurer, "cat-flu")).json()
    [first, *_] = client.get("/api/claims").json()["items"]
    assert first["claim_id"] == receipt["id"]
    assert first["in_lake"] == "landed"
    assert first["is_valid"] is None
    assert first["pet_name"] == "Pixel"
    assert client.get(f"/api/claims/{receipt['id']}").json() == first
    told = client.get("/api/notifications").json()["items"][0]
    assert (told["kind"], told["claim_id"]) == ("claim_landed", receipt["id"])


@pytest.mark.parametrize("key", [k for k, s in SCENARIOS.items() if isinstance(s.outcome, Refused)])
def test_a_scenario_that_is_refused_stores_nothing(insurer: Portal, key: str) -> None:
    before = files(insurer)
    answer = sign_in_for(insurer, key).post("/api/claims", json=draft(insurer, key))
    assert answer.status_code == 422
    assert answer.json()["detail"] == SCENARIOS[key].outcome.message  # type: ignore[union-attr]
    assert files(insurer) == before


def test_every_other_scenario_meets_in_the_lake_what_it_declares(insurer: Portal) -> None:
    landed = {}
    for key, scenario in SCENARIOS.items():
        if not isinstance(scenario.outcome, Refused):
            answer = sign_in_for(insurer, key).post("/api/claims", json=draft(insurer, key))
            assert answer.status_code == 201, (key, answer.text)
            landed[answer.json()["id"]] = scenario
    run_quietly(insurer.settings)
    silver = {r["claim_id"]: r for r in rows_of(insurer.settings, "fact_claims").to_pylist()}
    gold = {r["claim_id"]: r for r in rows_of(insurer.settings, "claims_analytics").to_pylist()}
    for claim_id, scenario in landed.items():
        match scenario.outcome:
            case Flagged(rules, is_valid):
                judged = silver[claim_id]
                assert rules == set(judged["_rules_broken"] or ()), scenario.key
                assert judged["_is_valid"] is is_valid, scenario.key
                assert (claim_id in gold) is is_valid, scenario.key
            case InGold(flags):
                set_flags = {n for n, v in gold[claim_id].items() if n.startswith("is_") and v}
                assert flags <= set_flags, scenario.key


def test_the_same_request_twice_is_one_claim(insurer: Portal) -> None:
    client, form = insurer.maya(), draft(insurer, "ear-infection")
    header = {"Idempotency-Key": "ear-of-biscuit-1"}
    first = client.post("/api/claims", json=form, headers=header)
    before = files(insurer)
    again = client.post("/api/claims", json=form, headers=header)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert files(insurer) == before
    other = client.post("/api/claims", json=form | {"is_emergency": True}, headers=header)
    assert other.status_code == 409
    assert files(insurer) == before


def test_a_key_is_its_owners_alone(insurer: Portal) -> None:
    header = {"Idempotency-Key": "used-by-two-people"}
    hers = insurer.maya().post("/api/claims", json=draft(insurer, "lily-bouquet"), headers=header)
    his = insurer.daniel().post("/api/claims", json=draft(insurer, "hairball"), headers=header)
    assert (hers.status_code, his.status_code) == (201, 201)
    assert hers.json()["id"] != his.json()["id"]


def test_a_request_sent_many_times_at_once_lands_once(insurer: Portal) -> None:
    client, form = insurer.daniel(), draft(insurer, "hairball")
    header = {"Idempotency-Key": "impatient-customer"}
    before = files(insurer)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _: client.post("/api/claims", json=form, headers=header), range(16))
        )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(files(insurer) - before) == 1


def test_an_attempt_cut_off_before_the_file_goes_on_under_the_same_name(insurer: Portal) -> None:
    form, key = draft(insurer, "kennel-cough"), "cut-off-halfway"
    body = digest(ClaimDraft.model_validate(form))
    reserved = reserve(insurer.services.sessions, "DEMO-002", "claims", key, body)
    header = {"Idempotency-Key": key}
    receipt = insurer.daniel().post("/api/claims", json=form, headers=header).json()
    assert receipt["id"] == f"CLM-P-{reserved.token}"


def test_an_attempt_cut_off_after_the_file_doubles_nothing(insurer: Portal) -> None:
    form, key = draft(insurer, "lyme"), "cut-off-at-the-end"
    wanted = ClaimDraft.model_validate(form)
    reserved = reserve(insurer.services.sessions, "DEMO-002", "claims", key, digest(wanted))
    record = claim_record(filed(wanted, "DEMO-002"), reserved.token, reserved.made_at)
    Lake(insurer.settings).create("raw", f"claims/{record['claim_id']}.json", written(record))
    before = files(insurer)
    header = {"Idempotency-Key": key}
    answer = insurer.daniel().post("/api/claims", json=form, headers=header)
    assert answer.status_code == 201
    assert answer.json()["id"] == record["claim_id"]
    assert files(insurer) == before


@pytest.mark.parametrize(
    "field",
    ["claim_id", "status", "customer_id", "paid_amount", "submitted_date", "_source_file", "path"],
)
def test_what_is_the_insurers_to_say_is_refused(insurer: Portal, field: str) -> None:
    form = draft(insurer, "torn-toenail") | {field: "mine"}
    answer = insurer.maya().post("/api/claims", json=form)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("bad", ["../../x", "a/b", "", "x" * 41, "a\nb", "%2e%2e", "é"])
def test_an_id_cannot_lead_anywhere(insurer: Portal, bad: str) -> None:
    before = files(insurer)
    for field in ("pet_id", "policy_id", "provider_id", "invoice_number"):
        form = draft(insurer, "torn-toenail") | {field: bad}
        assert insurer.maya().post("/api/claims", json=form).status_code == 422
    assert files(insurer) == before


ANY = Reserved(None, "0A1B2C3D4E5F", datetime(2026, 6, 1, 9, 30, tzinfo=UTC))
FORM = {
    "pet_id": "DEMO-PET-001",
    "policy_id": "DEMO-POL-001",
    "provider_id": "DEMO-VET-01",
    "diagnosis_code": "EAR-01",
    "service_date": "2026-05-20",
}
COLUMNS = {
    *claim_record(
        filed(ClaimDraft.model_validate(FORM | {"line_items": []}), "DEMO-001"),
        ANY.token,
        ANY.made_at,
    )
}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    notes=st.text(max_size=200),
    description=st.text(max_size=60),
    amount=st.decimals(-1_000_000, 1_000_000, places=2, allow_nan=False),
)
def test_whatever_is_written_lands_as_one_object_of_our_fields(
    notes: str, description: str, amount: object
) -> None:
    form = FORM | {
        "treatment_notes": notes,
        "line_items": [{"description": description, "amount": str(amount)}],
    }
    try:
        wanted = ClaimDraft.model_validate(form)
    except ValueError:
        return  # refused with 422
    record = claim_record(filed(wanted, "DEMO-001"), ANY.token, ANY.made_at)
    data = written(record)
    assert data.isascii()
    found, end = json.JSONDecoder().raw_decode(data.decode())
    assert data.decode()[end:] == "\n"
    assert set(found) == COLUMNS
    assert set(found["line_items"][0]) == {"description", "amount"}
    assert not any(ord(char) < 32 for char in found["treatment_notes"])


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\ud800b", "a\u2028b", "a\x1bb"])
def test_characters_that_nobody_sees_are_refused(insurer: Portal, text: str) -> None:
    form = draft(insurer, "torn-toenail") | {"treatment_notes": text}
    data = json.dumps(form).encode()
    headers = {"Content-Type": "application/json"}
    answer = insurer.maya().post("/api/claims", content=data, headers=headers)
    assert answer.status_code == 422


def test_foreign_claims_answer_as_missing_ones(insurer: Portal) -> None:
    receipt = insurer.maya().post("/api/claims", json=draft(insurer, "annual-exam")).json()
    daniel = insurer.daniel()
    foreign, missing = (
        daniel.get(f"/api/claims/{claim_id}") for claim_id in (receipt["id"], "CLM-NOBODYS")
    )
    assert foreign.status_code == missing.status_code == 404
    assert foreign.json()["detail"] == missing.json()["detail"]
    listed = daniel.get("/api/claims", params={"page_size": 100}).json()["items"]
    assert {claim["customer_id"] for claim in listed} == {"DEMO-002"}


def test_only_customers_file_claims(insurer: Portal) -> None:
    form = draft(insurer, "torn-toenail")
    assert insurer.visitor().post("/api/claims", json=form).status_code == 401
    assert insurer.analyst().post("/api/claims", json=form).status_code == 403
    assert insurer.analyst().get("/api/claims").status_code == 403


def test_the_presenter_sees_what_the_portal_took_in(insurer: Portal) -> None:
    receipt = insurer.maya().post("/api/claims", json=draft(insurer, "cracked-tooth")).json()
    client = insurer.presenter()
    found = client.get("/api/claims", params={"search": receipt["id"]}).json()
    assert [claim["claim_id"] for claim in found["items"]] == [receipt["id"]]
    assert client.get("/api/claims").json()["total"] >= 40
