"""Beside the five parts: addresses, dictionary, free SQL, quests; other pages are looked at."""

from __future__ import annotations

import re

from dashboards.glossary import terms
from dashboards.quests import quests
from kit.rehearsal.readings import DELTA_RS, VIEWS
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables, tables

DECLARED = "the tables' declarations"


@script("status")
def status(scene: Scene) -> None:
    """Every service answers where it says, and every layer holds what delta-rs counts."""
    page, settings = scene.window, scene.stage.settings
    services = page.evidence("services")
    states = services.column("state")
    scene.check("Services that answer", str(states.count("answers")), len(states), "its own list")
    ports = (settings.azurite_port, settings.spark_port, settings.app_port)
    for port in ports:
        scene.holds("Its address", " ".join(services.column("here")), str(port), "the kit's record")
    layers = page.evidence("layers")
    for layer in LAYERS:
        shown = layers.cell("rows", "layer", layer).replace(",", "").split(".")[0]
        rows = sum(scene.read.rows(table.name) for table in layer_tables(layer))
        scene.check(f"Rows of {layer}", f"{int(shown):,}", rows, DELTA_RS)
    scene.shoot("What runs, what each layer holds, and what stands for it on Azure")


@script("dictionary")
def dictionary(scene: Scene) -> None:
    """The columns of a table as declared."""
    page, name = scene.window, "customer_360_view"
    page.at(f"evidence-dictionary-{name}").wait_for()
    words = page.evidence(f"dictionary-{name}").text
    columns = len(tables()[name].all_columns)
    scene.holds(f"Columns of {name}", words, f"{columns} columns", DECLARED)
    scene.shoot("Every column as declared, with values read just now")


@script("free-sql")
def free_sql(scene: Scene) -> None:
    """Every layer answers to SQL."""
    page = scene.window
    with scene.act("Choose sample “What is there” and press “Run”"):
        page.pick("sql-sample", "What is there")
        page.press("do-sql")
        page.says("table_schema")
        page.drawn()
    schemas = scene.read.views(
        "SELECT DISTINCT table_schema, table_name FROM information_schema.columns"
    )
    scene.check("Tables and views", page.everything().fact("rows"), len(schemas), VIEWS)
    scene.shoot("Ask whatever you like")


@script("quests")
def open_quests(scene: Scene) -> None:
    """All quests are there, none is solved yet."""
    words = scene.window.everything().text
    found = re.search(r"(\d+) of (\d+) solved", words)
    scene.check("Quests", found[2] if found else "-", len(quests()), "the quests' files")
    scene.check("Solved by a newcomer", found[1] if found else "-", 0, "the viewer's file")
    scene.shoot("Break things, find things, put things right")


@script("glossary")
def glossary(scene: Scene) -> None:
    """Every term is there, each with a way to where it is seen."""
    page = scene.window.page
    listed = sum(map(len, terms().values()))
    for what in ("term", "see"):
        shown = page.locator(f"[class*='st-key-{what}-']").count()
        scene.check(f"Terms, by their “{what}”", str(shown), listed, "the glossary's files")
    scene.shoot("The field's words, each with the place where one sees it happen")
