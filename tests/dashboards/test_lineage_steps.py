from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from dashboards import work
from lakehouse.journey import way_of
from lakehouse.lineage import (
    Lineage,
    downstream,
    impact_of_dropping,
    personal_columns,
    upstream,
)
from lakehouse.serving import Console
from lakehouse.storage import Lake
from lakehouse.table import METADATA
from lakehouse.tables import layer_tables
from tests.app.followed import decide
from tests.app.server import Portal
from tests.dashboards.conftest import Window
from tests.lakehouse.lakes import rows_of, run_quietly, versions
from tests.lakehouse.observed import once_observed

EMAIL = [
    "raw/customers.csv.email",
    "bronze.customers_raw.email",
    "silver.dim_customers.email",
    "gold.customer_360_view.email",
    "vw_customer_360.email",
]
"""The way of a column that is what it is from file to view."""


@pytest.fixture(scope="module")
def implausible(known_stage: Portal) -> str:
    """A claim that was just submitted and that silver will find invalid."""
    client = known_stage.daniel()
    scenarios = {each["key"]: each["draft"] for each in client.get("/api/scenarios").json()}
    return str(client.post("/api/claims", json=scenarios["lost-decimal-point"]).json()["id"])


@pytest.fixture(scope="module")
def decided(known_stage: Portal) -> str:
    """A claim that was just submitted and then approved: two files."""
    client = known_stage.maya()
    drafts = [each["draft"] for each in client.get("/api/scenarios").json()]
    claim_id = str(client.post("/api/claims", json=drafts[0]).json()["id"])
    answer = decide(known_stage.presenter(), claim_id, {"decision": "approve"})
    assert answer.status_code == 201, answer.text
    return claim_id


@pytest.fixture(scope="module")
def lineage(known_stage: Portal, implausible: str, decided: str) -> Lineage:
    """The lineage of the stage, its newest files taken in."""
    run_quietly(known_stage.settings)
    return once_observed(known_stage.settings)


@pytest.fixture(scope="module")
def claim(lineage: Lineage, known_stage: Portal, decided: str) -> dict[str, Any]:
    """A claim of the portal that gold counts and nobody decided since."""
    claims = rows_of(known_stage.settings, "claims_analytics").to_pylist()
    found: dict[str, Any] = min(
        (c for c in claims if c["claim_id"].startswith("CLM-P") and c["claim_id"] != decided),
        key=lambda each: str(each["claim_id"]),
    )
    return found


@pytest.fixture
def follower(claim: dict[str, Any]) -> str:
    """The id of a viewer who follows that claim."""
    return following(claim["claim_id"])


def following(claim_id: str) -> str:
    """The id of a new viewer who follows a claim."""
    window = Window("portal")
    window.viewer.claim_id = claim_id
    window.viewer.save()
    return str(window.viewer.id)


def picture(window: Window) -> dict[str, Any]:
    """What the picture on a page is told to draw."""
    protos = [each.proto for each in window.app.get("bidi_component")]
    (found,) = [each.json for each in protos if each.component_name == "lineage_picture"]
    drawn: dict[str, Any] = json.loads(found)
    return drawn


def rows(drawn: dict[str, Any], *marks: str) -> set[str]:
    """Columns on a picture, or those of some marks."""
    return {
        row["id"]
        for card in drawn["cards"]
        for row in card["rows"]
        if row["mark"] in marks or not marks
    }


def links(drawn: dict[str, Any], kind: str) -> set[tuple[str, str]]:
    return {(link["source"], link["target"]) for link in drawn["links"] if link["kind"] == kind}


def tiles(window: Window) -> dict[str, str]:
    return {str(each.label): str(each.value) for each in window.app.metric}


def grid(window: Window, column: str) -> Any:
    """The one result on a page that has a column."""
    (found,) = [each.value for each in window.app.dataframe if column in each.value.columns]
    return found


def done(window: Window, name: str) -> None:
    """Press a panel's button and wait for its work to end well."""
    window.press(f"do-{name}")
    job = work._jobs[window.viewer.id, name]
    window.until(lambda: not job.running)
    assert job.error is None
    window.look()


def choose(window: Window, key: str, column: str) -> None:
    window.app.selectbox(key=key).set_value(column)
    window.look()


