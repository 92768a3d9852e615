"""Insights: every number is the views' own, and only those who may see it do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from lakehouse.serving import query
from lakehouse.settings import Settings
from tests.app.server import Portal, serving

PAGES = ("kpis", "customers", "customers/DEMO-002", "claims", "risk", "cross-sell", "providers")


@pytest.fixture(scope="module")
def analyst(insurer: Portal) -> httpx.Client:
    """The analyst."""
    return insurer.analyst()


@pytest.fixture
def lake(insurer: Portal) -> Settings:
    """The lake behind the portal."""
    return insurer.settings


def asked(client: httpx.Client, place: str, /, **parameters: Any) -> dict[str, Any]:
    """What a page answers."""
    answer = client.get(f"/api/insights/{place}", params=parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rows(lake: Settings, sql: str) -> list[tuple[Any, ...]]:
    """What SQL says itself, amounts as JSON has them."""
    found = query(lake, sql).rows
    return [tuple(float(v) if isinstance(v, Decimal) else v for v in row) for row in found]


def row(lake: Settings, sql: str) -> tuple[Any, ...]:
    """The one row that SQL answers."""
    [only] = rows(lake, sql)
    return only


@pytest.mark.parametrize("page", PAGES)
def test_only_analysts_and_presenters_see_insights(insurer: Portal, page: str) -> None:
    path = f"/api/insights/{page}"
    assert insurer.visitor().get(path).status_code == 401
    assert insurer.maya().get(path).status_code == 403
    assert insurer.presenter().get(path).status_code == 200
    assert insurer.analyst().get(path).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_each_answer_names_the_queries_that_give_its_rows(
    analyst: httpx.Client, lake: Settings, page: str
) -> None:
    for source in asked(analyst, page)["sources"]:
        assert source["view"] in source["sql"]
        if not source["parameters"]:
            assert query(lake, source["sql"]).rows


def test_key_figures_are_those_of_the_views(analyst: httpx.Client, lake: Settings) -> None:
    kpis = asked(analyst, "kpis")
    value = {h["figure"]: h["value"] for h in kpis["headline"]}
    claims, amount, paid = row(
        lake, "SELECT count(*), sum(claim_amount), sum(paid_amount) FROM vw_claims_analytics"
    )
    assert (value["total_claims"], value["total_claim_amount"]) == (claims, amount)
    assert value["total_paid_amount"] == paid
    earned, customers, active = row(
        lake,
        "SELECT sum(earned_premium), count(*), sum(active_policies) FROM vw_customer_360",
    )
    assert (value["earned_premium"], value["customers"]) == (earned, customers)
    assert value["active_policies"] == active
    assert value["loss_ratio"] == round(100 * paid / earned, 2)


def test_months_are_compared_with_the_month_and_the_year_before(
    analyst: httpx.Client, lake: Settings
) -> None:
    kpis = asked(analyst, "kpis")
    months = {m["year_month"]: m for m in kpis["months"]}
    assert list(months) == sorted(months)
    names = [name for name in months if name <= kpis["last_month"]]
    last, before = months[names[-1]], months[names[-2]]
    headline = {h["figure"]: h for h in kpis["headline"]}
    for figure in ("total_claims", "total_claim_amount", "earned_premium", "loss_ratio"):
        compared = headline[figure]["month"]
        assert (compared["current"], compared["previous"]) == (last[figure], before[figure])
    grown = 100 * (last["total_claims"] - before["total_claims"]) / before["total_claims"]
    assert headline["total_claims"]["month"]["change"] == round(grown, 2)
    points = last["loss_ratio"] - before["loss_ratio"]
    assert headline["loss_ratio"]["month"]["change"] == pytest.approx(points)
    year = sum(months[name]["total_claims"] for name in names[-12:])
    assert headline["total_claims"]["year"]["current"] == year
    [(claims, approval)] = rows(
        lake,
        "SELECT total_claims, approval_rate FROM vw_monthly_kpis "
        f"WHERE year_month = '{kpis['last_month']}'",
    )
    assert (last["total_claims"], last["approval_rate"]) == (claims, approval)


@pytest.mark.parametrize("search", ["DEMO-002", "daniel okafor", "DEMO2@demologin"])
def test_customers_are_found_by_name_address_and_id(analyst: httpx.Client, search: str) -> None:
    found = asked(analyst, "customers", search=search)
    assert [c["customer_id"] for c in found["items"]] == ["DEMO-002"]
    assert found["total"] == 1


def test_a_search_is_taken_by_the_letter(analyst: httpx.Client) -> None:
    for search in ("%", "' OR 1=1 --", "_EMO-002", '"; DROP VIEW vw_customer_360'):
        assert asked(analyst, "customers", search=search)["total"] == 0


def test_customers_come_in_order_page_by_page(analyst: httpx.Client, lake: Settings) -> None:
    seen: list[str] = []
    for page in range(1, 6):
        found = asked(
            analyst, "customers", sort="loss_ratio", direction="desc", page=page, page_size=50
        )
        seen += [customer["customer_id"] for customer in found["items"]]
    wanted = rows(
        lake,
        "SELECT customer_id FROM vw_customer_360 ORDER BY loss_ratio DESC NULLS LAST, customer_id",
    )
    assert found["total"] == len(wanted)
    assert seen == [id_ for (id_,) in wanted][: len(seen)]


def test_a_tier_holds_its_customers_alone(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "customers", tier="Platinum", page_size=100)
    (count,) = row(
        lake, "SELECT count(*) FROM vw_customer_360 WHERE customer_value_tier = 'Platinum'"
    )
    assert found["total"] == count
    assert {customer["customer_value_tier"] for customer in found["items"]} == {"Platinum"}
    assert {t["tier"]: t["customers"] for t in found["tiers"]}["Platinum"] == count


def test_one_customer_is_told_as_the_views_do(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "customers/DEMO-002")
    columns = ("full_name", "total_claims", "total_paid_amount", "annual_premium", "risk_score")
    told = row(
        lake, f"SELECT {', '.join(columns)} FROM vw_customer_360 WHERE customer_id = 'DEMO-002'"
    )
    assert tuple(found["customer"][name] for name in columns) == told
    points = sum(value for name, value in found["risk"].items() if name.endswith("_points"))
    assert points == pytest.approx(found["risk"]["risk_score"])
    assert len(found["claims"]) == found["customer"]["total_claims"]
    days = [claim["service_date"] for claim in found["claims"]]
    assert days == sorted(days, reverse=True)
    offers = rows(lake, "SELECT opportunity FROM vw_cross_sell WHERE customer_id = 'DEMO-002'")
    assert {(o["opportunity"],) for o in found["recommendations"]} == set(offers)


def test_a_customer_nobody_knows_is_not_there(analyst: httpx.Client) -> None:
    answer = analyst.get("/api/insights/customers/NOBODY")
    assert (answer.status_code, answer.json()["detail"]) == (404, "There is no such customer.")


@pytest.mark.parametrize(
    ("part", "column"),
    [
        ("by_month", "year_month"),
        ("by_type", "claim_type"),
        ("by_category", "claim_category"),
        ("by_status", "status"),
        ("by_size_band", "size_band"),
    ],
)
def test_claims_are_broken_down_without_a_rest(
    analyst: httpx.Client, lake: Settings, part: str, column: str
) -> None:
    found = asked(analyst, "claims")
    told = rows(
        lake,
        f"SELECT coalesce({column}, 'Unknown'), count(*), sum(claim_amount), sum(paid_amount) "
        f"FROM vw_claims_analytics GROUP BY 1",
    )
    groups = [(g["name"], g["claims"], g["claim_amount"], g["paid_amount"]) for g in found[part]]
    assert sorted(groups) == sorted(told)
    assert sum(group["claims"] for group in found[part]) == found["total"]["claims"]


def test_suspected_claims_show_their_signs(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "claims", page_size=100)
    (suspected, repeated) = row(
        lake,
        "SELECT count(*) FILTER (suspected_fraud), count(*) FILTER (is_repeated_invoice) "
        "FROM vw_claims_analytics",
    )
    assert found["suspected"]["total"] == suspected > 0
    assert all(claim["fraud_flags"] for claim in found["suspected"]["items"])
    assert {f["flag"]: f["claims"] for f in found["fraud_flags"]}["is_repeated_invoice"] == repeated


def test_risk_is_the_views(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "risk", category="High", page_size=100)
    told = rows(lake, "SELECT risk_category, count(*) FROM vw_risk_scoring GROUP BY 1")
    assert sorted((c["category"], c["customers"]) for c in found["categories"]) == sorted(told)
    scores = [customer["risk_score"] for customer in found["customers"]["items"]]
    assert scores == sorted(scores, reverse=True)
    assert found["customers"]["total"] == dict(told)["High"]
    (frequency,) = row(lake, "SELECT round(avg(frequency_points), 2) FROM vw_risk_scoring")
    [component] = [c for c in found["components"] if c["component"] == "frequency_points"]
    assert (component["average_points"], component["most_points"]) == (frequency, 30)


def test_offers_are_the_views(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "cross-sell", opportunity="Plan upgrade", page_size=100)
    told = rows(
        lake,
        "SELECT opportunity, count(*), sum(estimated_annual_revenue) FROM vw_cross_sell GROUP BY 1",
    )
    groups = [
        (g["opportunity"], g["customers"], g["estimated_annual_revenue"])
        for g in found["by_opportunity"]
    ]
    assert sorted(groups) == sorted(told)
    assert found["estimated_annual_revenue"] == pytest.approx(sum(group[2] for group in told))
    assert {offer["opportunity"] for offer in found["offers"]["items"]} == {"Plan upgrade"}


def test_providers_are_the_views(analyst: httpx.Client, lake: Settings) -> None:
    found = asked(analyst, "providers", in_network=False, sort="denial_rate", page_size=100)
    billed = row(lake, "SELECT count(*), sum(total_billed_amount) FROM vw_provider_performance")
    assert sum(tier["providers"] for tier in found["tiers"]) == billed[0]
    assert sum(tier["total_billed_amount"] for tier in found["tiers"]) == pytest.approx(billed[1])
    outside = next(group for group in found["network"] if not group["is_in_network"])
    assert found["providers"]["total"] == outside["providers"]
    rates = [p["denial_rate"] for p in found["providers"]["items"] if p["denial_rate"] is not None]
    assert rates == sorted(rates, reverse=True)


def test_a_page_asked_again_is_remembered_until_its_table_changes(analyst: httpx.Client) -> None:
    asked(analyst, "risk")
    again = asked(analyst, "risk")
    assert all(source["remembered"] for source in again["sources"])
    other = asked(analyst, "risk", page=2)
    fresh = {s["part"] for s in other["sources"] if not s["remembered"]}
    assert fresh == {"customers"}


@pytest.mark.parametrize(
    "asking",
    ["customers?page=0", "customers?page_size=101", "customers?sort=phone", "risk?category=x"],
)
def test_what_makes_no_sense_is_refused(analyst: httpx.Client, asking: str) -> None:
    assert analyst.get(f"/api/insights/{asking}").status_code == 422


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal over a lake that nobody has filled."""
    with serving(Settings(home=tmp_path_factory.mktemp("bare"), storage="local")) as running:
        yield running


@pytest.mark.parametrize("page", PAGES)
def test_a_lake_without_tables_is_said_to_be_empty(empty: Portal, page: str) -> None:
    answer = empty.analyst().get(f"/api/insights/{page}")
    assert answer.status_code == 503
    assert "./petinsure" in answer.json()["detail"]
    assert answer.json()["type"] == "urn:petinsure360:problem:lake-empty"
