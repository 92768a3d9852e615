"""Part 2, the data lake: containers counted, a file opened in its folder, a commit read."""

from __future__ import annotations

from kit.rehearsal.readings import DELTA_RS, LOG, RAW, STORAGE
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from lakehouse.storage import CONTAINERS
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables

COMMIT_TABLE = "claims_raw"


@script("four-containers")
def four_containers(scene: Scene) -> None:
    """Files of every container, and rows and version of every table."""
    for name in CONTAINERS:
        words = scene.window.at(f"layer-{name}").inner_text()
        files = len(scene.read.lake.files(name))
        scene.holds(f"Files in {name}", words, f"{files:,} files", STORAGE)
    seen = scene.window.evidence("layers")
    for layer in LAYERS:
        for table in layer_tables(layer):
            shown = seen.cell("rows", "table", table.name).replace(",", "")
            if shown == "-":
                continue  # below the rows in sight
            opened = scene.read.table(table.name)
            scene.check(f"Rows of {table.name}", f"{int(shown):,}", int(opened.count()), DELTA_RS)
            version = seen.cell("version", "table", table.name)
            scene.check(f"Version of {table.name}", version, opened.version(), DELTA_RS)
    scene.shoot("Four containers, counted just now")


@script("browse-the-lake")
def browse_the_lake(scene: Scene) -> None:
    """Down to the claim's file and to a table's log, by pressing on what is there."""
    page = scene.window
    with scene.act("Press on folder claims/"):
        _press_row(scene, "raw", "", "claims/")
    listed = scene.read.lake.files("raw", "claims/")
    page.page.get_by_text(f"{len(listed):,} files in").wait_for()
    words = page.everything()
    scene.holds("Files in raw/claims", words.text, f"{len(listed):,} files in", STORAGE)
    with scene.act("Press on container gold, folder monthly_kpis/, folder _delta_log/"):
        page.press("container-gold")
        page.drawn()
        _press_row(scene, "gold", "", "monthly_kpis/")
        _press_row(scene, "gold", "monthly_kpis", "_delta_log/")
    first = f"{0:020d}.json"
    with scene.act("Open the first commit of its log"):
        _press_row(scene, "gold", "monthly_kpis/_delta_log", first)
        page.at("open-file").wait_for()
        page.drawn()
    size = next(
        f.size
        for f in scene.read.lake.files("gold", "monthly_kpis/_delta_log/")
        if f.path.endswith(first)
    )
    opened = page.at("open-file").inner_text()
    scene.holds("The open file", opened, first, STORAGE)
    scene.holds("Its size", opened, _size(size), STORAGE)
    scene.shoot("A commit of monthly_kpis, opened in its folder")


@script("the-claims-file")
def the_claims_file(scene: Scene) -> None:
    """The file as it is in raw; no layer has it yet; its folder is one press away."""
    page, claim_id = scene.window, scene.memory.claim_id
    path = f"claims/{claim_id}.json"
    data = scene.read.lake.read("raw", path) or b""
    seen = page.evidence("claim-file")
    scene.check("Bytes of the file", seen.fact("bytes"), len(data), STORAGE)
    scene.holds("Its content", seen.text, f'"claim_id": "{claim_id}"', RAW)
    asked = page.evidence("claim-layers")
    tables = {"bronze": "claims_raw", "silver": "fact_claims", "gold": "claims_analytics"}
    for layer, table in tables.items():
        claims = scene.read.frame(table, ["claim_id"])["claim_id"]
        found = int((claims == claim_id).sum())
        scene.check(f"Rows of it in {layer}", asked.cell("found", "layer", layer), found, DELTA_RS)
    scene.shoot("The claim is a file in raw, and nowhere else")
    with scene.act("Press “See it in its folder”"):
        page.press("in-folder")
        page.stands("Browse the lake")
        page.at("open-file").wait_for()
        page.drawn()
    opened = page.at("open-file").inner_text()
    scene.holds("The explorer stands at the file", opened, f"{claim_id}.json", RAW)
    scene.shoot("The same file in its folder")
    with scene.act("Back to the step"):
        page.open("the-claims-file", "The claim's file")


@script("a-commit-opened")
def a_commit_opened(scene: Scene) -> None:
    """The newest commit of claims_raw, action by action; the slider goes to the first."""
    page = scene.window
    log = scene.read.log("bronze", COMMIT_TABLE)
    newest = max(version for version, _ in log)
    for version, moves in ((newest, ""), (0, "Home")):
        if moves:
            with scene.act("Move the slider to version 0"):
                page.slide(f"commit-version-{COMMIT_TABLE}", moves)
                page.page.get_by_text(f"{0:020d}.json").first.wait_for()
                page.drawn()
        seen = page.everything()
        kinds = [kind for number, action in log if number == version for kind in action]
        for kind in dict.fromkeys(kinds):
            says = f"Version {version}: actions “{kind}”"
            scene.check(says, seen.fact(kind), kinds.count(kind), LOG)
        scene.shoot(f"Version {version} of {COMMIT_TABLE}, action by action")


def _press_row(scene: Scene, container: str, folder: str, name: str) -> None:
    """Press on a line of the explorer's list, on its name."""
    page = scene.window
    grid = page.at(f"list-{container}-{folder}")
    grid.locator("canvas").first.wait_for()
    names = [row[0] for row in page.everything().grids[0][1:]]
    box = grid.locator("canvas").first.bounding_box()
    if name not in names or box is None:
        msg = f"There is no {name} in sight in {container}/{folder}."
        raise LookupError(msg)
    page.page.mouse.click(box["x"] + 60, box["y"] + 35 * (names.index(name) + 1) + 18)
    page.page.wait_for_function(
        "(old) => !document.querySelector(old) || document.querySelector('.st-key-open-file')",
        arg=f".st-key-list-{container}-{folder}".replace("/", "-"),
    )
    page.drawn()


def _size(size: int) -> str:
    return f"{size} B" if size < 1000 else f"{size / 1e3:.1f} kB"
