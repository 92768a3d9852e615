"""Journey: one portal claim from its file to every gold row that counts it, with versions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lakehouse.journey import Way, way_of
from lakehouse.serving import Console
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.lakehouse.lakes import rows_of, versions


@pytest.fixture(scope="module")
def console(observed_lake: Settings) -> Iterator[Console]:
    with Console(observed_lake) as console:
        yield console


@pytest.fixture(scope="module")
def counted(observed_lake: Settings) -> dict[str, object]:
    """A portal claim that gold counts."""
    claims = rows_of(observed_lake, "claims_analytics").to_pylist()
    portals: list[dict[str, object]] = [c for c in claims if c["claim_id"].startswith("CLM-P")]
    return min(portals, key=lambda claim: str(claim["claim_id"]))


@pytest.fixture(scope="module")
def way(observed_lake: Settings, console: Console, counted: dict[str, object]) -> Way:
    return way_of(console, Lake(observed_lake), str(counted["claim_id"]))


def test_a_claim_is_followed_from_its_file_to_every_gold_table(
    way: Way, counted: dict[str, object]
) -> None:
    assert [file.path for file in way.files] == [f"claims/{counted['claim_id']}.json"]
    assert [hop.table for hop in way.hops] == [
        "petinsure_bronze.claims_raw",
        "petinsure_silver.fact_claims",
        *sorted(hop.table for hop in way.hops[2:]),
    ]
    assert {"claims_analytics", "customer_360_view", "monthly_kpis", "provider_performance"} <= {
        hop.table.rpartition(".")[2] for hop in way.hops[2:]
    }


def test_each_hop_tells_the_version_that_brought_it(way: Way, observed_lake: Settings) -> None:
    newest = versions(observed_lake)
    for hop in way.hops:
        assert hop.commit
        # Portal claims came with the second run, which built the newest version of each table.
        assert hop.commit.version == newest[hop.table.rpartition(".")[2]]
        assert hop.commit.run_id


def test_the_rows_that_count_it_are_those_of_its_customer_and_month(
    way: Way, counted: dict[str, object]
) -> None:
    def only(table: str) -> dict[str, object]:
        hop = way.hop(table)
        assert hop
        [row] = hop.rows
        return row

    assert only("claims_analytics")["claim_amount"] == counted["claim_amount"]
    assert only("customer_360_view")["customer_id"] == counted["customer_id"]
    assert only("provider_performance")["provider_id"] == counted["provider_id"]
    assert only("monthly_kpis")["year_month"] == counted["year_month"]


def test_a_claim_that_nobody_has_taken_in_has_no_hops(
    observed_lake: Settings, console: Console
) -> None:
    way = way_of(console, Lake(observed_lake), "CLM-NOBODY")
    assert way.files == ()
    assert way.hops == ()
