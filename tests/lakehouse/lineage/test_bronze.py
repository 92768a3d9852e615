"""Bronze: the hop from a file's column to the table's is told by the file's own header or keys."""

from __future__ import annotations

from lakehouse.lineage import ColumnRef, Lineage
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import tables


def origins(lineage: Lineage, name: str) -> set[str]:
    column = lineage.column(name)
    return {str(edge.source) for edge in lineage.edges if edge.target == column}


def test_each_source_file_is_a_dataset_and_the_portals_claims_are_one(
    lineage: Lineage, observed_lake: Settings
) -> None:
    raw = {d.name: d.files for d in lineage.datasets.values() if d.stage == "raw"}
    portal = [f for f in Lake(observed_lake).source_files() if f.path.startswith("claims/")]
    assert raw == {
        "raw/claims.jsonl": 1,
        "raw/claims/*.json": len(portal),
        "raw/customers.csv": 1,
        "raw/pets.csv": 1,
        "raw/policies.csv": 1,
        "raw/providers.csv": 1,
    }


def test_a_files_columns_are_those_of_its_header(lineage: Lineage, observed_lake: Settings) -> None:
    header = Lake(observed_lake).head("raw", "pets.csv", 2000).splitlines()[0].decode()
    own = [c.name for c in lineage.datasets["raw/pets.csv"].columns.values() if not c.metadata]
    assert own == header.split(",")


def test_every_declared_column_comes_from_its_namesake(lineage: Lineage) -> None:
    for name in tables()["customers_raw"].columns:
        assert origins(lineage, f"bronze.customers_raw.{name}") == {f"raw/customers.csv.{name}"}


def test_what_only_the_portal_brings_comes_from_its_files_alone(lineage: Lineage) -> None:
    assert origins(lineage, "bronze.claims_raw.line_items") == {"raw/claims/*.json.line_items"}
    assert origins(lineage, "bronze.claims_raw.claim_amount") == {
        "raw/claims.jsonl.claim_amount",
        "raw/claims/*.json.claim_amount",
    }


def test_metadata_comes_from_the_file_or_from_the_whole_line(lineage: Lineage) -> None:
    assert origins(lineage, "bronze.pets_raw._source_file") == {"raw/pets.csv._metadata"}
    assert origins(lineage, "bronze.pets_raw._source_modified_at") == {"raw/pets.csv._metadata"}
    assert origins(lineage, "bronze.pets_raw._corrupt_record") == {"raw/pets.csv.value"}


def test_the_time_of_the_run_comes_from_no_file(lineage: Lineage) -> None:
    assert origins(lineage, "bronze.pets_raw._ingestion_timestamp") == set()
    assert origins(lineage, "gold.risk_scoring._gold_processed_at") == set()


def test_a_hop_tells_what_it_is_known_from(lineage: Lineage) -> None:
    known = {
        (edge.source.dataset, edge.target.dataset): edge.evidence
        for edge in lineage.edges
        if edge.target.column == "species" or edge.target.column == "pet_name"
    }
    assert known["raw/pets.csv", "bronze.pets_raw"] == "header"
    assert known["bronze.pets_raw", "silver.dim_pets"] == "event"
    assert known["gold.claims_analytics", "vw_claims_analytics"] == "view"


def test_the_build_of_each_table_is_that_of_the_run_that_made_it(lineage: Lineage) -> None:
    builds = {d.name: d.build for d in lineage.datasets.values() if d.stage in ("silver", "gold")}
    assert all(build and build.run_id and build.by for build in builds.values())
    assert lineage.datasets["raw/pets.csv"].build is None
    assert ColumnRef("silver.dim_pets", "species") in lineage.columns("silver")
