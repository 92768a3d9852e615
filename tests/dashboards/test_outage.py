from __future__ import annotations

import threading
from collections.abc import Iterator

from dashboards import recording, work
from dashboards.evidence import Evidence
from kit.services.ports import any_free_port
from tests.app.server import Portal
from tests.conftest import HOST
from tests.dashboards.conftest import PATIENCE, Window, elsewhere
from tests.dashboards.test_portal_steps import finished


def test_a_silent_engine_is_named_with_one_click_to_bring_it_back(stage: Portal) -> None:
    with elsewhere(stage, spark_port=any_free_port(HOST)):
        window = Window("four-containers")
        assert "**Spark engine does not answer.**" in window.text
        assert window.app.button(key="button-restart-spark").label == "Restart the Spark engine"
        assert len(window.app.dataframe) == 1  # what needs no engine goes on
        window.press("button-restart-spark")
        window.until(lambda: finished(window, "restart-spark"))
        window.look()
        assert "The kit is not running" in window.text  # in a test there is none
    assert "does not answer" not in Window("four-containers").text


def under_way(window: Window) -> bool:
    """Whether the page says that a service is being restarted."""
    return any("is being restarted" in each.label for each in window.app.status)


def test_a_restart_is_over_when_it_has_ended_not_when_the_engine_answers(stage: Portal) -> None:
    tables_are_known = threading.Event()

    def restart() -> Iterator[None]:
        yield None
        tables_are_known.wait(PATIENCE)

    window = Window("four-containers")
    work._jobs[window.viewer.id, "restart-spark"] = work.Job(restart)
    window.look()
    assert under_way(window)
    assert "does not answer" not in window.text
    tables_are_known.set()
    window.until(lambda: not under_way(window))
    assert [each.value for each in window.app.toast] == ["Spark engine answers again."]


def test_where_the_portal_is_silent_the_last_good_run_is_shown_as_recorded(stage: Portal) -> None:
    window = Window("refused-at-the-door")
    window.press("do-refused")
    window.until(lambda: finished(window, "refused"))
    with elsewhere(stage, app_port=any_free_port(HOST)):
        other = Window("refused-at-the-door")
        assert other.app.button(key="do-refused").disabled
        assert "The service date lies in the future." in other.text
        assert "Recorded" in other.text
        assert "not run now" in other.text


def test_a_recording_has_everything_that_was_shown(stage: Portal) -> None:
    import pandas as pd

    rows = pd.DataFrame({"n": [1, 2], "who": ["a", None]})
    told = Evidence("A title", "SELECT 1", "sql", 0.5, rows, "A note", "An error", {"n": 2})
    recording.keep("a-test", [told])
    found = recording.recorded("a-test")
    assert found is not None
    [again] = found.told
    assert (again.title, again.code, again.note, again.error) == (
        "A title",
        "SELECT 1",
        "A note",
        "An error",
    )
    assert again.facts == {"n": 2}
    assert again.rows is not None
    assert again.rows["n"].tolist() == [1, 2]


def test_silent_storage_is_one_sentence_and_the_way_on_stays_open(stage: Portal) -> None:
    with elsewhere(stage, azurite_port=any_free_port(HOST)):
        window = Window("browse-the-lake")
        [said] = [str(each.value) for each in window.app.error]
        assert "Storage at" in said
        assert "does not answer" in said
        assert not window.app.button(key="next").disabled
