"""Part 5, lineage: the observed graph, a column clicked on, the claim's way, a drop, the trail."""

from __future__ import annotations

from kit.rehearsal.readings import DELTA_RS, LOG, RAW
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from lakehouse.serving import views
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables, tables

DECLARED = "the tables' declarations"
SAID = "the talking points"


@script("lineage-of-tables")
def lineage_of_tables(scene: Scene) -> None:
    """All tables and views are in the graph; one is clicked."""
    page = scene.window
    picture = page.at("tables-picture")
    picture.locator("[aria-current=true]").wait_for()
    shown = picture.locator(".title").all_inner_texts()
    for layer in LAYERS:
        names = [table.name for table in layer_tables(layer)]
        seen = sum(name in shown for name in names)
        scene.check(f"Tables of {layer} in the graph", str(seen), len(names), DECLARED)
    scene.check("Views in it", str(sum(name in shown for name in views())), len(views()), DECLARED)
    scene.shoot("From file to view, as the engine told while it built")
    with scene.act("Click fact_claims"):
        picture.locator("[data-id='silver.fact_claims']").click()
        page.at("chosen-table").get_by_text("petinsure_silver.fact_claims", exact=True).wait_for()
        page.drawn()
    chosen = page.at("chosen-table").inner_text()
    version = scene.read.table("fact_claims").version()
    scene.holds("Its build", chosen, f"Version {version},", DELTA_RS)
    source = tables()["fact_claims"].inputs[0]
    page.says(f"bronze.{source}.")  # the grid is drawn anew a moment after the page
    scene.holds("What it is made of", _grid(scene), f"bronze.{source}.", DECLARED)
    scene.shoot("What fact_claims is made of")


@script("lineage-of-a-column")
def lineage_of_a_column(scene: Scene) -> None:
    """The loss ratio down to the source files, then on from a column that is clicked."""
    page = scene.window
    picture = page.at("column-picture")
    picture.locator("[aria-current=true]").wait_for()
    drawn = " ".join(picture.locator(".title").all_inner_texts())
    for table in ("customer_360_view", "fact_claims", "claims_raw"):
        scene.holds("On the way of the loss ratio", drawn, table, "the truth written by hand")
    seen = page.evidence("column-way")
    files = int(seen.fact("of them in source files"))
    scene.true("It begins in source files", files > 0, f"{files} columns of files", "lineage")
    scene.shoot("The loss ratio, down to the source files")
    clicked = "silver.fact_claims.paid_amount"
    with scene.act("Click paid_amount of fact_claims"):
        picture.locator(f"[data-id='{clicked}']").first.click()
        page.at("about-column").get_by_text(clicked).wait_for()
        page.drawn()
    seen = page.evidence("column-way")
    into = int(seen.fact("of them in views"))
    scene.true("It goes up into views", into > 0, f"{into} columns of views", "lineage")
    scene.shoot("One of its columns, in both directions")


@script("every-hop-of-my-claim")
def every_hop(scene: Scene) -> None:
    """The claim of part 1 through every table, with the versions that brought it."""
    page, claim_id = scene.window, scene.memory.claim_id
    seen = page.evidence("claim-way")
    files = [f for f in scene.read.lake.files("raw", "claims/") if claim_id in f.path]
    scene.check("Files of the claim", seen.fact("files"), len(files), RAW)
    hops = [hop for hop in seen.column("hop") if not hop.startswith("raw/")]
    scene.check("Tables reached", seen.fact("tables reached"), len(hops), "its own list")
    for hop in hops:
        name = hop.rpartition(".")[2]
        shown = seen.cell("version", "hop", hop)
        newest = scene.read.table(name).version()
        scene.check(f"Version that brought it to {name}", shown, newest, DELTA_RS)
    scene.shoot("One file, and all that it has become")
    with scene.act("Click claims_analytics"):
        page.at("claim-picture").locator("[data-id='petinsure_gold.claims_analytics']").click()
        page.page.get_by_text("The claim in petinsure_gold.claims_analytics").wait_for()
        page.drawn()