def test_the_graph_of_tables_is_the_lineage_and_shows_of_a_table_what_was_observed(
    lineage: Lineage,
) -> None:
    window = Window("lineage-of-tables")
    drawn = picture(window)
    assert [lane["id"] for lane in drawn["lanes"]] == ["raw", "bronze", "silver", "gold", "view"]
    assert {card["id"] for card in drawn["cards"]} == set(lineage.datasets)
    assert len(drawn["links"]) == len(lineage.tables())
    assert ("raw/claims/*.json", "bronze.claims_raw") in links(drawn, "direct")
    assert ("gold.monthly_kpis", "vw_monthly_kpis") in links(drawn, "direct")
    assert ("silver.dim_providers", "gold.customer_360_view") not in links(drawn, "direct")
    assert tiles(window)["pairs of columns"] == f"{len(lineage.edges):,}"
    assert "petinsure_gold.customer_360_view" in window.text
    observed = grid(window, "made of")
    names = observed[observed["column"] == "full_name"]
    assert sorted(names["made of"]) == [
        "silver.dim_customers.first_name",
        "silver.dim_customers.last_name",
    ]
    assert set(names["known from"]) == {"OpenLineage event"}


def test_a_column_is_searched_and_followed_down_to_the_file_and_up_to_the_view(
    lineage: Lineage,
) -> None:
    window = Window("lineage-of-a-column")
    choose(window, "column", EMAIL[2])
    window.app.button_group(key="column-influence").set_value("direct")
    window.look()
    drawn = picture(window)
    assert rows(drawn, "start") == {EMAIL[2]}
    assert set(EMAIL) <= rows(drawn)
    assert set(pairwise(EMAIL)) <= links(drawn, "direct")
    ref = lineage.column(EMAIL[2])
    reached = [*upstream(lineage, ref).reached, *downstream(lineage, ref).reached]
    direct = {str(one.column) for one in reached if one.influence == "direct"}
    assert rows(drawn) == direct | {EMAIL[2]}
    assert tiles(window)["of them in source files"] == "1"
    assert "personal data" in window.text

    choose(window, "column", "vw_customer_360.customer_value_tier")
    window.press("column-back")
    assert rows(picture(window), "start") == {EMAIL[2]}


def test_what_only_decides_a_value_or_the_rows_is_shown_where_it_is_asked_for(
    lineage: Lineage,
) -> None:
    window = Window("lineage-of-a-column")
    choose(window, "column", "gold.monthly_kpis.approval_rate")
    status = "silver.fact_claims.status"
    assert status in rows(picture(window), "indirect")
    assert (status, "gold.monthly_kpis.approval_rate") in links(picture(window), "indirect")
    window.app.button_group(key="column-influence").set_value("direct")
    window.look()
    assert status not in rows(picture(window))
    window.app.button_group(key="column-influence").set_value("rows")
    window.look()
    assert "silver.fact_claims._is_valid" in rows(picture(window), "rows")
    assert ("silver.fact_claims._is_valid", "gold.monthly_kpis") in links(picture(window), "rows")


def test_the_followed_claim_is_shown_at_every_hop_with_its_version(
    known_stage: Portal, follower: str, claim: dict[str, Any]
) -> None:
    settings, claim_id = known_stage.settings, claim["claim_id"]
    with Console(settings) as console:
        way = way_of(console, Lake(settings), claim_id)
    window = Window("every-hop-of-my-claim", follower)
    shown = grid(window, "hop")
    assert shown["hop"].tolist() == [
        f"raw/claims/{claim_id}.json",
        *(hop.table for hop in way.hops),
    ]
    assert shown["version"].tolist()[1:] == [hop.commit.version for hop in way.hops if hop.commit]
    assert (shown["seconds after"].diff()[1:3] > 0).all()
    assert (shown["run"][1:] != "").all()
    drawn = {card["id"] for card in picture(window)["cards"]}
    assert {"vw_customer_360", "petinsure_silver.fact_claims"} <= drawn
    assert tiles(window)["tables reached"] == "8"


def test_a_claim_that_silver_finds_invalid_ends_there_and_the_page_says_why(
    lineage: Lineage, implausible: str
) -> None:
    window = Window("every-hop-of-my-claim", following(implausible))
    assert "No figure of gold counts this claim: it breaks amount_plausible." in window.text
    assert tiles(window)["tables reached"] == "2"
    assert {card["lane"] for card in picture(window)["cards"]} == {"raw", "bronze", "silver"}


def test_a_claim_that_was_decided_comes_from_two_files_and_counts_once(
    lineage: Lineage, decided: str
) -> None:
    window = Window("every-hop-of-my-claim", following(decided))
    shown = grid(window, "hop")
    files = [f"raw/claims/{decided}.json", f"raw/claims/{decided}.2.json"]
    assert shown["hop"].tolist()[:2] == files
    numbers = dict(zip(shown["hop"], shown["rows"], strict=True))
    assert numbers["petinsure_bronze.claims_raw"] == 2
    assert numbers["petinsure_silver.fact_claims"] == 2
    assert numbers["petinsure_gold.claims_analytics"] == 1
    assert tiles(window)["files"] == "2"
    drawn = {(link["source"], link["target"]) for link in picture(window)["links"]}
    assert {(path, "petinsure_bronze.claims_raw") for path in files} <= drawn


