"""What customers see of their pets, policies and claims: all of it, at once, and nobody else's."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from lakehouse.serving import query
from tests.app.followed import Followed, file_claim
from tests.app.server import Portal

Json = dict[str, Any]


@pytest.fixture(scope="module")
def portal(followed: Followed, insurer: Portal) -> Portal:
    """A portal over the lake in which the story has come to its end."""
    return insurer


@pytest.fixture(scope="module")
def maya(portal: Portal) -> httpx.Client:
    """Customer DEMO-001."""
    return portal.maya()


def page_of(client: httpx.Client, **parameters: Any) -> Json:
    """A page of one's claims."""
    answer = client.get("/api/claims", params=parameters)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def all_claims(client: httpx.Client) -> list[Json]:
    """All of one's claims, page by page."""
    found: list[Json] = []
    number = 1
    while items := page_of(client, page=number, page_size=100)["items"]:
        found += items
        number += 1
    return found


def in_silver(portal: Portal, table: str, key: str, customer_id: str) -> set[str]:
    """The keys of a customer's rows, as SQL says itself."""
    sql = (
        f"SELECT {key} FROM petinsure_silver.{table} "
        f"WHERE customer_id = '{customer_id}' AND NOT _is_duplicate"
    )
    return {row[0] for row in query(portal.settings, sql).rows}


def test_a_claim_is_listed_from_the_moment_it_lands(portal: Portal, maya: httpx.Client) -> None:
    before = page_of(maya)
    claim_id = file_claim(portal, "torn-toenail")
    after = page_of(maya)
    assert after["total"] == before["total"] + 1
    first = after["items"][0]
    assert (first["claim_id"], first["in_lake"], first["is_valid"]) == (claim_id, "landed", None)
    assert (first["pet_name"], first["status"]) == ("Biscuit", "Submitted")
    assert first["line_items"]
    assert maya.get(f"/api/claims/{claim_id}").json() == first
    [listed] = page_of(portal.presenter(), search=claim_id)["items"]
    assert listed == first


def test_a_claim_that_was_decided_reads_as_gold_has_it(
    maya: httpx.Client, followed: Followed
) -> None:
    for name, said in followed.decided.items():
        claim = maya.get(f"/api/claims/{followed.ids[name]}").json()
        assert (claim["in_lake"], claim["is_valid"]) == ("silver", True)
        for column in ("status", "denial_reason", "paid_amount", "covered_amount"):
            assert claim[column] == said[column], column


@pytest.mark.parametrize("customer", [1, 2, 3])
def test_every_claim_of_ones_own_is_there_once_and_no_other(portal: Portal, customer: int) -> None:
    customer_id = f"DEMO-00{customer}"
    claims = all_claims(portal.sign_in(f"demo{customer}@demologin.com"))
    ids = [claim["claim_id"] for claim in claims]
    assert len(ids) == len(set(ids)) > 0
    assert {claim["customer_id"] for claim in claims} == {customer_id}
    assert {c["claim_id"] for c in claims if c["in_lake"] == "silver"} <= (
        known := in_silver(portal, "fact_claims", "claim_id", customer_id)
    )
    assert known <= set(ids)


def test_pages_put_together_are_the_whole_list_the_newest_first(maya: httpx.Client) -> None:
    everything = all_claims(maya)
    submitted = [claim["submitted_date"] for claim in everything]
    assert submitted == sorted(submitted, reverse=True)
    pages = [page_of(maya, page=number, page_size=3) for number in range(1, 4)]
    assert [claim for page in pages for claim in page["items"]] == everything[:9]
    assert {page["total"] for page in pages} == {len(everything)}
    behind = page_of(maya, page=1 + len(everything), page_size=1)
    assert (behind["items"], behind["total"]) == ([], len(everything))


@pytest.mark.parametrize(
    "wrong", [{"page": 0}, {"page": -1}, {"page_size": 0}, {"page_size": 101}, {"page": "first"}]
)
def test_a_page_that_is_none_is_refused(maya: httpx.Client, wrong: Json) -> None:
    assert maya.get("/api/claims", params=wrong).status_code == 422


