"""Part 3, the notebooks: each is run from its page, and what it did is read from the lake."""

from __future__ import annotations

from decimal import Decimal

from kit.rehearsal.readings import DELTA_RS, LOG, RAW, VIEWS
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from kit.rehearsal.window import LONG
from lakehouse.lake_file import LEDGER
from lakehouse.tables import layer_tables

EFFECT = ("customer_360_view", "monthly_kpis")


@script("bronze-ingestion")
def bronze_ingestion(scene: Scene) -> None:
    """One new file, one new row, and where it came from."""
    page, claim_id = scene.window, scene.memory.claim_id
    before = scene.read.table("claims_raw").version()
    rows = scene.read.rows("claims_raw")
    scene.holds("Not in bronze yet", page.evidence("after").text, "Not there yet", DELTA_RS)
    _run(scene, "bronze", "01_bronze_ingestion")
    outcome = page.evidence("run-outcome-0")
    scene.check("New files", outcome.fact("new files"), 1, RAW)
    built = scene.read.table("claims_raw")
    scene.check(
        "Version of claims_raw", outcome.cell("version", "table", "claims_raw"), before + 1, LOG
    )
    scene.true(
        "One row more in claims_raw",
        int(built.count()) == rows + 1,
        f"{rows:,} rows, then {int(built.count()):,}",
        DELTA_RS,
    )
    found = scene.read.frame("claims_raw", ["claim_id", "_source_file", "_batch_id"])
    mine = found[found["claim_id"] == claim_id]
    after = page.evidence("after")
    for column in ("_source_file", "_batch_id"):
        shown, noted = after.cell("value", "column", column), str(mine[column].iloc[0])
        scene.check(f"Its row's {column}", shown, noted, DELTA_RS)
    newest = (page.evidence("batches").column("_batch_id") or ["-"])[0]
    scene.check("The newest batch", newest, str(mine["_batch_id"].iloc[0]), DELTA_RS)
    corrupt = scene.read.frame("claims_raw", ["_quality"])["_quality"] == "corrupt"
    shown = page.evidence("unreadable").text
    scene.holds("Lines that cannot be read", shown, _rows(int(corrupt.sum())), DELTA_RS)
    scene.shoot(
        "01_bronze_ingestion: one file, one row, one version", show="evidence-run-outcome-0"
    )
    scene.shoot("The claim before and after", show="evidence-before")


@script("silver-transformations")
def silver_transformations(scene: Scene) -> None:
    """Every row judged; the tabs are opened one by one."""
    page, claim_id = scene.window, scene.memory.claim_id
    _run(scene, "silver", "02_silver_transformations")
    rows = scene.read.frame("fact_claims", ["claim_id", "_is_valid", "_is_duplicate", "_repairs"])
    repaired = rows["_repairs"].map(lambda told: told is not None and len(told) > 0)
    counts = {
        "all rows": len(rows),
        "used by gold": int((rows["_is_valid"] & ~rows["_is_duplicate"]).sum()),
        "repaired": int(repaired.sum()),
        "invalid": int((~rows["_is_valid"]).sum()),
        "duplicates": int(rows["_is_duplicate"].sum()),
    }
    outcome = page.evidence("outcome")
    for name, number in counts.items():
        scene.check(f"fact_claims: {name}", outcome.fact(name), number, DELTA_RS)
    there = bool((rows["claim_id"] == claim_id).any())
    shown = page.evidence("my-row").column("claim_id")
    scene.check("Our claim is in silver", (shown or ["-"])[0], claim_id if there else "", DELTA_RS)
    scene.shoot("02_silver_transformations: what became of every claim", show="evidence-outcome")
    for tab in ("Scores", "Repaired", "Flagged", "Duplicates"):
        with scene.act(f"Open tab {tab}"):
            page.page.get_by_role("tab", name=tab).click()
            page.at(f"evidence-{tab.lower()}").wait_for()
    scene.shoot("Duplicates, each with the row that stands for it", show="evidence-duplicates")


@script("planted-defects")
def planted_defects(scene: Scene) -> None:
    """All that the ledger says is planted was caught, and nothing else was flagged."""
    ledger = (scene.read.lake.read("raw", LEDGER) or b"").splitlines()
    seen = scene.window.evidence("planted")
    scene.check("Planted", seen.fact("planted"), len(ledger), f"raw/{LEDGER}")
    scene.check("Caught", seen.fact("caught"), len(ledger), f"raw/{LEDGER}")
    scene.check("Missed", seen.fact("missed"), 0, "what the demo declares")
    scene.check("False alarms", seen.fact("false alarms"), 0, "what the demo declares")
    scene.shoot("Planted, caught, false alarms")


