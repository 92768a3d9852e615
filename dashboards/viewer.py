"""Viewer: what one person at one browser window has done so far; it survives a reload.

The address carries the viewer's id (`?v=…`), a file in the kit's home all else. Two windows are
two viewers, and nothing of one is seen by the other.
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import asdict, dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards.aging import aged
from dashboards.clock import Clock
from lakehouse.settings import get_settings

PARAMETER = "v"
KEPT = timedelta(days=30)
"""For how long a viewer is remembered who has done nothing more."""
_ID = re.compile(r"[a-z0-9]{8}")


@dataclass
class Viewer:
    """One person's way through the demo."""

    id: str
    claim_id: str | None = None
    """The claim that is followed through the parts."""
    late: bool = False
    """Whether only essential steps are on the way."""
    notes: bool = True
    """Whether the talking points are shown."""
    clock: Clock = field(default_factory=Clock)
    step: str | None = None
    """The step of the demo that was shown last, by its key."""
    progress: dict[str, Any] = field(default_factory=dict)
    """What pages keep of their own, such as solved quests, by the page's key."""

    @property
    def sandbox(self) -> str:
        """Name of the viewer's own schema, where things may be broken."""
        return f"petinsure_sandbox_{self.id}"

    def save(self) -> None:
        """Keep it."""
        place = _file(self.id)
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(self)))
        partial.replace(place)


def viewer() -> Viewer:
    """The viewer of this session: known already, known by the address, or new."""
    found = st.session_state.get("viewer")
    if not isinstance(found, Viewer):
        found = _of_the_address() or Viewer(secrets.token_hex(4))
        st.session_state["viewer"] = found
    if st.query_params.get(PARAMETER) != found.id:
        st.query_params[PARAMETER] = found.id  # a change of page has taken it away
    return found


def load(viewer_id: str) -> Viewer | None:
    """A viewer by the id; None where it is none, or what was kept is not readable."""
    if not _ID.fullmatch(viewer_id):
        return None
    try:
        kept = json.loads(_file(viewer_id).read_text())
        known = {each.name for each in fields(Viewer)}
        kept = {name: value for name, value in kept.items() if name in known}
        return Viewer(**kept | {"clock": Clock.of(kept["clock"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def let_old_go() -> int:
    """Forget viewers who have done nothing for `KEPT`; how many they were."""
    old = aged(_file("").parent.glob("*.json"), KEPT)
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _of_the_address() -> Viewer | None:
    return load(st.query_params.get(PARAMETER, ""))


def _file(viewer_id: str) -> Path:
    return get_settings().home / "walkthrough" / "viewers" / f"{viewer_id}.json"
