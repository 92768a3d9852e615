from __future__ import annotations

import pytest

from dashboards.registry import pages, steps
from tests.app.server import Portal
from tests.dashboards.conftest import Window

TITLES = {step.key: step.title for step in steps()} | {page.key: page.title for page in pages()}


@pytest.mark.parametrize("key", TITLES)
def test_every_page_opens_for_a_newcomer_without_an_error(stage: Portal, key: str) -> None:
    window = Window(key)
    assert window.title == TITLES[key]
    assert not window.app.error, [each.value for each in window.app.error]
