"""Steps: one step of the report: its pictures, what to say, what was done, what was checked."""

from __future__ import annotations

import base64

from dashboards.registry import pages, steps
from dashboards.step import Step
from kit.rehearsal.played import Claim, Played, Shot
from kit.rehearsal.report.style import tone
from kit.rehearsal.report.words import count, seconds, text


def step_of(played: Played, number: int | None) -> str:
    """One step or page; `number` is its place in its part."""
    declared = next((step for step in steps() if step.key == played.key), None)
    red = " red" if played.failures else ""
    return (
        f'<article class="step{red}" style="--tone:{tone(played.part)}">'
        f"{_head(played, declared, number)}"
        f'<div class="body"><div>{_pictures(played.shots)}</div>'
        f'<div class="text">{_say(played, declared)}{_acts(played)}</div></div>'
        f"{_checks(played)}</article>"
    )


def _head(played: Played, declared: Step | None, number: int | None) -> str:
    where = f'<span class="where">{played.part}.{number}</span>' if number else ""
    pills = []
    if declared:
        pills.append(f'<span class="pill">{declared.minutes:g} min</span>')
        must = ("must", "essential") if declared.essential else ("", "when there is time")
        pills.append(f'<span class="pill {must[0]}">{must[1]}</span>')
    if played.page_seconds:
        pills.append(f'<span class="pill">page in {seconds(played.page_seconds)}</span>')
    wrong, checked = len(played.failures), len(played.claims)
    if wrong:
        pills.append(f'<span class="pill red">{count(wrong, "failure")}</span>')
    elif checked:
        pills.append(f'<span class="pill good">{checked} checked</span>')
    return f'<div class="head">{where}<h3>{text(played.title)}</h3>{"".join(pills)}</div>'


def _pictures(shots: list[Shot]) -> str:
    if not shots:
        return ""
    first, *others = (_figure(shot) for shot in shots)
    return first + (f'<div class="more">{"".join(others)}</div>' if others else "")


def _figure(shot: Shot) -> str:
    data = base64.b64encode(shot.file.read_bytes()).decode()
    caption = text(shot.caption)
    return (
        f'<figure><img alt="{caption}" src="data:image/jpeg;base64,{data}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _say(played: Played, declared: Step | None) -> str:
    if declared is None:
        about = next((page.about for page in pages() if page.key == played.key), "")
        return f"<section><p class=say>{text(about)}</p></section>" if about else ""
    said = "".join(f"<li>{text(point)}</li>" for point in declared.say)
    more = "".join(f"<li>{text(point)}</li>" for point in declared.more)
    asked = f"<section class=aside><h4>If someone asks</h4><ul>{more}</ul></section>"
    return f"<section><h4>Say</h4><ul class=say>{said}</ul></section>{asked if more else ''}"


def _acts(played: Played) -> str:
    lines = "".join(
        f"<li><span>{text(act.text)}</span><span class=num>{seconds(act.seconds)}</span></li>"
        for act in played.acts
    )
    error = f'<p class="error">{text(played.error)}</p>' if played.error else ""
    done = f"<section><h4>Do</h4><ul class=acts>{lines}</ul></section>" if lines else ""
    return done + error


def _checks(played: Played) -> str:
    lines = "".join(map(_check, played.claims))
    return f"<ul class=checks>{lines}</ul>" if lines else ""


def _check(claim: Claim) -> str:
    if not claim.ok:
        return f"<li class=red>{text(claim.sentence)}</li>"
    return f"<li>{text(claim.sentence)} <em>by {text(claim.by)}</em></li>"