def test_without_a_claim_the_page_says_where_to_get_one(lineage: Lineage) -> None:
    window = Window("every-hop-of-my-claim")
    assert "No claim is followed yet" in window.text
    assert not window.app.error
    window.press("to-submit")
    assert window.title == "Submit a claim"


def test_each_layer_notes_what_its_declaration_says_with_values_of_a_real_row(
    known_stage: Portal, follower: str, claim: dict[str, Any]
) -> None:
    window = Window("what-each-layer-notes", follower)
    noted: dict[str, str] = {}
    for each in window.app.dataframe:
        if "meaning" in each.value.columns:
            value = each.value.columns[1]
            assert value.endswith(f"claim_id {claim['claim_id']}")
            noted |= dict(zip(each.value["column"], each.value[value], strict=True))
    assert set(noted) == set(METADATA["silver"]) | set(METADATA["gold"])
    assert noted["_source_file"] == f"raw/claims/{claim['claim_id']}.json"
    assert (noted["_is_valid"], noted["_is_duplicate"]) == ("True", "False")
    assert noted["_source_tables"] == claim["_source_tables"]
    rows_in_bronze = rows_of(known_stage.settings, "claims_raw").num_rows
    assert tiles(window)["records"] == f"{rows_in_bronze:,}"
    columns = grid(window, "data_type")
    gold = [(n, t) for t in layer_tables("gold") for n in (t.name, t.alias) if n]
    declared = {(name, column) for name, table in gold for column in table.all_columns}
    assert set(zip(columns["table_name"], columns["column_name"], strict=True)) == declared
    done(window, "extended")
    assert "customer_360_view" in grid(window, "tableName")["tableName"].tolist()


@pytest.mark.parametrize(
    "column",
    ["silver.fact_claims.paid_amount", "silver.dim_providers._is_valid", "bronze.pets_raw.species"],
)
def test_what_breaks_without_a_column_is_foretold_and_the_engine_agrees(
    known_stage: Portal, lineage: Lineage, column: str
) -> None:
    before = versions(known_stage.settings)
    window = Window("a-dropped-column")
    choose(window, "dropped", column)
    impact = impact_of_dropping(lineage, lineage.column(column))
    drawn = picture(window)
    assert rows(drawn, "lost") == {str(one.column) for one in impact.columns}
    assert {card["id"] for card in drawn["cards"] if card["mark"] == "lost"} == set(impact.readers)
    assert grid(window, "touched")["touched"].tolist() == list(impact.datasets)
    done(window, f"drop-{column}")
    found = tiles(window)
    assert found["break"] == found["foretold to break"] == str(len(impact.readers))
    assert found["foretold wrongly"] == "0"
    refused = grid(window, "engine")
    words = refused.loc[refused["engine"] == "breaks", "in the engine's words"]
    assert words.str.contains(column.rpartition(".")[2]).all()
    assert versions(known_stage.settings) == before


def test_a_column_that_only_some_read_breaks_only_those(lineage: Lineage) -> None:
    window = Window("a-dropped-column")
    choose(window, "dropped", "silver.dim_providers.average_rating")
    done(window, "drop-silver.dim_providers.average_rating")
    verdicts = dict(grid(window, "engine")[["built on it", "engine"]].to_numpy().tolist())
    assert verdicts == {"silver.fact_claims": "stands", "gold.provider_performance": "breaks"}


def test_personal_data_is_shown_up_to_the_views_and_nowhere_else(lineage: Lineage) -> None:
    window = Window("where-personal-data-flows")
    found = {str(one.column) for one in personal_columns(lineage)}
    assert rows(picture(window), "personal") == found
    assert set(grid(window, "holds the same as")["column"]) == found
    assert {name for name in found if name.startswith("vw_")} == {
        "vw_customer_360.full_name",
        "vw_customer_360.email",
        "vw_customer_360.phone",
        "vw_customer_360.city",
        "vw_risk_scoring.full_name",
        "vw_cross_sell.full_name",
    }
    assert tiles(window)["in gold"] == tiles(window)["in SQL views"] == "6"


def test_the_audit_trail_is_that_of_the_table_and_a_version_comes_back(
    known_stage: Portal, lineage: Lineage
) -> None:
    before = versions(known_stage.settings)
    table, now = "customer_360_view", before["customer_360_view"]
    window = Window("audit-trail-and-restore")
    trail = grid(window, "built from")
    assert trail["version"].tolist() == list(range(now, -1, -1))
    assert (trail["run"] != "").all()
    done(window, f"audit-{table}-{now}")
    told = grid(window, "userMetadata")
    assert told["who"].tolist() == trail["by"].tolist()
    assert grid(window, "record_count")["version"].tolist() == ["Current", "Previous"]
    done(window, f"restore-{table}-{now}")
    found = tiles(window)
    assert (found["only in the copy"], found["only in the table then"]) == ("0", "0")
    assert versions(known_stage.settings) == before
