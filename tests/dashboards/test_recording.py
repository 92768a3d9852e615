"""Recordings: the last good run comes back as it was, and goes once nobody makes it again."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from dashboards.evidence import Evidence
from dashboards.recording import KEPT, NOTE, keep, let_old_go, recorded

pytestmark = pytest.mark.usefixtures("home")


def test_a_recorded_run_comes_back_as_it_was() -> None:
    rows = pd.DataFrame({"claim_id": ["C1"], "claim_amount": [295.5]})
    made = Evidence("One claim", "SELECT 1", "sql", 0.5, rows, facts={"paid": Decimal("1.10")})
    keep("one", [made])
    found = recorded("one")
    assert found is not None
    (told,) = found.told
    assert (told.title, told.code, told.facts) == (made.title, made.code, made.facts)
    pd.testing.assert_frame_equal(told.answer, rows)


def test_a_run_that_nobody_makes_again_is_let_go(home: Path) -> None:
    made = Evidence("One claim", "SELECT 1", "sql", 0.5)
    for name, age in (("new", KEPT - timedelta(days=1)), ("old", KEPT + timedelta(days=1))):
        keep(name, [made])
        note = home / "walkthrough" / "recorded" / name / NOTE
        then = note.stat().st_mtime - age.total_seconds()
        os.utime(note, (then, then))
    assert let_old_go() == 1
    assert recorded("new") is not None
    assert recorded("old") is None
    assert not (home / "walkthrough" / "recorded" / "old").exists()
