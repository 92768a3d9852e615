from __future__ import annotations

import itertools
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from insurance.plans import PLANS, quote
from insurance.species import BREEDS, breed_of

if TYPE_CHECKING:
    from tests.generator.conftest import Lake, Row

AS_OF = date(2026, 3, 2)


def _day(row: Row, column: str) -> date:
    return date.fromisoformat(row[column])


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def test_data_ends_the_day_before_as_of(lake: Lake) -> None:
    latest = max(
        row[column]
        for rows in (*lake.lines.values(), lake.portal)
        for row in rows
        for column in ("created_at", "updated_at")
        if column in row
    )
    assert latest.startswith("2026-03-01T")


def test_customers_joined_over_three_years_as_adults(lake: Lake) -> None:
    for row in lake.clean["customers"].values():
        since = _day(row, "customer_since")
        assert AS_OF - timedelta(days=1095) <= since < AS_OF
        assert 18 <= _age(_day(row, "date_of_birth"), since) <= 85
        assert row["created_at"][:10] == row["customer_since"]


def test_pets_are_of_a_breed_and_weigh_what_it_weighs(lake: Lake) -> None:
    for row in lake.clean["pets"].values():
        breed = breed_of(row["species"], row["breed"])
        weight = Decimal(row["weight_lbs"])
        assert Decimal(1) <= weight <= breed.weight_lbs[1]
        assert row["color"] in breed.colors
        if _age(_day(row, "date_of_birth"), date.fromisoformat(row["updated_at"][:10])) >= 1:
            assert weight >= breed.weight_lbs[0]


def test_nobody_outlives_the_breed_or_comes_home_before_eight_weeks(lake: Lake) -> None:
    for row in lake.clean["pets"].values():
        born = _day(row, "date_of_birth")
        assert _day(row, "adoption_date") - born >= timedelta(days=56)
        if row["is_active"] == "true":
            oldest = breed_of(row["species"], row["breed"]).life_years[1]
            assert _age(born, AS_OF) <= oldest


def test_all_breeds_occur_and_dogs_are_the_majority(lake: Lake) -> None:
    pets = lake.clean["pets"].values()
    assert {row["breed"] for row in pets} == {breed.name for breed in BREEDS}
    assert 0.55 < sum(row["species"] == "Dog" for row in pets) / len(pets) < 0.70


def test_a_premium_is_the_quote_for_plan_breed_and_age(lake: Lake) -> None:
    for row in lake.clean["policies"].values():
        pet = lake.clean["pets"].get(row["pet_id"])
        if pet is None:
            continue
        age = _age(_day(pet, "date_of_birth"), _day(row, "effective_date"))
        expected = quote(row["plan_name"], pet["species"], pet["breed"], age)
        assert Decimal(row["monthly_premium"]) == expected


def test_the_terms_of_a_policy_are_those_of_its_plan(lake: Lake) -> None:
    for row in lake.clean["policies"].values():
        plan = PLANS[row["plan_name"]]
        limit = row["coverage_limit"]
        assert Decimal(row["annual_deductible"]) == plan.annual_deductible
        assert (None if limit is None else Decimal(limit)) == plan.coverage_limit
        assert int(row["reimbursement_percentage"]) == plan.reimbursement_percentage
        assert row["includes_wellness"] == str(plan.includes_wellness).lower()
        assert row["includes_dental"] == str(plan.includes_dental).lower()
        assert row["includes_behavioral"] == str(plan.includes_behavioral).lower()


def test_a_policy_runs_for_a_year_and_its_status_says_where_it_stands(lake: Lake) -> None:
    for row in lake.clean["policies"].values():
        begin, end = _day(row, "effective_date"), _day(row, "expiration_date")
        cancelled = row["cancellation_date"]
        assert 365 <= (end - begin).days <= 366
        if cancelled:
            assert row["status"] == "Cancelled"
            assert begin <= date.fromisoformat(cancelled) <= min(end, AS_OF)
        elif begin >= AS_OF:
            assert row["status"] == "Pending"
        else:
            assert row["status"] == ("Expired" if end <= AS_OF else "Active")


def test_renewals_follow_without_a_gap(lake: Lake) -> None:
    contracts = defaultdict(list)
    for row in lake.clean["policies"].values():
        contracts[row["policy_number"][:-3]].append(row)
    renewed = [sorted(rows, key=lambda row: row["effective_date"]) for rows in contracts.values()]
    assert any(len(rows) == 3 for rows in renewed)
    for rows in renewed:
        for earlier, later in itertools.pairwise(rows):
            steps = int(later["renewal_count"]) - int(earlier["renewal_count"])
            assert later["plan_name"] == earlier["plan_name"]
            assert steps > 1 or later["effective_date"] == earlier["expiration_date"]


def test_nothing_is_insured_after_its_death(lake: Lake) -> None:
    dead = {key for key, row in lake.clean["pets"].items() if row["is_active"] == "false"}
    insured = [row for row in lake.clean["policies"].values() if row["pet_id"] in dead]
    assert insured
    for row in insured:
        assert row["status"] in ("Expired", "Cancelled")
