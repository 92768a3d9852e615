"""Style: the little that Streamlit's theme has no option for, in the theme's own colours."""

from __future__ import annotations

from functools import cache

import streamlit as st

from dashboards.theme import theme
from lakehouse.storage import CONTAINERS


def style() -> None:
    """Put it into the page."""
    st.html(f"<style>{_rules()}</style>")


@cache
def _rules() -> str:
    layers = "".join(
        f".st-key-layer-{name} {{ border-top: 4px solid {_both(name)}; }}" for name in CONTAINERS
    )
    return f"""
{layers}
.st-key-heading [data-testid="stCaptionContainer"] p {{ font-weight: 600; }}
[data-testid="stMetric"] {{ background: {_both("card")}; }}
[class*="st-key-recorded-"] {{ border-style: dashed; border-color: {_both("coral")}; }}
.st-key-bi-dashboard [data-testid="stMetricValue"],
.st-key-azure-bill [data-testid="stMetricValue"] {{ font-size: 2.1rem; }}
.st-key-azure-bill [data-testid="stMetric"] {{ background: none; }}
:is(button, a)[kind^="primary"]:not(:disabled) {{ color: {_both("primary-foreground")}; }}
[data-testid="stMultiSelect"] [data-tag] * {{ color: {_both("primary-foreground")}; }}
[data-testid="stRadioOption"]:not(:has(:checked)) > div > div:first-child {{
  box-shadow: 0 0 0 1.5px {_both("muted-foreground")}; border-radius: 50%; }}
.st-key-bi-dashboard [data-testid="stMetricLabel"] p {{ font-size: 1.1rem; }}
[class*="st-key-sql-"] textarea,
[class*="st-key-answer-"] textarea {{ font-family: ui-monospace, monospace; font-size: 1.05rem; }}
@media (max-width: 640px) {{
  h1 {{ font-size: 1.6rem !important; }}
  [data-testid="stMarkdownContainer"] table {{ display: block; overflow-x: auto; }}
}}
"""


def _both(name: str) -> str:
    return f"light-dark({theme().light[name]}, {theme().dark[name]})"
