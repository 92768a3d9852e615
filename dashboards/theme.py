"""Theme: the portal's colours and fonts for Streamlit and for charts, from its own theme.css."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lakehouse.settings import PROJECT

PORTAL = PROJECT / "app" / "portal"
THEME_CSS = PORTAL / "src" / "theme.css"
MARK = PORTAL / "public" / "mark.svg"
"""The portal's mark; an icon by name would be fetched from another host."""
FONTS = {"Figtree Variable": "figtree-latin-wght", "Bricolage Grotesque Variable": "bricolage"}
"""Families of the portal, and how the names of their files begin."""

SHADES = 10
"""Colours of a scale from little to much, as Streamlit wants them."""

_PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)")
_PLAIN = re.compile(r"--([\w-]+):\s*(#\w+);")
_FONT = re.compile(r"--font-(\w+):\s*([^;]+);")


@dataclass(frozen=True)
class Theme:
    """Colours by name, each by day and by night, and the two stacks of fonts."""

    light: dict[str, str]
    dark: dict[str, str]
    body: str
    display: str


@cache
def theme() -> Theme:
    """The portal's theme."""
    css = THEME_CSS.read_text()
    pairs = {name: (day, night) for name, day, night in _PAIR.findall(css)}
    pairs |= {name: (color, color) for name, color in _PLAIN.findall(css)}
    fonts = {name: stack.strip().replace('"', "") for name, stack in _FONT.findall(css)}
    light = {name: day for name, (day, _) in pairs.items()}
    dark = {name: night for name, (_, night) in pairs.items()}
    return Theme(light, dark, fonts["body"], fonts["display"])


def options(fonts: Path) -> dict[str, Any]:
    """Streamlit's theme options; `fonts` is the folder of the portal's built font files."""
    found: dict[str, Any] = {
        "theme.font": theme().body,
        "theme.headingFont": theme().display,
        "theme.baseRadius": "0.6rem",
        "theme.headingFontWeights": [650, 650, 650, 600, 600, 600],
        "theme.headingFontSizes": ["2.1rem", "1.5rem", "1.2rem", "1.05rem", "1rem", "1rem"],
        "theme.sidebar.headingFontSizes": ["1.4rem", "1.2rem", "1.05rem", "1rem", "1rem", "1rem"],
        "theme.metricValueFontSize": "1.5rem",
        "theme.metricValueFontWeight": 600,
        "theme.paddingTop": "0.5rem",
        "theme.sidebar.paddingTop": "0rem",
        "theme.fontFaces": [*_faces(fonts)],
        "theme.showWidgetBorder": True,
    }
    for mode, colors in (("light", theme().light), ("dark", theme().dark)):
        found |= {f"theme.{mode}.{name}": value for name, value in _main(colors).items()}
        found |= {f"theme.{mode}.sidebar.{name}": value for name, value in _side(colors).items()}
    return found


def _main(colors: dict[str, str]) -> dict[str, Any]:
    charts = [colors[f"chart-{number}"] for number in range(1, 7)]
    return {
        "primaryColor": colors["primary"],
        "backgroundColor": colors["background"],
        "secondaryBackgroundColor": colors["sunken"],
        "textColor": colors["foreground"],
        "linkColor": colors["primary"],
        "borderColor": colors["border"],
        "codeBackgroundColor": colors["sunken"],
        "codeTextColor": colors["accent-foreground"],
        "dataframeHeaderBackgroundColor": colors["muted"],
        "redTextColor": colors["destructive"],
        "redBackgroundColor": colors["destructive-soft"],
        "greenTextColor": colors["good"],
        "greenBackgroundColor": colors["good-soft"],
        "blueTextColor": colors["info"],
        "blueBackgroundColor": colors["info-soft"],
        "yellowTextColor": colors["warning"],
        "yellowBackgroundColor": colors["warning-soft"],
        "orangeTextColor": colors["coral-soft-foreground"],
        "orangeBackgroundColor": colors["coral-soft"],
        "grayTextColor": colors["muted-foreground"],
        "grayBackgroundColor": colors["muted"],
        "chartCategoricalColors": charts,
        "chartSequentialColors": between(colors["muted"], colors["chart-1"], SHADES),
    }


def between(first: str, last: str, number: int) -> list[str]:
    """So many colours from one to another (#rrggbb), in even steps, both included."""
    ends = [[int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in (first, last)]
    shares = [step / (number - 1) for step in range(number)]
    mixed = [[round(a + (b - a) * share) for a, b in zip(*ends, strict=True)] for share in shares]
    return ["#" + "".join(f"{part:02x}" for part in color) for color in mixed]


def _side(colors: dict[str, str]) -> dict[str, Any]:
    return {
        "primaryColor": colors["sidebar-accent"],
        "backgroundColor": colors["sidebar"],
        "secondaryBackgroundColor": colors["sidebar-active"],
        "textColor": colors["sidebar-foreground"],
        "linkColor": colors["sidebar-accent"],
        "borderColor": colors["sidebar-active"],
        "grayTextColor": colors["sidebar-muted"],
        "greenTextColor": theme().dark["good"],  # the side is dark by day, too
        "redTextColor": theme().dark["destructive"],
    }


def font_files(fonts: Path) -> dict[str, Path]:
    """File of each family of the portal, among its built ones; those that are there."""
    found = {}
    for family, begins in FONTS.items():
        files = sorted(fonts.glob(f"{begins}*-latin-wght-normal-*.woff2"))[:1] or sorted(
            fonts.glob(f"{begins}-normal-*.woff2")
        )
        if files:
            found[family] = files[0]
    return found


def _faces(fonts: Path) -> list[dict[str, Any]]:
    return [
        {"family": family, "url": f"/fonts/{file.name}", "weight": "200 800", "style": "normal"}
        for family, file in font_files(fonts).items()
    ]
