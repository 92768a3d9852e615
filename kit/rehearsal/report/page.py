"""Page: the whole report as one HTML file: cover, the minutes, then part by part."""

from __future__ import annotations

from pathlib import Path

from dashboards.parts import MINUTES, PARTS, Part
from dashboards.theme import MARK
from kit.rehearsal.played import Rehearsed
from kit.rehearsal.report.steps import step_of
from kit.rehearsal.report.style import sheet, tone
from kit.rehearsal.report.words import count, day, seconds, text


def html_of(told: Rehearsed, fonts: Path) -> str:
    """The report; it holds its pictures and its fonts."""
    parts = "".join(_part(told, part) for part in PARTS if told.of(part.number))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>PetInsure360, rehearsed on {day(told.at)}</title>"
        f"<style>{sheet(fonts)}</style></head><body>"
        f"{_cover(told)}{_failures(told)}{_budget(told)}{parts}{_beside(told)}</body></html>\n"
    )


def _cover(told: Rehearsed) -> str:
    failed = len(told.failures)
    verdict = f"{count(failed, 'failure')}" if failed else f"All {told.claims:,} claims held"
    slowest = max((each.page_seconds for each in told.played), default=0.0)
    tiles = (
        (str(len(told.played)), "steps and pages"),
        (f"{told.claims:,}", "numbers and refusals checked"),
        (seconds(told.seconds), "from start to end, without pauses"),
        (seconds(slowest), "the slowest change of page"),
    )
    shown = "".join(
        f'<div class="tile"><b>{value}</b><span>{name}</span></div>' for value, name in tiles
    )
    return (
        f'<header class="cover"><div class="brand">{MARK.read_text()}PetInsure360</div>'
        "<h1>From a claim to its figure, in thirty minutes</h1>"
        "<p>The whole demo, played in a real browser on a lakehouse of its own. Every number "
        "on this hand-out was on the screen, and was read a second time past the screen: from "
        "the files, the tables' logs, delta-rs, or the SQL views.</p>"
        f'<span class="verdict{" red" if failed else ""}">{verdict}</span>'
        f'<div class="tiles">{shown}</div>'
        f"<p style='margin-top:22px;font-size:15px'>{day(told.at)}, {told.at:%H:%M} UTC · "
        f"{text(told.machine)}</p></header>"
    )


def _failures(told: Rehearsed) -> str:
    if not told.failures:
        return ""
    lines = "".join(f"<li>{text(line)}</li>" for line in told.failures)
    return f'<section class="failures"><h2>What failed</h2><ul>{lines}</ul></section>'


def _budget(told: Rehearsed) -> str:
    """Each part's minutes, and how many of them the product takes for itself."""
    bars, rows = "", ""
    for part in PARTS:
        waits, steps = sum(each.seconds for each in told.of(part.number)), told.of(part.number)
        share = min(100.0, waits / (part.minutes * 60) * 100)
        color = tone(part.number)
        bars += (
            f'<div class="bar" style="flex:{part.minutes}">'
            f'<i style="width:{share:.1f}%;background:{color}55"></i>'
            f"<b>{part.number} {part.title}, {part.minutes} min</b></div>"
        )
        rows += (
            f"<tr><td>{part.number} {part.title}</td><td class=num>{part.minutes} min</td>"
            f"<td class=num>{len(steps)}</td>"
            f"<td class=num>{sum(len(each.claims) for each in steps)}</td>"
            f"<td class=num>{seconds(waits)}</td>"
            f"<td class=num>{seconds(max(0.0, part.minutes * 60 - waits))}</td></tr>"
        )
    return (
        '<section class="budget"><h2>The minutes</h2><p class="lead">How much of each '
        f"part's time, {MINUTES} minutes in all, goes to waiting for what is shown. The rest "
        f'is for talking.</p><div class="bars">{bars}</div><table><tr><th>Part</th>'
        "<th class=num>has</th><th class=num>steps</th><th class=num>checked</th>"
        "<th class=num>waits for</th><th class=num>leaves to say</th></tr>"
        f"{rows}</table><p class=lead style='margin-top:12px'>Before it: "
        f"{seconds(told.setting_up)} to start all services and fill a new lake.</p></section>"
    )


def _part(told: Rehearsed, part: Part) -> str:
    steps = told.of(part.number)
    waits = seconds(sum(each.seconds for each in steps))
    head = (
        f'<div class="part" style="--tone:{tone(part.number)}">'
        f"<h2>Part {part.number}: {part.title}</h2>"
        f"<span>{part.minutes} minutes, {waits} of them waiting</span></div>"
    )
    return head + "".join(step_of(each, number + 1) for number, each in enumerate(steps))


def _beside(told: Rehearsed) -> str:
    beside = told.of(None)
    if not beside:
        return ""
    head = (
        f'<div class="part" style="--tone:{tone(None)}"><h2>Beside the five parts</h2>'
        "<span>pages to explore, and what helps when something goes wrong</span></div>"
    )
    return head + "".join(step_of(each, None) for each in beside)
