"""Viewers: remembered while they come back, forgotten a month after they did anything."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from dashboards.viewer import KEPT, Viewer, let_old_go, load

pytestmark = pytest.mark.usefixtures("home")


def aged(home: Path, viewer: Viewer, days: timedelta) -> None:
    """Let the viewer have done the last thing so long ago."""
    viewer.save()
    file = home / "walkthrough" / "viewers" / f"{viewer.id}.json"
    then = file.stat().st_mtime - days.total_seconds()
    os.utime(file, (then, then))


def test_a_viewer_who_comes_back_within_a_month_has_all_progress(home: Path) -> None:
    aged(home, Viewer("ada00001", progress={"quests": {"x": 1}}), KEPT - timedelta(days=1))
    assert let_old_go() == 0
    found = load("ada00001")
    assert found is not None
    assert found.progress == {"quests": {"x": 1}}


def test_a_viewer_of_long_ago_leaves_nothing_behind(home: Path) -> None:
    aged(home, Viewer("old00001"), KEPT + timedelta(days=1))
    Viewer("new00001").save()
    assert let_old_go() == 1
    assert load("old00001") is None
    assert load("new00001") is not None
    assert [file.stem for file in (home / "walkthrough" / "viewers").iterdir()] == ["new00001"]


def test_a_machine_without_viewers_has_none_to_forget() -> None:
    assert let_old_go() == 0