@script("what-each-layer-notes")
def what_each_layer_notes(scene: Scene) -> None:
    """Real values of each layer's metadata; the files of a table; the catalogue asked."""
    page = scene.window
    seen = page.evidence("source-files")
    found = scene.read.frame("claims_raw", ["_source_file"])["_source_file"]
    scene.check("Files of claims_raw", seen.fact("files"), int(found.nunique()), DELTA_RS)
    scene.check("Rows in them", seen.fact("records"), len(found), DELTA_RS)
    with scene.act("Press “Ask Spark's catalogue”"):
        page.run("extended")
    names = page.evidence("extended-0").text
    for table in layer_tables("gold"):
        scene.holds("In Spark's catalogue", names + _grid(scene), table.name, DECLARED)
    scene.shoot("What each layer notes with every row")


@script("a-dropped-column")
def a_dropped_column(scene: Scene) -> None:
    """What lineage foretells, the engine proves."""
    page = scene.window
    name = "silver.fact_claims.paid_amount"
    with scene.act("Press “Let the engine prove it”"):
        page.run(f"drop-{name}")
    proved = page.evidence(f"drop-{name}-1")
    scene.check("Foretold wrongly", proved.fact("foretold wrongly"), 0, "the engine")
    scene.check(
        "Foretold to break",
        proved.fact("foretold to break"),
        int(proved.fact("break")),
        "the engine",
    )
    readers = [table for table in tables().values() if "fact_claims" in table.inputs]
    tried = int(proved.fact("break")) + int(proved.fact("stand"))
    scene.true(
        "Every build on it was tried",
        tried >= len(readers),
        f"{tried} of {len(readers)} builds, and a view",
        DECLARED,
    )
    scene.shoot("Foretold by lineage, proved by the engine")


@script("where-personal-data-flows")
def personal_data(scene: Scene) -> None:
    """The columns with personal data, layer by layer."""
    page = scene.window
    seen = page.evidence("personal")
    scene.check("Columns of gold with personal data", seen.fact("in gold"), 6, SAID)
    declared = [
        name
        for table in layer_tables("silver")
        for name, column in table.columns.items()
        if column.personal
    ]
    scene.true(
        "Silver has all that is declared",
        int(seen.fact("in silver")) >= len(declared),
        f"{seen.fact('in silver')} columns, {len(declared)} declared",
        DECLARED,
    )
    scene.shoot("Where personal data flows")


@script("audit-trail-and-restore")
def audit_trail(scene: Scene) -> None:
    """The trail of a table; its version before; a copy of it restored."""
    page, table = scene.window, "customer_360_view"
    newest = scene.read.table(table).version()
    seen = page.evidence("trail")
    scene.check("Versions", seen.fact("versions"), newest + 1, LOG)
    strangers = sum(
        '"run"' not in str(action["commitInfo"].get("userMetadata", ""))
        for _, action in scene.read.log("gold", table)
        if "commitInfo" in action
    )
    scene.check("Not by a run", seen.fact("not by a run"), strangers, LOG)
    with scene.act("Press “Ask Delta itself”"):
        page.run(f"audit-{table}-{newest}")
    scene.shoot("Who changed it, and what it was before")
    with scene.act("Press “Restore a copy”"):
        page.run(f"restore-{table}-{newest}")
    told = {k: v for each in page.all_evidence() for k, v in each.facts.items()}
    scene.check("Rows only in the copy", told.get("only in the copy", "-"), 0, "RESTORE")
    scene.check(
        "Rows only in the table then", told.get("only in the table then", "-"), 0, "RESTORE"
    )
    copy = scene.read.copy(page.viewer, "restored").to_pandas()
    then = scene.read.table(table, newest - 1).to_pandas()
    key = tables()[table].keys[0]
    same = (
        copy.sort_values(key)
        .reset_index(drop=True)
        .equals(then.sort_values(key).reset_index(drop=True))
    )
    scene.true(
        "The copy is the version before, value for value", same, f"{len(copy):,} rows", DELTA_RS
    )
    scene.shoot("Any version can come back", show=f"do-restore-{table}-{newest}")


def _grid(scene: Scene) -> str:
    """The words of every grid in sight."""
    return " ".join(
        cell for grid in scene.window.everything().grids for row in grid for cell in row
    )
