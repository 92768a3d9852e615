from __future__ import annotations

from dashboards import work
from tests.app.server import Portal
from tests.dashboards.conftest import Window


def finished(window: Window, name: str) -> bool:
    job = work._jobs.get((window.viewer.id, name))
    return job is not None and not job.running


def test_a_submitted_claim_is_told_of_as_it_lands_and_followed_from_then_on(stage: Portal) -> None:
    window = Window("submit-a-claim")
    window.until(lambda: work._jobs[window.viewer.id, "listen"].told)  # it hears the portal
    window.press("do-submit")
    window.until(lambda: finished(window, "submit") and window.viewer.claim_id)
    claim_id = window.viewer.claim_id
    assert f"raw/claims/{claim_id}.json" in window.text
    assert '"kind": "claim_landed"' in window.text
    assert f"Following {claim_id}, in raw" in window.text
    again = Window("one-claim-to-follow", window.viewer.id)
    assert claim_id in again.app.dataframe[0].value["claim_id"].tolist()
    assert "reached raw" in again.text


def test_a_claim_submitted_in_the_portal_is_followed_too(stage: Portal) -> None:
    window = Window("submit-a-claim")
    window.until(lambda: work._jobs[window.viewer.id, "listen"].told)
    client = stage.maya()
    [draft] = [
        each["draft"] for each in client.get("/api/scenarios").json() if each["key"] == "cat-flu"
    ]
    claim_id = client.post("/api/claims", json=draft).json()["id"]
    window.until(lambda: window.viewer.claim_id == claim_id)


def test_a_mistake_is_refused_in_the_portals_words_and_leaves_no_file(stage: Portal) -> None:
    window = Window("refused-at-the-door")
    window.press("do-refused")
    window.until(lambda: finished(window, "refused"))
    window.look()
    assert "The service date lies in the future." in window.text
    before, after = (
        each.value for each in window.app.metric if each.label.startswith("files in raw")
    )
    assert before == after


def test_a_claim_that_a_reset_took_away_is_followed_no_more(stage: Portal) -> None:
    window = Window("portal")
    window.viewer.claim_id = "CLM-P-NEVERTHERE00"
    window.look()
    assert window.viewer.claim_id is None
