"""Mishaps: what a stage needs besides the script: the engine killed, jumps, the way back."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboards.portal import Portal
from dashboards.registry import steps
from dashboards.step import State, Step
from kit.lake.jumping import CUSTOMER, told_of
from kit.rehearsal.readings import DELTA_RS, STORAGE
from kit.rehearsal.scene import Scene
from kit.rehearsal.window import LONG, css_of
from lakehouse.tables import tables

LESSON = "disaster-and-restore"
STATIONS = {
    "claimed": "claim_landed",
    "refined": "claim_landed, claim_in_bronze, claim_in_silver, claim_in_gold",
}
"""What the owner of the followed claim has been told in a state."""
PANEL = "lesson-disaster"


def engine_killed(scene: Scene) -> None:
    """The engine is killed: the page says so, shows the last good run, and restarts it."""
    page = scene.window
    title = next(step.title for step in steps() if step.key == LESSON)
    page.open(LESSON, title)
    pid = scene.stage.kill("spark")
    with scene.act(f"Kill the Spark engine (process {pid}); the page notices"):
        while not page.page.locator(css_of("outage-spark")).count():
            page.open(LESSON, title)
    words = page.everything().text
    scene.holds("The outage is named", words, "Spark engine does not answer", "kill -9")
    scene.holds("The last good run is shown", words, "not run now", "kill -9")
    off = page.at(f"do-{PANEL}").locator("button").is_disabled()
    scene.true("Nothing can be begun meanwhile", off, "the button is off", "kill -9")
    scene.shoot("The engine is gone: named, with the last good run, and one click to restart")
    with scene.act("Press “Restart the Spark engine”"):
        page.press("button-restart-spark")
        page.page.locator(css_of("outage-spark")).wait_for(state="detached", timeout=LONG)
        page.drawn()
    other = scene.stage.pid("spark")
    scene.true("Another engine answers", other != pid, f"process {other}", "the kit's record")
    with scene.act("Run the lesson on the new engine"):
        page.run(PANEL)
    equal = {k: v for each in page.all_evidence() for k, v in each.facts.items()}
    scene.check("Equal", equal.get("equal", "-"), True, "the lesson's text")
    scene.shoot("It answers again")


def jumped(state: State) -> Callable[[Scene], None]:
    """A jump from the cockpit, to the last step that begins in this state."""

    def play(scene: Scene) -> None:
        found = [step for step in steps() if step.state == state]
        if found:
            _jump(scene, found[-1])

    return play


def reset(scene: Scene) -> None:
    """Reset from the cockpit: seeded, the clock at nothing, the first step."""
    page, first = scene.window, steps()[0]
    with scene.act("Press “Reset…”, then “Reset”"):
        page.press("reset")
        page.at("reset-yes").wait_for()
        page.press("reset-yes")
        page.at("reset-yes").wait_for(state="detached", timeout=LONG)
        page.stands(first.title)
    _is(scene, "seeded", None)
    scene.shoot("As seeded, at the first step")


def _jump(scene: Scene, step: Step) -> None:
    page = scene.window
    with scene.act(f"Press “Jump…”, choose “{step.title}”"):
        page.press("jump")
        page.choose("jump-step", step.title)
        dialog = page.page.get_by_role("dialog")
        dialog.get_by_text(f"to its state {step.state}").wait_for()
    said = dialog.inner_text()
    scene.holds("It says what becomes of the lake", said, f"to its state {step.state}", "the step")
    scene.shoot("It asks first")
    with scene.act("Press “Jump”"):
        page.press("jump-yes")
        page.page.get_by_role("dialog").wait_for(state="detached", timeout=LONG)
        page.stands(step.title)
    followed = page.page.locator("[data-testid=stMain]").get_by_text("Following CLM-")
    badge = followed.inner_text() if step.state != "seeded" else ""
    found = re.search(r"CLM-[\w-]+", badge)
    claim_id = found[0] if found else None
    _is(scene, step.state, claim_id)
    scene.shoot(f"At the step, the lake {step.state}")


def _is(scene: Scene, state: str, claim_id: str | None) -> None:
    """The lake is in a state, as its files say."""
    memory, files = scene.memory, scene.read.lake.source_files()
    more = 0 if state == "seeded" else 1
    scene.check("Files in raw", f"{len(files):,}", memory.seeded_files + more, STORAGE)
    if claim_id is not None:
        there = any(file.path == f"claims/{claim_id}.json" for file in files)
        scene.true("The followed claim's file is there", there, claim_id, STORAGE)
        gold = scene.read.frame("claims_analytics", ["claim_id"])["claim_id"]
        many = int((gold == claim_id).sum())
        scene.check("Its rows in gold", str(many), int(state == "refined"), DELTA_RS)
        with Portal(scene.stage.settings, CUSTOMER) as portal:
            told = ", ".join(told_of(portal, claim_id))
        scene.check("Its owner was told", told, STATIONS[state], "their notifications")
    versions = {name: scene.read.table(name).version() for name in tables()}
    if state == "refined":
        memory.refined = memory.refined or (claim_id, versions)
        scene.true(
            "The claim and every table's version are those of the first jump there",
            memory.refined == (claim_id, versions),
            f"{len(versions)} tables",
            DELTA_RS,
        )
    else:
        scene.true(
            "Every table is at its seeded version",
            versions == memory.seeded_versions,
            f"{len(versions)} tables",
            DELTA_RS,
        )


MISHAPS: dict[str, tuple[str, Callable[[Scene], None]]] = {
    "Jump: a claim in raw": ("jump-claimed", jumped("claimed")),
    "Jump: that claim in gold": ("jump-refined", jumped("refined")),
    "Jump: as seeded": ("jump-seeded", jumped("seeded")),
    "Jump: that claim in gold, once more": ("jump-refined-again", jumped("refined")),
    "Reset": ("reset", reset),
    "The engine is killed": ("engine-killed", engine_killed),
}
"""By title: the key and what is done; last what leaves an engine that has to warm up again."""
