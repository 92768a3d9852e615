from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from generator import Request, ledger, portal_claims, source_files, write_ledger
from generator.defects.catalog import FLAWS

if TYPE_CHECKING:
    from tests.generator.conftest import Lake

AS_OF = date(2026, 3, 2)
COLUMNS = {
    "customers": (
        "customer_id first_name last_name email phone address_line1 city state zip_code country "
        "date_of_birth customer_since preferred_contact marketing_opt_in referral_source "
        "customer_segment lifetime_value created_at updated_at"
    ),
    "pets": (
        "pet_id customer_id pet_name species breed gender date_of_birth weight_lbs color "
        "microchip_id is_neutered pre_existing_conditions vaccination_status adoption_date "
        "is_active created_at updated_at"
    ),
    "policies": (
        "policy_id policy_number customer_id pet_id plan_name monthly_premium annual_deductible "
        "coverage_limit reimbursement_percentage effective_date expiration_date status "
        "payment_method payment_frequency waiting_period_days includes_wellness includes_dental "
        "includes_behavioral cancellation_date renewal_count created_at updated_at"
    ),
    "providers": (
        "provider_id provider_name provider_type address city state zip_code phone email "
        "is_in_network average_rating total_reviews accepts_emergency operating_hours specialties "
        "license_number created_at"
    ),
    "claims": (
        "claim_id claim_number policy_id pet_id customer_id provider_id claim_type claim_category "
        "service_date submitted_date claim_amount deductible_applied covered_amount paid_amount "
        "status denial_reason processing_days diagnosis_code treatment_notes invoice_number "
        "is_emergency is_recurring created_at updated_at"
    ),
}
LINES = {"customers": 5000, "pets": 6500, "policies": 6000, "claims": 15000, "providers": 200}


def _contents(request: Request) -> dict[str, bytes]:
    files = [*source_files(request), *portal_claims(request)]
    return {file.path: b"".join(file.chunks) for file in files}


def test_there_are_45_raw_files(lake: Lake) -> None:
    assert list(lake.files) == [
        "customers.csv",
        "pets.csv",
        "policies.csv",
        "providers.csv",
        "claims.jsonl",
    ]
    assert len(lake.portal) == 40
    assert [file.path for file in portal_claims(lake.request)] == [
        f"claims/{row['claim_id']}.json" for row in lake.portal
    ]


@pytest.mark.parametrize("entity", LINES)
def test_a_file_has_as_many_lines_as_the_contract_says(lake: Lake, entity: str) -> None:
    assert len(lake.lines[entity]) == LINES[entity]


@pytest.mark.parametrize("entity", COLUMNS)
def test_a_file_has_the_columns_of_the_contract_in_order(lake: Lake, entity: str) -> None:
    assert (
        " ".join(next(row for row in lake.lines[entity] if "_line" not in row)) == COLUMNS[entity]
    )


def test_a_portal_claim_has_the_columns_of_a_claim_and_line_items(lake: Lake) -> None:
    assert {" ".join(row) for row in lake.portal} == {f"{COLUMNS['claims']} line_items"}


def test_every_csv_line_has_every_field(lake: Lake) -> None:
    for path, data in lake.files.items():
        if path.endswith(".csv"):
            assert len({len(row) for row in csv.reader(data.decode().splitlines())}) == 1


@pytest.mark.parametrize("scale", [0.05, 0.1, 2])
def test_scale_multiplies_the_lines_of_every_file(scale: float) -> None:
    request = Request(as_of=AS_OF, scale=scale)
    for file in source_files(request):
        entity, _, kind = file.path.partition(".")
        lines = b"".join(file.chunks).count(b"\n") - (kind == "csv")
        assert file.rows == lines == round(LINES[entity] * scale)


def test_equal_requests_give_equal_bytes(lake: Lake) -> None:
    again = _contents(Request(as_of=AS_OF))
    assert {path: again[path] for path in lake.files} == lake.files
    assert list(ledger(Request(as_of=AS_OF))) == lake.ledger


@pytest.mark.parametrize(
    "change", [{"seed": 361}, {"as_of": AS_OF + timedelta(days=1)}], ids=["seed", "as_of"]
)
def test_another_request_gives_other_bytes(change: dict[str, int | date]) -> None:
    small = Request(as_of=AS_OF, scale=0.1)
    one, other = _contents(small), _contents(replace(small, **change))  # type: ignore[arg-type]
    assert all(one[path] != data for path, data in other.items() if path in one)


def test_reading_the_files_out_of_step_changes_nothing(lake: Lake) -> None:
    files = {file.path: file for file in source_files(lake.request)}
    next(files["claims.jsonl"].chunks)
    assert b"".join(files["pets.csv"].chunks) == lake.files["pets.csv"]


def test_progress_and_ledger_are_reported_on_the_way(lake: Lake) -> None:
    steps: list[tuple[str, int, int]] = []
    entries: list[dict[str, str | None]] = []
    request = replace(lake.request, scale=0.1)
    for file in source_files(request, lambda *step: steps.append(step), entries.append):
        assert list(file.chunks)
    assert steps[-1] == ("claims", 1500, 1500)
    assert len(steps) == 5
    assert entries == list(ledger(request))


def test_the_ledger_is_written_as_json_lines(lake: Lake) -> None:
    written = b"".join(write_ledger(lake.ledger))
    assert written.count(b"\n") == len(lake.ledger)
    assert written.startswith(b'{"entity": "customers", "key": "CUST-')


def test_blocks_of_a_large_lake_share_no_key() -> None:
    request = Request(as_of=AS_OF, scale=10)
    file = next(file for file in source_files(request) if file.path == "policies.csv")
    rows = list(csv.DictReader(b"".join(file.chunks).decode().splitlines()))
    again = sum(flaw.count(30_000) for flaw in FLAWS["policies"] if flaw.adds_line)
    assert request.blocks == 2
    assert len(rows) == 60_000
    for column in ("policy_id", "policy_number"):
        assert len({row[column] for row in rows}) == 60_000 - 2 * again
