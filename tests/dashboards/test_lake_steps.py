from __future__ import annotations

import re

from dashboards.explorer import PLACE, Place
from lakehouse.storage import CONTAINERS, Lake
from tests.app.server import Portal
from tests.dashboards.conftest import Window


def test_the_four_containers_are_counted_as_they_are(stage: Portal) -> None:
    window = Window("four-containers")
    for name in CONTAINERS:
        files = len(Lake(stage.settings).files(name))
        assert f"**{files:,} files, " in window.text
    tables = window.app.dataframe[0].value
    assert len(tables) == 16
    assert (tables["rows"] > 0).all()


def test_the_explorer_goes_down_to_a_file_and_shows_it(stage: Portal) -> None:
    window = Window("browse-the-lake")
    assert "customers.csv" in window.app.dataframe[0].value["name"].tolist()
    window.press("container-gold")
    names = window.app.dataframe[0].value["name"].tolist()
    assert "monthly_kpis/" in names
    folder = "monthly_kpis"
    data = next(
        file.path
        for file in Lake(stage.settings).files("gold", f"{folder}/")
        if file.path.endswith(".parquet")
    )
    for file, shown in (
        (Place("gold", folder, data), "row groups"),
        (Place("raw", "", "customers.csv"), "columns"),
        (Place("raw", "", "claims.jsonl"), "claim_id"),
    ):
        window.app.session_state[PLACE] = file
        window.look()
        preview = window.app.dataframe[1].value
        assert len(preview) > 0
        assert shown in window.text + " ".join(preview.columns)
    window.app.session_state[PLACE] = Place("raw", "_lake", "_lake/lake.json")
    window.look()
    assert "as_of" in window.app.json[0].value


def test_the_claims_file_is_shown_with_what_the_layers_know(stage: Portal) -> None:
    client = stage.daniel()
    [draft] = [
        each["draft"] for each in client.get("/api/scenarios").json() if each["key"] == "foxtail"
    ]
    claim_id = client.post("/api/claims", json=draft).json()["id"]
    window = Window("the-claims-file")
    assert "No claim is followed yet" in window.text
    window.viewer.claim_id = claim_id
    window.look()
    assert f'"claim_id": "{claim_id}"' in window.text
    assert window.app.dataframe[0].value["found"].tolist() == [0, 0, 0]


def test_a_commit_is_told_action_by_action(stage: Portal) -> None:
    window = Window("a-commit-opened")
    counted = {each.label: each.value for each in window.app.metric}
    assert counted["commitInfo"] == counted["txn"] == "1"
    assert int(counted["add"]) >= 1
    assert "STREAMING UPDATE at" in window.text
    assert re.search(r"A stream has written its batch number \d+\.", window.text)
    window.app.select_slider(key="commit-version-claims_raw").set_value(0)
    window.look()
    assert "Readers need version 1" in window.text
    assert "columns, not partitioned." in window.text
