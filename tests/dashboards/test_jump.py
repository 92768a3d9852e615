from __future__ import annotations

from lakehouse.storage import Lake
from tests.app.server import Portal
from tests.dashboards.conftest import Window
from tests.dashboards.test_portal_steps import finished


def test_a_jump_says_what_becomes_of_the_lake_and_asks_first(stage: Portal) -> None:
    window = Window("four-containers")
    window.press("jump")
    assert "brought to its state **claimed**" in window.text
    assert "is lost" in window.text


def test_one_may_go_to_a_step_and_leave_the_lake_as_it_is(stage: Portal) -> None:
    window = Window("portal")
    window.press("jump")
    step = window.app.selectbox(key="jump-step")
    step.select_index(3)
    window.look()
    window.press("jump-go")
    assert window.title == "One claim to follow"


def test_a_jump_that_cannot_be_made_is_one_sentence_and_changes_nothing(stage: Portal) -> None:
    before = Lake(stage.settings).files("raw")
    window = Window("four-containers")
    window.press("jump")
    window.press("jump-yes")
    window.until(lambda: finished(window, "jump"))
    window.look()
    assert "There is no snapshot 'seeded'" in window.text
    assert Lake(stage.settings).files("raw") == before
    window.press("jump-close")
    assert window.title == "Four containers, one lake"
