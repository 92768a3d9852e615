from __future__ import annotations

from tests.app.server import Portal
from tests.dashboards.conftest import Window


def test_every_service_has_its_address_here_and_its_counterpart_on_azure(stage: Portal) -> None:
    services, layers, gold = (each.value for each in Window("status").app.dataframe)
    assert (services["state"] == "answers").all()
    assert stage.url in services["here"].tolist()
    assert {"ADLS Gen2", "Azure Databricks", "Synapse serverless SQL"} <= set(services["on Azure"])
    assert layers["layer"].tolist() == ["raw", "bronze", "silver", "gold"]
    assert layers["holds"].tolist()[1:] == ["5 of 5 tables", "5 of 5 tables", "6 of 6 tables"]
    assert len(gold) == 6
    assert gold["path"].str.startswith("abfs://gold@").all()