@script("gold-aggregations")
def gold_aggregations(scene: Scene) -> None:
    """The claim in the customer's view, and all that the run changed there."""
    page, customer = scene.window, scene.memory.customer_id
    before = {name: scene.read.table(name).version() for name in EFFECT}
    amount = scene.read.raw(f"claims/{scene.memory.claim_id}.json")["claim_amount"]
    was = _claimed(scene, customer)
    _run(scene, "gold", "03_gold_aggregations")
    scene.holds("Whose numbers", page.everything().text, f"Customer 360 of {customer}", RAW)
    view = page.evidence("customer-360")
    for column in ("total_claims", "total_claim_amount", "loss_ratio"):
        value = scene.read.one(
            f"SELECT {column} FROM vw_customer_360 WHERE customer_id = '{customer}'"  # noqa: S608
        )
        shown = (view.column(column) or ["-"])[0].replace(",", "")
        scene.check(f"{customer}: {column}", _plain(shown), _plain(str(value)), VIEWS)
    grown = _claimed(scene, customer) - was
    scene.true(
        "The customer's claims have grown by ours",
        grown == Decimal(str(amount)),
        f"{grown:,.2f} dollars",
        DELTA_RS,
    )
    name = next(k for k in page.keys("do-effect-"))
    with scene.act("Press “Compare with the version before”"):
        page.run(name.removeprefix("do-"))
    changed = _changed(scene, before)
    scene.check(
        "Customers changed",
        page.evidence(f"{name.removeprefix('do-')}-0").fact("rows changed"),
        changed,
        DELTA_RS,
    )
    scene.shoot(
        "03_gold_aggregations: all that one claim has changed",
        show=f"evidence-{name.removeprefix('do-')}-0",
    )


@script("versions-of-the-lake")
def versions_of_the_lake(scene: Scene) -> None:
    """The slider by version and by time, two versions compared, then the lesson on a copy."""
    from kit.rehearsal.parts.part3_lessons import time_travel

    page, table = scene.window, "customer_360_view"
    newest = scene.read.table(table).version()
    with scene.act("Move the slider to version 1"):
        page.slide(f"travel-version-{table}", "Home")
        page.slide(f"travel-version-{table}", "ArrowRight")
        page.page.get_by_text("Version 1, from the log alone").wait_for()
        page.drawn()
    rows = scene.read.rows(table, 1)
    scene.check(
        "Rows of version 1, from the log",
        page.evidence(f"log-{table}-1").fact("rows"),
        rows,
        DELTA_RS,
    )
    with scene.act("Press “Travel”: VERSION AS OF 1"):
        page.run(f"travel-{table}-1")
    then, totals = page.evidence(f"travel-{table}-1-0"), page.evidence(f"travel-{table}-1-1")
    scene.check("Rows then", then.fact("rows then"), rows, DELTA_RS)
    now = scene.read.rows(table)
    scene.check("Rows now", totals.fact("rows now"), now, DELTA_RS)
    scene.check("More than then", totals.fact("more than then"), now - rows, DELTA_RS)
    scene.shoot("Version 1 of customer_360_view beside the newest")
    two = f"compare-{table}-{newest - 1}-{newest}"
    with scene.act("Press “Compare”: the two newest versions, row by row"):
        page.run(two)
    changed = _changed(scene, {table: newest - 1})
    scene.check("Rows changed", page.evidence(f"{two}-0").fact("rows changed"), changed, DELTA_RS)
    with scene.act("Choose “time” and press “Travel”: TIMESTAMP AS OF"):
        page.pick("travel-by", "time")
        page.at("travel-time").wait_for()
        key = next(k for k in page.keys(f"do-travel-{table}-2")).removeprefix("do-")
        page.run(key)
    scene.holds("It asked by time", page.evidence(f"{key}-0").text, "TIMESTAMP AS OF", LOG)
    first = scene.read.rows(table, 0)
    scene.check("Rows at that time", page.evidence(f"{key}-0").fact("rows then"), first, DELTA_RS)
    scene.shoot("The same by the clock")
    time_travel(scene)


def _run(scene: Scene, layer: str, name: str) -> None:
    with scene.act(f"Press “Run {name}”"):
        scene.window.press(f"do-run-{layer}")
        scene.window.at("evidence-run-outcome-0").wait_for(timeout=LONG)
        scene.window.drawn()
    outcome = scene.window.evidence("run-outcome-0")
    tables = [t.name for t in layer_tables(layer)]  # type: ignore[arg-type]  # a layer's name
    shown = [name for name in outcome.column("table") if name in tables]
    scene.check("Tables built", outcome.fact("tables built"), len(shown), "its own list")
    for table in shown:
        version = scene.read.table(table).version()
        scene.check(f"Version of {table}", outcome.cell("version", "table", table), version, LOG)


def _claimed(scene: Scene, customer: str) -> Decimal:
    frame = scene.read.frame("customer_360_view", ["customer_id", "total_claim_amount"])
    return Decimal(str(frame.loc[frame["customer_id"] == customer, "total_claim_amount"].iloc[0]))


def _changed(scene: Scene, before: dict[str, int]) -> int:
    """Customers whose row differs between a version and the newest, past the time of the run."""
    table = "customer_360_view"
    old, new = (
        scene.read.table(table, version).to_pandas().set_index("customer_id")
        for version in (before[table], scene.read.table(table).version())
    )
    own = [name for name in new.columns if not name.startswith("_")]
    old, new = old[own].sort_index(), new[own].sort_index()
    common = old.index.intersection(new.index)
    left, right = old.loc[common], new.loc[common]
    same = (left == right) | (left.isna() & right.isna())
    return int((~same.all(axis=1)).sum())


def _rows(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def _plain(number: str) -> str:
    """A number without zeros at its end."""
    return f"{Decimal(number).normalize():f}" if number not in ("-", "") else number
