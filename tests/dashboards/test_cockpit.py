from __future__ import annotations

from dashboards.registry import steps
from tests.app.server import Portal
from tests.dashboards.conftest import Window


def test_the_clock_starts_pauses_and_goes_back_to_nothing(stage: Portal) -> None:
    window = Window("submit-a-claim")
    window.press("clock-start")
    assert window.viewer.clock.running
    window.press("clock-pause")
    spent = window.viewer.clock.seconds(1)
    assert spent > 0
    assert not window.viewer.clock.running
    window.press("clock-reset")
    assert window.viewer.clock.total() == 0


def test_time_counts_for_the_part_that_is_shown(stage: Portal) -> None:
    window = Window("portal")
    window.press("clock-start")
    assert window.viewer.clock.part == 1
    again = Window("four-containers", window.viewer.id)
    assert again.viewer.clock.part == 2
    assert again.viewer.clock.running
    assert again.viewer.clock.spent[1] > 0


def test_the_bare_address_shows_the_first_step_which_has_one_of_its_own(stage: Portal) -> None:
    first = steps()[0]
    assert [Window(key).title for key in ("start", first.key)] == [first.title, first.title]


def test_talking_points_stand_beside_the_step(stage: Portal) -> None:
    step = steps()[0]
    window = Window(step.key)
    said = "\n".join(str(each.value) for each in window.app.sidebar.markdown)
    assert all(point in said for point in (*step.say, *step.more))


def test_who_shares_the_screen_hides_the_talking_points(stage: Portal) -> None:
    step = steps()[0]
    window = Window(step.key)
    window.app.toggle(key="notes").set_value(False)
    window.look()
    again = Window(step.key, window.viewer.id)
    said = "\n".join(str(each.value) for each in again.app.sidebar.markdown)
    assert not any(point in said for point in step.say)


def test_next_and_back_turn_the_pages(stage: Portal) -> None:
    first, second = steps()[:2]
    window = Window(first.key)
    assert window.app.button(key="back").disabled
    window.press("next")
    assert window.title == second.title


def test_a_page_beside_the_parts_leads_back_to_the_step_it_was_opened_from(stage: Portal) -> None:
    first, second = steps()[:2]
    assert Window("glossary").app.button(key="back").label == f"Begin the demo: {first.title}"
    left = Window(second.key)
    window = Window("glossary", left.viewer.id)
    assert not [button for button in window.app.button if button.key == "next"]
    window.press("back")
    assert window.title == second.title


def test_who_is_late_goes_by_the_essential_steps(stage: Portal) -> None:
    second, third, fourth = steps()[1:4]
    assert (second.essential, third.essential, fourth.essential) == (True, False, True)
    window = Window(second.key)
    assert window.app.button(key="next").label == f"Next: {third.title}"
    window.app.toggle(key="late").set_value(True)
    window.look()
    window.look()  # the button stands below what the switch changed
    assert window.app.button(key="next").label == f"Next: {fourth.title}"


def test_services_that_answer_are_green(stage: Portal) -> None:
    said = [str(each.value) for each in Window("portal").app.sidebar.markdown]
    for title in ("Azure storage", "Spark engine", "Customer portal"):
        assert any(line.startswith(":green") and line.endswith(title) for line in said)


def test_a_viewer_comes_back_after_a_reload_and_another_one_is_somebody_else(stage: Portal) -> None:
    window = Window("portal")
    window.press("clock-start")
    back, other = Window("portal", window.viewer.id), Window("portal")
    assert back.viewer.clock.running
    assert not other.viewer.clock.running
    assert other.viewer.id != window.viewer.id


def test_an_address_with_a_made_up_viewer_is_a_new_one(stage: Portal) -> None:
    assert Window("portal", "../../etc").viewer.id != "../../etc"
