from __future__ import annotations

import re

from streamlit import config

from dashboards.server import server_options
from dashboards.theme import MARK, between, options, theme
from lakehouse.settings import Settings
from tests.conftest import TOOLS

FONTS = TOOLS.portal / "assets"


def test_the_walkthrough_wears_the_portals_colours_by_day_and_by_night() -> None:
    found = options(FONTS)
    for mode, colors in (("light", theme().light), ("dark", theme().dark)):
        assert found[f"theme.{mode}.primaryColor"] == colors["primary"]
        assert found[f"theme.{mode}.backgroundColor"] == colors["background"]
        assert found[f"theme.{mode}.sidebar.backgroundColor"] == colors["sidebar"]
    assert theme().light["background"] != theme().dark["background"]
    assert all(
        re.fullmatch(r"#[0-9a-f]{3,8}", value)
        for name, value in found.items()
        if name.endswith("Color")
    )


def test_its_fonts_are_the_portals_own_files() -> None:
    faces = options(FONTS)["theme.fontFaces"]
    families = {face["family"] for face in faces}
    assert families == {"Figtree Variable", "Bricolage Grotesque Variable"}
    for face in faces:
        assert (FONTS / face["url"].removeprefix("/fonts/")).is_file()


def test_every_option_is_one_that_streamlit_knows() -> None:
    known = config.get_config_options()
    for name in {**options(FONTS), **server_options(Settings())}:
        assert name in known, name


def test_nothing_is_sent_or_fetched_elsewhere() -> None:
    told = server_options(Settings())
    assert told["browser.gatherUsageStats"] is False
    assert told["server.address"] == "127.0.0.1"
    assert set(told["server.allowedHosts"]) == {"127.0.0.1", "localhost"}
    assert MARK.is_file()


def test_a_scale_goes_from_one_colour_to_the_other_in_even_steps() -> None:
    assert between("#000000", "#0a64ff", 3) == ["#000000", "#053280", "#0a64ff"]
