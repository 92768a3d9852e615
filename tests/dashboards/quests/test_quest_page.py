"""The page of a quest: from its set-up to the explanation, kept, and one viewer's own."""

from __future__ import annotations

import pytest

from dashboards import work
from dashboards.quests import quests
from dashboards.sandbox import Sandbox
from dashboards.workbench.running import bench
from tests.app.server import Portal
from tests.dashboards.conftest import Window
from tests.dashboards.quests.solutions import another_batch, came_twice

KEY = "came-twice"
SET_UP, CHECK = f"do-quest-set-up-{KEY}", f"do-quest-check-{KEY}"
SOLVED, NONE = f"1 of {len(quests())} solved", f"0 of {len(quests())} solved"


def progress(window: Window) -> str:
    """How many quests are solved, as the page says."""
    return str(window.app.get("progress")[0].proto.text)


def choose(window: Window) -> None:
    """Go to the quest of these tests."""
    window.app.button_group(key="quest-chosen").set_value(KEY)
    window.look()


def ended(window: Window, button: str) -> None:
    """Wait until what a button began has ended well."""
    job = work._jobs[window.viewer.id, button.removeprefix("do-")]
    window.until(lambda: not job.running)
    assert job.error is None
    window.look()


def answer(window: Window, text: str) -> None:
    """Type an answer and have it checked."""
    (field,) = [each for each in window.app.text_input if each.label == "The batch"]
    field.set_value(text)
    window.look()
    window.press(CHECK)
    ended(window, CHECK)


@pytest.fixture(scope="module")
def ada(known_stage: Portal) -> Window:
    """A viewer who has set the quest up."""
    window = Window("quests")
    assert progress(window) == NONE
    choose(window)
    assert "Your task" not in window.text
    window.press(SET_UP)
    ended(window, SET_UP)
    assert "Your task" in window.text
    return window


def test_a_quest_is_played_to_its_end_and_survives_a_reload(
    ada: Window, known_stage: Portal
) -> None:
    with bench(known_stage.settings, ada.viewer.id) as own:
        wrong, right = another_batch(own, {}), came_twice(own, {})
    assert "INSERT INTO" not in ada.text, "the set-up tells what it is to be found out"
    ada.press(f"hint-{KEY}")
    assert any("Hint 1 of 2" in each.value for each in ada.app.info)
    answer(ada, wrong)
    assert "once only" in ada.app.warning[0].value
    assert "Why it works" not in ada.text
    answer(ada, right)
    assert right in ada.app.success[0].value
    assert "Why it works" in ada.text
    assert "INSERT INTO" in ada.text
    assert progress(ada) == SOLVED

    again = Window("quests", ada.viewer.id)
    assert progress(again) == SOLVED
    assert "Why it works" in again.text
    assert any("Hint 1 of 2" in each.value for each in again.app.info)

    again.press(SET_UP)
    ended(again, SET_UP)
    assert progress(again) == SOLVED, "what was solved stays solved"
    assert not again.app.success


def test_another_viewer_has_neither_its_progress_nor_its_tables(
    ada: Window, known_stage: Portal
) -> None:
    ben = Window("quests")
    assert progress(ben) == NONE
    choose(ben)
    assert "Your task" not in ben.text
    with bench(known_stage.settings, ben.viewer.id) as bens:
        assert not bens.has("twice_claims")
    ben.press(SET_UP)
    ended(ben, SET_UP)

    def rows(own: Sandbox) -> int:
        return int(own.spark.table(own.table("twice_claims")).count())

    with bench(known_stage.settings, ben.viewer.id) as bens:
        bens.spark.sql("DELETE FROM twice_claims")
        assert rows(bens) == 0
    with bench(known_stage.settings, ada.viewer.id) as adas:
        assert rows(adas) > 0
        adas.remove("twice_claims")
    again = Window("quests", ada.viewer.id)
    answer(again, "20260101000000")
    assert "are gone" in again.app.warning[0].value
