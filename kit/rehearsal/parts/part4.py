"""Part 4, serverless SQL: samples run, a write refused, bytes compared, the dashboard opened."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO

from kit.rehearsal.readings import DELTA_RS, RAW, VIEWS
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from kit.rehearsal.seen import Seen
from lakehouse.serving import views

FOOTERS = "the Parquet footers"
DEMO = "DEMO-002"
CHART = "[data-testid=stVegaLiteChart] .marks:visible"


@script("sql-console")
def sql_console(scene: Scene) -> None:
    """DEMO-002 first, then the customer and the claim of part 1; a write is refused."""
    page, claim_id = scene.window, scene.memory.claim_id
    _sample(scene, DEMO, "customer_segment")
    rows = scene.read.frame("customer_360_view", ["customer_id", "full_name", "total_pets"])
    mine = rows[rows["customer_id"] == DEMO].iloc[0]
    record = page.everything()
    scene.check("Rows", record.fact("rows"), 1, DELTA_RS)
    for column in ("full_name", "total_pets"):
        shown, value = record.cell("value", "column", column), str(mine[column])
        scene.check(f"{DEMO}: {column}", shown, value, DELTA_RS)
    scene.true(
        "It says what it would cost",
        record.fact("bytes scanned") != "-",
        f"{record.fact('bytes scanned')}, {record.fact('that is about')}",
        "its tiles",
    )
    scene.shoot(f"All we know of {DEMO}, and what asking would cost on Synapse")
    _sample(scene, "My customer", scene.memory.customer_id)
    record = page.everything()
    whose = record.cell("value", "column", "customer_id")
    scene.check("My customer", whose, scene.memory.customer_id, RAW)
    _sample(scene, "My claim", claim_id)
    seen = page.everything()
    landed = scene.read.raw(f"claims/{claim_id}.json")
    scene.check("My claim", _value(seen, "claim_id"), claim_id, RAW)
    amount = Decimal(_digits(_value(seen, "claim_amount")))
    scene.check("Its amount in gold", f"{amount:,.2f}", Decimal(str(landed["claim_amount"])), RAW)
    scene.shoot("The claim that we submitted, in a view")
    _sample(scene, "Loss ratio", "earned_premium")
    with scene.act("Open its chart"):
        page.page.get_by_role("tab", name="Chart").click()
        page.page.locator(CHART).first.wait_for()
        page.drawn()
    scene.shoot("Any answer as a chart")
    _sample(scene, "A write", "SELECT")
    refusal = "\n".join(page.everything().refusals)
    scene.holds("A write is refused", refusal, "SELECT", "the guard")
    there = scene.read.one(f"SELECT count(*) FROM vw_customer_360 WHERE customer_id = '{DEMO}'")  # noqa: S608
    scene.check("And the customer is still there", "1", int(there), VIEWS)
    scene.shoot("The console reads and nothing else")


@script("bytes-scanned")
def bytes_scanned(scene: Scene) -> None:
    """Few columns against all: the bytes are those of the files' footers."""
    page, view = scene.window, views()["vw_claims_analytics"]
    weights = _column_bytes(scene, view.table.name)
    verdict = re.search(
        r"(\d+) of (\d+) columns are (\d+) % of the bytes: ([\d,]+) bytes less",
        page.everything().text,
    )
    few, of, share, less = verdict.groups() if verdict else ("-", "-", "-", "-")
    scene.check("Columns of the view", of, len(view.columns), "the view's declaration")
    chosen = ["year_month", "claim_category", "paid_amount"]
    scene.check("Columns chosen", few, len(chosen), "the statement")
    whole = sum(weights[name] for name in view.columns if name in weights)
    read = sum(weights[name] for name in chosen)
    scene.check("Bytes less", less, whole - read, FOOTERS)
    scene.check("Share of the bytes, %", share, round(100 * read / whole), FOOTERS)
    scene.shoot("Three columns instead of all: what is read, and what is billed")


