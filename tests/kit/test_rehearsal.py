from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from dashboards.registry import pages, steps
from dashboards.step import State
from kit.rehearsal.mishaps import MISHAPS
from kit.rehearsal.played import Act, Claim, Played, Rehearsed, Shot
from kit.rehearsal.report.page import html_of
from kit.rehearsal.scene import written
from kit.rehearsal.scripts import scripts
from kit.rehearsal.stage import environment_of, settings_of
from tests.conftest import TOOLS
from tests.kit.conftest import Petinsure

FONTS = TOOLS.portal / "assets"
FIRST = steps()[0]
WRONG = Claim("Rows of claims_raw", "15,041", "15,040", "delta-rs", ok=False)
RIGHT = Claim("Version of claims_raw", "3", "3", "the table's log", ok=True)


@pytest.fixture
def rehearsed(tmp_path: Path) -> Rehearsed:
    """A rehearsal of one step, in which one claim failed."""
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(b"a picture")
    played = Played(
        FIRST.key,
        FIRST.title,
        FIRST.part,
        page_seconds=0.5,
        acts=[Act("Press a button", 1.5)],
        claims=[WRONG, RIGHT],
        shots=[Shot(picture, "What one sees")],
    )
    return Rehearsed(datetime(2026, 6, 1, tzinfo=UTC), "a machine", [played])


def test_to_rehearse_here_there_must_be_a_kit_that_runs(petinsure: Petinsure) -> None:
    answer = petinsure("rehearse", "--here")
    assert answer.code == 1
    assert answer.err.strip() == (
        "There is no kit to rehearse on here; start it with `./petinsure up`."
    )


def _keys() -> set[str]:
    return {step.key for step in steps()} | {page.key for page in pages()}


def test_every_step_has_a_script_and_no_script_is_for_nothing() -> None:
    assert {step.key for step in steps()} - scripts().keys() == set()
    assert scripts().keys() - _keys() == set()


def test_a_claim_that_fails_is_one_sentence_with_both_numbers(rehearsed: Rehearsed) -> None:
    assert rehearsed.failures == [
        f"{FIRST.title}: Rows of claims_raw: the page shows 15,041, delta-rs says 15,040."
    ]
    assert rehearsed.timings()["failures"] == rehearsed.failures


def test_an_audience_waits_for_the_page_and_for_what_is_done_on_it(rehearsed: Rehearsed) -> None:
    (step,) = rehearsed.timings()["steps"]
    assert (step["page_seconds"], step["seconds"]) == (0.5, 2.0)


def test_the_report_is_red_where_something_failed_and_holds_all_it_shows(
    rehearsed: Rehearsed,
) -> None:
    page = html_of(rehearsed, FONTS)
    assert "1 failure" in page
    assert "delta-rs says 15,040." in page
    assert f"Part {FIRST.part}: " in page
    assert FIRST.say[0] in page
    assert "What one sees" in page
    assert page.count("@font-face") == 2
    fetched = re.findall(r"""(?:src|href)=["'](?!data:)|url\((?!"data:)""", page)
    assert fetched == []
    rehearsed.played[0].claims.remove(WRONG)
    assert "All 1 claims held" in html_of(rehearsed, FONTS)


def test_nothing_that_a_presenter_set_leads_a_rehearsal_to_another_lake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETINSURE_STORAGE", "adls")
    monkeypatch.setenv("PETINSURE_ACCOUNT", "production")
    monkeypatch.setenv("PETINSURE_SPARK_REMOTE", "sc://production:15002")
    settings = settings_of(tmp_path)
    assert (settings.storage, settings.spark_remote) == ("azurite", None)
    assert settings.account == "devstoreaccount1"
    told = environment_of(tmp_path)
    assert told["PETINSURE_HOME"] == str(tmp_path)
    assert "production" not in "".join(told[name] for name in told if "PETINSURE_" in name)


def test_values_are_compared_as_pages_write_them() -> None:
    values = (15_040, Decimal("2850"), True, "gold")
    assert [written(value) for value in values] == ["15,040", "2,850.00", "yes", "gold"]


def test_a_jump_is_pressed_for_every_state_that_a_lake_can_be_brought_to() -> None:
    keys = {key for key, _ in MISHAPS.values()}
    assert {f"jump-{state}" for state in get_args(State)} <= keys
