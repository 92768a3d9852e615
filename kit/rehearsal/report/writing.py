"""Writing: the report's files into a folder: report.html, report.pdf, timings.json."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import sync_playwright

from kit.browser import Browser
from kit.rehearsal.played import Rehearsed
from kit.rehearsal.report.page import html_of
from kit.rehearsal.report.words import day

HTML, PDF, TIMINGS = "report.html", "report.pdf", "timings.json"
FOOTER = """
<div style="font: 7pt sans-serif; color: #56655f; width: 100%; padding: 0 12mm;
  display: flex; justify-content: space-between">
<span>PetInsure360 · rehearsed on {day}</span>
<span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>
"""


def write(told: Rehearsed, folder: Path, fonts: Path, browser: Browser) -> tuple[Path, Path]:
    """Write the report of a rehearsal; its HTML and its PDF.

    `fonts` is the folder of the portal's built font files; the HTML holds all it shows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    html, pdf = folder / HTML, folder / PDF
    html.write_text(html_of(told, fonts))
    (folder / TIMINGS).write_text(json.dumps(told.timings(), indent=1) + "\n")
    _print(html, pdf, browser, day(told.at))
    return html, pdf


def _print(html: Path, pdf: Path, browser: Browser, on: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browser.options())
        page = chromium.new_page()
        page.goto(html.resolve().as_uri())
        page.evaluate("document.fonts.ready")
        page.pdf(
            path=pdf,
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=FOOTER.format(day=on),
        )
        chromium.close()