@script("views-on-synapse")
def views_on_synapse(scene: Scene) -> None:
    """The same view in both dialects; T-SQL runs here, too."""
    page = scene.window
    there = page.at("view-there").inner_text()
    scene.holds("Synapse reads the Delta folder", there, "OPENROWSET", "the T-SQL")
    scene.holds("In its format", there, "FORMAT = 'DELTA'", "the T-SQL")
    account = scene.stage.settings.account
    scene.holds("In this lake's account", there, account, "the settings")
    months = scene.read.frame("monthly_kpis", ["year_month"])["year_month"].astype(str)
    shown = page.evidence("habits").column("year_month")
    scene.check(
        "TOP 5 in T-SQL, run here", ", ".join(shown), ", ".join(sorted(months)[:5]), DELTA_RS
    )
    scene.shoot("One declaration, two dialects")


@script("bi-dashboard")
def bi_dashboard(scene: Scene) -> None:
    """Every page of the dashboard; the year's figures are computed a second time."""
    page = scene.window
    page.page.locator(CHART).first.wait_for()
    seen = page.everything()
    last = re.search(r"Twelve whole months up to (\d{4}-\d{2})", seen.text)
    months = scene.read.frame(
        "monthly_kpis", ["year_month", "total_claims", "total_paid_amount", "earned_premium"]
    ).sort_values("year_month")
    year = months[months["year_month"].astype(str) <= (last[1] if last else "")].tail(12)
    premium, paid = (sum(year[name]) for name in ("earned_premium", "total_paid_amount"))
    scene.check(
        "Claims of twelve months", seen.fact("Claims"), int(year["total_claims"].sum()), DELTA_RS
    )
    scene.check("Paid to customers", seen.fact("Paid to customers"), f"${paid:,.0f}", DELTA_RS)
    scene.check("Premium earned", seen.fact("Premium earned"), f"${premium:,.0f}", DELTA_RS)
    ratio = round(100 * paid / premium, 2)
    scene.check("Loss ratio", seen.fact("Loss ratio"), f"{ratio:.1f} %", DELTA_RS)
    scene.shoot("What the business sees")
    for name in ("Claims", "Risk", "Cross-sell", "Providers"):
        with scene.act(f"Open page {name}"):
            page.pick("bi-page", name)
            page.page.locator(f"[class*='st-key-panel-'] {CHART}").first.wait_for()
            page.drawn()
        panels = page.page.locator("[class*='st-key-panel-']").count()
        scene.true(f"{name} is drawn", panels > 0, f"{panels} panels", "the page")
        scene.shoot(f"The dashboard: {name}")
    with scene.act("Open the SQL behind a panel"):
        page.page.locator("[class*='st-key-sql-'] button").first.click()
        page.page.locator("[data-testid=stPopoverBody] [data-testid=stCode]").first.wait_for()
    words = page.page.locator("[data-testid=stPopoverBody]").inner_text()
    scene.holds("Its SQL asks a view", words, "vw_", "the SQL")
    page.page.keyboard.press("Escape")


def _sample(scene: Scene, name: str, awaits: str) -> None:
    """Take a sample, run it, and wait for a word of its answer."""
    page = scene.window
    with scene.act(f"Choose sample “{name}” and press “Run”"):
        page.pick("sql-sample", name)
        page.press("do-sql")
        page.says(awaits)
        page.drawn()


def _value(seen: Seen, column: str) -> str:
    """A value of a row that is alone: its columns stand side by side, or below each other."""
    beside = seen.column(column)
    return beside[0] if beside else seen.cell("value", "column", column)


def _column_bytes(scene: Scene, table: str) -> dict[str, int]:
    """Compressed bytes of each column, from the footers of the files that count."""
    import pyarrow.parquet as pq

    found: dict[str, int] = {}
    for path in scene.read.table(table).file_uris():
        name = path.split(f"/{table}/", 1)[1]
        data = scene.read.lake.read("gold", f"{table}/{name}") or b""
        footer = pq.ParquetFile(BytesIO(data)).metadata
        for group in range(footer.num_row_groups):
            for place in range(footer.num_columns):
                column = footer.row_group(group).column(place)
                of = column.path_in_schema.split(".")[0]
                found[of] = found.get(of, 0) + column.total_compressed_size
    return found


def _digits(money: str) -> str:
    return re.sub(r"[^\d.-]", "", money) or "0"