def test_filters_leave_exactly_what_fits(maya: httpx.Client) -> None:
    everything = all_claims(maya)
    for wanted in (
        {"status": "Denied"},
        {"pet_id": "DEMO-PET-002"},
        {"status": "Submitted", "pet_id": "DEMO-PET-001"},
    ):
        fits = [c for c in everything if all(c[name] == value for name, value in wanted.items())]
        assert fits
        found = page_of(maya, page_size=100, **wanted)
        assert found["items"] == fits[:100]
        assert found["total"] == len(fits)
    assert page_of(maya, status="Lost")["total"] == 0
    assert page_of(maya, pet_id="DEMO-PET-003")["total"] == 0  # Daniel's


def test_a_search_looks_into_names_and_numbers_whatever_the_case(
    maya: httpx.Client, followed: Followed
) -> None:
    claim = maya.get(f"/api/claims/{followed.ids['part']}").json()
    for text in (claim["claim_number"].lower(), claim["claim_id"], f" {claim['claim_id']} "):
        assert [c["claim_id"] for c in page_of(maya, search=text)["items"]] == [claim["claim_id"]]
    everything = all_claims(maya)
    ears = [c["claim_id"] for c in everything if "ear" in (c["diagnosis"] or "").lower()]
    found = {c["claim_id"] for c in page_of(maya, search="EAR INF", page_size=100)["items"]}
    assert found
    assert found <= set(ears)
    assert page_of(maya, search="%")["total"] == page_of(maya, search="' OR 1=1 --")["total"] == 0
    assert maya.get("/api/claims", params={"search": "x" * 81}).status_code == 422


@pytest.mark.parametrize(
    ("path", "table", "key"),
    [
        ("pets", "dim_pets", "pet_id"),
        ("policies", "dim_policies", "policy_id"),
    ],
)
def test_pets_and_policies_are_ones_own(portal: Portal, path: str, table: str, key: str) -> None:
    seen: list[set[str]] = []
    for number in (1, 2, 3):
        rows = portal.sign_in(f"demo{number}@demologin.com").get(f"/api/{path}").json()
        seen.append({row[key] for row in rows})
        assert seen[-1] >= in_silver(portal, table, key, f"DEMO-00{number}")
    assert all(seen)
    assert len(set.union(*seen)) == sum(map(len, seen))


def test_policies_say_what_is_in_force(maya: httpx.Client) -> None:
    policies = maya.get("/api/policies").json()
    begun = [policy["effective_date"] for policy in policies]
    assert begun == sorted(begun, reverse=True)
    pets = {policy["pet_id"] for policy in policies if policy["in_force"]}
    assert pets == {"DEMO-PET-001", "DEMO-PET-002"}


def test_scenarios_are_those_of_ones_own_household(portal: Portal, maya: httpx.Client) -> None:
    hers, his = (client.get("/api/scenarios").json() for client in (maya, portal.daniel()))
    assert {s["key"] for s in hers}.isdisjoint(s["key"] for s in his)
    assert len({s["draft"]["pet_id"] for s in hers}) >= 2


def test_providers_are_found_by_name_place_and_id(maya: httpx.Client) -> None:
    def found(search: str) -> list[Json]:
        answer = maya.get("/api/providers", params={"search": search, "page_size": 100})
        items: list[Json] = answer.json()["items"]
        return items

    [clinic] = found("DEMO-VET-01")
    for text in (clinic["provider_name"].upper(), clinic["city"]):
        assert clinic in found(text)
    assert maya.get("/api/providers").json()["total"] == 10
    assert found("no such clinic") == []


@pytest.mark.parametrize(
    "path", ["claims", "pets", "policies", "scenarios", "providers", "catalog"]
)
def test_nothing_is_read_without_signing_in(portal: Portal, path: str) -> None:
    assert portal.visitor().get(f"/api/{path}").status_code == 401


@pytest.mark.parametrize("path", ["pets", "policies", "scenarios"])
def test_who_is_no_customer_has_none(portal: Portal, path: str) -> None:
    for client in (portal.analyst(), portal.presenter()):
        assert client.get(f"/api/{path}").status_code == 403
