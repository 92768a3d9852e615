"""Fixtures of the browser's tests: one browser, one lake, portal and walkthrough for all."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, expect, sync_playwright

from kit.browser import find_browser
from kit.services.ports import any_free_port
from kit.services.site import Site
from kit.services.walkthrough import WALKTHROUGH
from kit.setup.browser import REMEDY
from lakehouse.settings import Settings
from tests.app.server import Portal, serving
from tests.browser.filing import Filed, file_all
from tests.browser.travelling import Travel, travel
from tests.browser.visits import Visits
from tests.conftest import HOST, TOOLS, CopyOf, running
from tests.lakehouse.lakes import made_known

BROWSER = find_browser(Settings(), TOOLS)  # before the suite forgets the person's settings
PATIENCE = 20_000
"""Milliseconds in which a page has to show what is expected of it."""
OPEN: list[Visits] = []
"""Whose pages are photographed where a test fails."""

expect.set_options(timeout=PATIENCE)

VisitsTo = Callable[[Portal], Visits]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives the browser."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of every open page where a test fails, and say where it is."""
    report = yield
    if report.failed and call.when != "teardown" and item.config.cache:
        folder = Path(item.config.cache.mkdir("screenshots"))
        name = "".join(c if c.isalnum() else "-" for c in item.name)
        places = [place for visits in OPEN for place in visits.screenshots(folder, name)]
        report.sections.append(("Screenshots", "\n".join(map(str, places))))
    return report


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The one browser; every visit gets a profile of its own."""
    assert BROWSER, f"There is no browser on this machine: {REMEDY}."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**BROWSER.options())
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def lake(lake_of_today: Settings, copy_of: CopyOf) -> Settings:
    """A small lake as of today, built to gold, known to the engine; the portal has its pages."""
    settings = made_known(copy_of(lake_of_today))
    (settings.home / "tools").symlink_to(TOOLS.root)
    return settings


@pytest.fixture(scope="package")
def portal(lake: Settings) -> Iterator[Portal]:
    """The portal over that lake."""
    with serving(lake) as running:
        yield running


@pytest.fixture(scope="package")
def walkthrough(portal: Portal) -> Iterator[str]:
    """Address of the walkthrough beside the portal, as the kit starts it."""
    port = any_free_port(HOST)
    settings = portal.settings.model_copy(update={"walkthrough_port": port})
    site = Site(settings, TOOLS, environment=settings.environment())
    with running(WALKTHROUGH, site):
        yield WALKTHROUGH.url(site)


@pytest.fixture(scope="package")
def visits_to(chromium: Browser) -> Iterator[VisitsTo]:
    """At every call new visits to a portal; whoever makes them ends them."""
    known: dict[str, dict[str, StorageState]] = {}

    def to(portal: Portal) -> Visits:
        visits = Visits(chromium, portal, known.setdefault(portal.url, {}))
        OPEN.append(visits)
        return visits

    yield to
    OPEN.clear()


@pytest.fixture
def visits(visits_to: VisitsTo, portal: Portal) -> Iterator[Visits]:
    """Browsers of the test's own; none may log an error or ask another host."""
    opened = visits_to(portal)
    yield opened
    assert opened.end() == []


@pytest.fixture(scope="package")
def filed(visits_to: VisitsTo, portal: Portal) -> dict[str, Filed]:
    """Every scenario as its customer filed it in the browser, by its key."""
    visits = visits_to(portal)
    answers = file_all(visits)
    assert visits.end() == []
    return answers


@pytest.fixture(scope="package")
def travelled(visits_to: VisitsTo, portal: Portal, filed: dict[str, Filed]) -> Travel:
    """One run of the pipeline over all that was filed, started in the browser, and what it saw."""
    visits = visits_to(portal)
    seen = travel(visits, filed)
    assert visits.end() == []
    return seen
