"""Jumping: the lake as a step of the demo finds it, the portal and the followed claim with it.

A state that was never built is built as people would: the seeded lake, a claim submitted through
the portal, a run of the pipeline. A snapshot of it makes the next jump a matter of seconds.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dashboards.portal import Portal
from kit.home import Home
from kit.lake.ending import end_runs
from kit.lake.resetting import reset
from kit.lake.snapshots import SEEDED, find, take
from lakehouse.settings import Settings

if TYPE_CHECKING:
    from lakehouse.pipeline.events import Event

State = Literal["seeded", "claimed", "refined"]
Tell = Callable[[str], None]

CUSTOMER = "demo2@demologin.com"
SCENARIO = "broken-leg"
"""The claim that is submitted where a step needs one: DEMO-002's, and it reaches gold."""
PATIENCE = 20.0  # seconds for the portal to tell of a claim that is in gold
LOOK = 0.2


@dataclass(frozen=True)
class Jumped:
    """Where the lake is now, the claim to follow there, whether a snapshot had it, seconds."""

    state: State
    claim_id: str | None
    from_snapshot: bool
    seconds: float


def jump(settings: Settings, state: State, tell: Tell = lambda _: None) -> Jumped:
    """Bring the lake to a state; a run or live mode that goes on is ended.

    Raises what `restore` does, `PortalUnavailable` where a claim cannot be submitted, and what a
    run raises.
    """
    began = time.monotonic()
    if ended := end_runs(settings):
        tell(f"{'live mode' if ended.live else 'the run'} of {ended.by} was ended")
    claim_id, kept = _bring(settings, state, tell)
    return Jumped(state, claim_id, kept, round(time.monotonic() - began, 1))


def snapshot_name(state: State) -> str:
    """Name of the snapshot of a state."""
    return SEEDED if state == "seeded" else f"step-{state}"


def _bring(settings: Settings, state: State, tell: Tell) -> tuple[str | None, bool]:
    """The claim followed in the state, and whether a snapshot had it."""
    home, name = Home(settings.home), snapshot_name(state)
    claim_id = _followed(home, name)
    if state == "seeded" or claim_id:
        tell(f"back to the snapshot of the {state} lake")
        reset(settings, name)
        return claim_id, True
    if state == "claimed":
        _bring(settings, "seeded", tell)
        claim_id = _submit(settings, tell)
    else:
        claim_id, _ = _bring(settings, "claimed", tell)
        _refine(settings, str(claim_id), tell)
    tell(f"keeping the {state} lake for the next time")
    take(settings, name)
    _note(home, name).write_text(json.dumps({"of": _seeded_at(home), "claim_id": claim_id}))
    return claim_id, False


def _submit(settings: Settings, tell: Tell) -> str:
    tell("a claim of DEMO-002 is submitted through the portal")
    with Portal(settings, CUSTOMER) as portal:
        receipt = portal.submit(portal.draft(SCENARIO))
    tell(f"it is in the lake: {receipt['path']}")
    return str(receipt["id"])


def _refine(settings: Settings, claim_id: str, tell: Tell) -> None:
    from lakehouse.pipeline.events import TableFinished
    from lakehouse.pipeline.run import run

    def on_event(event: Event) -> None:
        if isinstance(event, TableFinished):
            tell(f"{event.table} is built, version {event.version}")

    tell("the pipeline brings it to gold")
    run(settings, on_event=on_event)
    with Portal(settings, CUSTOMER) as portal:
        until, pause = time.monotonic() + PATIENCE, threading.Event()
        while "claim_in_gold" not in told_of(portal, claim_id) and time.monotonic() < until:
            pause.wait(LOOK)


def told_of(portal: Portal, claim_id: str) -> list[str]:
    """The kinds of what who is signed in there was told of a claim, the oldest first."""
    items = portal.get("/api/notifications")["items"]
    return [each["kind"] for each in reversed(items) if each["claim_id"] == claim_id]


def _followed(home: Home, name: str) -> str | None:
    """The claim of a state's snapshot; None where there is none of the seeded lake as it is now."""
    try:
        note = json.loads(_note(home, name).read_text())
    except (OSError, ValueError):
        return None
    return str(note["claim_id"]) if note["of"] == _seeded_at(home) else None


def _seeded_at(home: Home) -> str:
    return find(home, SEEDED).taken_at


def _note(home: Home, name: str) -> Path:
    return home.snapshots / name / "followed.json"
