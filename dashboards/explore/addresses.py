"""Page: status and addresses of everything here, and what stands for it on Azure."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboards import health, queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Page
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, spark_url
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables, table_named

PAGE = Page(
    key="status",
    place=90,
    title="Status and addresses",
    about="What runs, what each layer holds, where it is, and what stands for it on Azure.",
    icon=":material/monitor_heart:",
)


@dataclass(frozen=True)
class Counterpart:
    """What a service here is on Azure, and the address that one opens there."""

    name: str
    address: str


AZURE = {
    "azurite": Counterpart("ADLS Gen2", "https://{account}.dfs.core.windows.net"),
    "spark": Counterpart("Azure Databricks", "https://adb-….azuredatabricks.net"),
    "portal": Counterpart("Static web app and App Service", "https://….azurewebsites.net"),
    "views": Counterpart("Synapse serverless SQL", "https://web.azuresynapse.net"),
    "runs": Counterpart("Data Factory, or a Databricks job", "https://adf.azure.com"),
    "dashboards": Counterpart("Power BI, by DirectQuery", "https://app.powerbi.com"),
    "walkthrough": Counterpart("none: it is the kit's own", ""),
}


def render() -> None:
    """Services, layers, the gold tables, the last run."""
    settings = queries.settings()
    health.ask_anew()
    with stopwatch() as watch:
        services = _services(settings)
    code = "socket and GET /api/health, one request a service"
    asked = Evidence("Services, asked just now", code, "text", watch.seconds, services)
    show.evidence(asked, key="services")
    with stopwatch() as watch:
        status = queries.status()
    code = "lakehouse.status.layers(settings)"
    layers = _layers(settings, status["layers"])
    counted = Evidence("Layers", code, "python", watch.seconds, layers)
    show.evidence(counted, key="layers")
    st.subheader("Gold tables", anchor=False)
    show.table(_gold(settings, status["layers"]["gold"]), key="gold-tables")
    if run := status["last_run"]:
        st.subheader("Last run", anchor=False)
        end = "done" if run["ok"] else f"ended early: {run['error']}"
        moment = f"{run['started_at'][:19].replace('T', ' ')} UTC"
        st.markdown(
            f"{moment}, by {run['by']}: {end}, {show.duration(run['seconds'])}, "
            f"{len(run['built'])} tables built, {len(run['unchanged'])} left as they were."
        )


def _services(settings: Settings) -> pd.DataFrame:
    asked = {each.service: each for each in health.health()}
    rows = [
        (each.title, each.url, "answers" if each.answers else "silent", each.service)
        for each in asked.values()
    ]
    storage = "answers" if asked["azurite"].answers else "silent"
    portal = asked["portal"]
    here = f"http://{settings.host}:{settings.walkthrough_port}"
    rows += [
        ("SQL views (DuckDB)", "in this process, over the gold tables", storage, "views"),
        ("Pipeline runs", f"{portal.url}/pipeline", _heard(portal), "runs"),
        ("Insights", f"{portal.url}/insights", _heard(portal), "dashboards"),
        ("Walkthrough", here, "answers", "walkthrough"),
    ]
    columns = ["service", "here", "state", "on Azure", "address there"]
    named = [
        (title, url, state, AZURE[name].name, AZURE[name].address.format(account=settings.account))
        for title, url, state, name in rows
    ]
    return pd.DataFrame(named, columns=columns)


def _heard(each: health.Health) -> str:
    return "answers" if each.answers else "silent"


def _layers(settings: Settings, layers: dict[str, dict[str, dict[str, int]]]) -> pd.DataFrame:
    rows = []
    for name in CONTAINERS:
        if name == "raw":
            holds, many = f"{layers['raw']['files']} source files", None
        else:
            declared = len(layer_tables(next(layer for layer in LAYERS if layer == name)))
            holds = f"{len(layers[name])} of {declared} tables"
            many = sum(table["rows"] for table in layers[name].values())
        rows.append((name, holds, many, spark_url(settings, name)))
    shown = pd.DataFrame(rows, columns=["layer", "holds", "rows", "location"])
    return shown.astype({"rows": "Int64"})


def _gold(settings: Settings, gold: dict[str, dict[str, int]]) -> pd.DataFrame:
    rows = []
    for name, found in gold.items():
        table = table_named(name)
        path = spark_url(settings, "gold", name)
        rows.append((name, table.description, found["rows"], found["version"], table.view, path))
    columns = ["table", "purpose", "rows", "version", "SQL view", "path"]
    return pd.DataFrame(rows, columns=columns)
