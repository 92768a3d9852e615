"""Fixtures of the walkthrough's tests: a lake as of today, its portal, and pages as viewers see."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboards import health
from dashboards.server import MAIN
from lakehouse.settings import Settings, get_settings
from tests.app.server import Portal, serving
from tests.lakehouse.lakes import made_known

PATIENCE = 120.0
"""Seconds after which what does not come never will."""


# As the walkthrough is served: without a full collection after every look.
config.set_option("runner.postScriptGC", False)


class Window:
    """A browser window of one viewer, without the browser."""

    def __init__(self, key: str, viewer_id: str | None = None) -> None:
        """Open a page by its address; with an id as a viewer comes back after a reload."""
        self.app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
        self.app._page_hash = calc_hash(key)
        if viewer_id:
            self.app.query_params["v"] = viewer_id
        self.look()

    def look(self) -> None:
        """Draw the page anew; no page ever fails."""
        self.app.run()
        assert not self.app.exception, [each.value for each in self.app.exception]

    def press(self, key: str) -> None:
        """Press a button."""
        self.app.button(key=key).click()
        self.look()

    def until(self, happens: Callable[[], Any]) -> None:
        """Look again and again until it happens."""
        ended, pause = time.monotonic() + PATIENCE, threading.Event()
        while not happens():
            assert time.monotonic() < ended, "it never happened"
            pause.wait(0.1)
            self.look()

    @property
    def viewer(self) -> Any:
        """Who looks."""
        return self.app.session_state["viewer"]

    @property
    def title(self) -> str:
        """The title of the page."""
        return str(self.app.title[0].value)

    @property
    def text(self) -> str:
        """All words on the page."""
        groups = (self.app.markdown, self.app.caption, self.app.code, self.app.info, self.app.error)
        metrics = [f"{each.label} {each.value}" for each in self.app.metric]
        return "\n".join([str(each.value) for group in groups for each in group] + metrics)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A home of the test's own."""
    monkeypatch.setenv("PETINSURE_HOME", str(tmp_path))
    get_settings.cache_clear()
    yield tmp_path
    get_settings.cache_clear()


@pytest.fixture(scope="session")
def small_portal(lake_of_today: Settings, new_lake_of_today: Settings) -> Iterator[Portal]:
    """The small lake of today with its portal: no copy, which forgets when files were written.

    It is asked for after it was put on the shelf, for the other process to copy.
    """
    with serving(new_lake_of_today) as portal:
        yield portal


@pytest.fixture(scope="module")
def stage(small_portal: Portal) -> Iterator[Portal]:
    """That portal; while the module's tests run the walkthrough's settings say so."""
    with as_environment(small_portal.settings):
        yield small_portal


@pytest.fixture(scope="module")
def known_stage(stage: Portal) -> Portal:
    """The stage, its tables in the engine's catalogue."""
    made_known(stage.settings)
    return stage


@pytest.fixture(scope="module")
def lake(known_stage: Portal) -> Settings:
    """The stage's lake."""
    return known_stage.settings


@contextmanager
def as_environment(settings: Settings) -> Iterator[None]:
    """While the block lasts the walkthrough finds these settings."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.environment().items():
            patch.setenv(name, value)
        get_settings.cache_clear()
        yield
    get_settings.cache_clear()


@contextmanager
def elsewhere(portal: Portal, **ports: int) -> Iterator[None]:
    """While the block lasts the walkthrough looks for services at ports where none is."""
    with as_environment(portal.settings.model_copy(update=ports)):
        health.ask_anew()
        yield
    health.ask_anew()
