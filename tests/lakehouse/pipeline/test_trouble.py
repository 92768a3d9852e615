"""Troubled deliveries: kept, flagged and counted; none is fatal, none is dropped in silence."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from lakehouse.pipeline.events import Event, Warned
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.verify import verify
from tests.conftest import CopyOf
from tests.lakehouse.lakes import content, rows_of, run_quietly

CUSTOMER = {
    "customer_id": "CUST-T1",
    "first_name": "Ada",
    "last_name": "Byron",
    "email": "ada@example.com",
    "phone": "(512) 555-0100",
    "address_line1": "1 Main Street",
    "city": "Austin",
    "state": "TX",
    "zip_code": "78701",
    "country": "USA",
    "date_of_birth": "1980-12-10",
    "customer_since": "2024-01-01",
    "preferred_contact": "Email",
    "marketing_opt_in": "true",
    "referral_source": "Friend or Family",
    "customer_segment": "Standard",
    "lifetime_value": "100.00",
    "created_at": "2024-01-01T00:00:00Z",
    "updated_at": "2024-01-01T00:00:00Z",
}
LONG_NAME = "x" * 5_000_000

Troubled = tuple[Settings, list[Event]]


def csv(*rows: dict[str, Any], columns: list[str] | None = None) -> bytes:
    names = columns or list(CUSTOMER)
    lines = [",".join(names), *[",".join(str(row.get(n, "")) for n in names) for row in rows]]
    return "\n".join(lines).encode() + b"\n"


def customer(number: int, **changes: Any) -> dict[str, Any]:
    """A customer like the others, and not the same person."""
    name = "Byron" + "abcdefghijklmnopqrstuvwxyz"[number]
    ids = {"customer_id": f"CUST-T{number}", "last_name": name, "phone": ""}
    return {**CUSTOMER, **ids, **changes}


def deliveries() -> dict[str, bytes]:
    """Files by path in raw, each with a trouble of its own."""
    without_source = [name for name in CUSTOMER if name != "referral_source"]
    claim = {"claim_id": "CLM-T1", "customer_id": "CUST-NOBODY", "claim_amount": 10.5}
    return {
        "customers_bom.csv": b"\xef\xbb\xbf" + csv(customer(1)),
        "customers_order.csv": csv(customer(2), columns=list(reversed(CUSTOMER))),
        "customers_unknown.csv": csv({**customer(3), "tier": "gold"}, columns=[*CUSTOMER, "tier"]),
        "customers_missing.csv": csv(customer(4), columns=without_source),
        "customers_type.csv": csv(customer(5, date_of_birth="yesterday")),
        "customers_short.csv": csv() + b"CUST-T6,Ada\n",
        "customers_long.csv": csv(customer(7, address_line1=LONG_NAME)),
        "customers_windows.csv": csv(customer(8)).replace(b"\n", b"\r\n"),
        "customers_empty.csv": b"",
        "customers_bare.csv": b"CUST-T9,Ada,Byronj\n",
        "customers_twice.csv": csv(customer(10)),
        "customers_twice_renamed.csv": csv(customer(10)),
        "claims_bad.jsonl": b'{"claim_id": "CLM-T2", "claim_amount": \n'
        b'[1, 2]\n{"a": 1}{"b": 2}\n\n',
        "claims_unknown.jsonl": json.dumps({**claim, "mood": "sad"}).encode() + b"\n",
        "claims/CLM-T3.json": json.dumps({**claim, "claim_id": "CLM-T3"}, indent=2).encode(),
        "claims/odd name ü+%.json": b'{"claim_id": "CLM-T4"}',
        "claims/CLM-T5.json": b"not json at all",
        "claims/2026/CLM-T6.json": b'{"claim_id": "CLM-T6"}',
        "invoices.csv": b"a,b\n1,2\n",
    }


@pytest.fixture(scope="module")
def troubled(built_lake: Settings, copy_of: CopyOf) -> Troubled:
    """A lake that got all troubled files at once, and the events of the run over them."""
    settings = copy_of(built_lake)
    for path, data in deliveries().items():
        Lake(settings).write("raw", path, data)
    _, events = run_quietly(settings)
    return settings, events


def of_file(rows: pa.Table, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rows.filter(
        pc.equal(rows["_source_file"], f"raw/{path}")
    ).to_pylist()
    return found


@pytest.fixture(scope="module")
def bronze(troubled: Troubled) -> pa.Table:
    return rows_of(troubled[0], "customers_raw")


@pytest.fixture(scope="module")
def silver(troubled: Troubled) -> pa.Table:
    return rows_of(troubled[0], "dim_customers")


@pytest.fixture(scope="module")
def claims(troubled: Troubled) -> pa.Table:
    return rows_of(troubled[0], "claims_raw")


@pytest.mark.parametrize(
    "path", ["customers_bom.csv", "customers_order.csv", "customers_windows.csv"]
)
def test_a_file_in_another_shape_reads_the_same(silver: pa.Table, path: str) -> None:
    (row,) = of_file(silver, path)
    assert row["customer_id"].startswith("CUST-T")
    assert row["email"] == "ada@example.com"
    assert row["_is_valid"] is True


def test_an_unknown_column_is_kept_aside(bronze: pa.Table) -> None:
    (row,) = of_file(bronze, "customers_unknown.csv")
    assert row["_quality"] == "rescued"
    assert json.loads(row["_rescued_data"]) == {"tier": "gold"}
    assert row["customer_id"] == "CUST-T3"


def test_a_missing_column_is_null(silver: pa.Table) -> None:
    (row,) = of_file(silver, "customers_missing.csv")
    assert row["referral_source"] is None
    assert row["_is_valid"] is True


def test_a_wrong_type_is_named(silver: pa.Table) -> None:
    (row,) = of_file(silver, "customers_type.csv")
    assert "date_of_birth_type" in row["_rules_broken"]
    assert row["_is_valid"] is False


def test_a_short_line_is_kept_whole(bronze: pa.Table, silver: pa.Table) -> None:
    (row,) = of_file(bronze, "customers_short.csv")
    assert (row["_quality"], row["_corrupt_record"]) == ("corrupt", "CUST-T6,Ada")
    (judged,) = of_file(silver, "customers_short.csv")
    assert "parsed" in judged["_rules_broken"]


def test_a_line_of_five_megabytes_is_kept_whole(bronze: pa.Table) -> None:
    (row,) = of_file(bronze, "customers_long.csv")
    assert row["address_line1"] == LONG_NAME


def test_a_file_without_header_is_kept_and_told(troubled: Troubled, bronze: pa.Table) -> None:
    (row,) = of_file(bronze, "customers_bare.csv")
    assert row["_corrupt_record"] == "CUST-T9,Ada,Byronj"
    told = [e.message for e in troubled[1] if isinstance(e, Warned)]
    assert any("customers_bare.csv has no header" in message for message in told)


def test_a_file_delivered_again_under_another_name_counts_once(silver: pa.Table) -> None:
    rows = of_file(silver, "customers_twice.csv") + of_file(silver, "customers_twice_renamed.csv")
    assert sorted(row["_is_duplicate"] for row in rows) == [False, True]


def test_malformed_json_is_kept_whole(claims: pa.Table) -> None:
    rows = of_file(claims, "claims_bad.jsonl")
    assert {row["_corrupt_record"] for row in rows} == {
        '{"claim_id": "CLM-T2", "claim_amount": ',
        "[1, 2]",
        '{"a": 1}{"b": 2}',
    }
    (row,) = of_file(claims, "claims/CLM-T5.json")
    assert row["_corrupt_record"] == "not json at all"


def test_an_unknown_json_field_is_kept_aside(claims: pa.Table) -> None:
    (row,) = of_file(claims, "claims_unknown.jsonl")
    assert json.loads(row["_rescued_data"]) == {"mood": "sad"}


def test_an_object_over_several_lines_is_one_claim(claims: pa.Table) -> None:
    (row,) = of_file(claims, "claims/CLM-T3.json")
    assert row["claim_id"] == "CLM-T3"
    assert row["_quality"] == "parsed"


def test_a_file_name_with_odd_letters_is_kept_as_it_is(claims: pa.Table) -> None:
    (row,) = of_file(claims, "claims/odd name ü+%.json")
    assert row["claim_id"] == "CLM-T4"


def test_an_unknown_customers_claim_is_flagged(troubled: Troubled) -> None:
    (row,) = of_file(rows_of(troubled[0], "fact_claims"), "claims/CLM-T3.json")
    assert "customer_id_exists" in row["_rules_broken"]
    assert row["_is_valid"] is False


def test_a_file_that_belongs_nowhere_is_told_and_not_read(
    troubled: Troubled, claims: pa.Table
) -> None:
    told = [e.message for e in troubled[1] if isinstance(e, Warned)]
    for path in ("invoices.csv", "claims/2026/CLM-T6.json"):
        assert any(f"raw/{path} belongs to no source" in message for message in told)
    assert "CLM-T6" not in claims["claim_id"].to_pylist()


def test_nothing_is_lost_on_the_way(troubled: Troubled) -> None:
    wrong = [f"{f.subject} {f.message}" for f in verify(troubled[0]) if not f.ok]
    assert wrong == [
        f"raw/{path} belongs to no source and is not read."
        for path in ("claims/2026/CLM-T6.json", "invoices.csv")
    ]


def test_a_file_overwritten_after_it_was_read_is_told(troubled: Troubled) -> None:
    settings = troubled[0]
    before = content(settings, "customers_raw")
    Lake(settings).write("raw", "customers_order.csv", csv(customer(2), customer(20)))
    _, events = run_quietly(settings)
    told = [e.message for e in events if isinstance(e, Warned)]
    assert any("customers_order.csv was overwritten" in message for message in told)
    assert content(settings, "customers_raw") == before
    found = [f.subject for f in verify(settings) if not f.ok]
    assert "raw/customers_order.csv" in found
    run_quietly(settings, full=True)
    ids = rows_of(settings, "customers_raw")["customer_id"].to_pylist()
    assert "CUST-T20" in ids


def test_a_customers_claim_becomes_valid_when_the_customer_arrives(troubled: Troubled) -> None:
    settings = troubled[0]
    claims_before = of_file(rows_of(settings, "fact_claims"), "claims_unknown.jsonl")
    assert "customer_id_exists" in claims_before[0]["_rules_broken"]
    arrives = {**customer(21), "customer_id": "CUST-NOBODY"}
    Lake(settings).write("raw", "customers/CUST-NOBODY.json", json.dumps(arrives).encode())
    run_quietly(settings)
    (after,) = of_file(rows_of(settings, "fact_claims"), "claims_unknown.jsonl")
    assert "customer_id_exists" not in after["_rules_broken"]
