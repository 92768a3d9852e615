"""Lesson page: guess, run it, see it, and learn why; the same for every lesson."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence
from dashboards.lessons import Lesson, Prediction, lesson_of
from dashboards.panel import panel
from dashboards.sandbox import sandbox, turn
from dashboards.viewer import viewer
from dashboards.work import Job
from lakehouse.settings import Settings

GUESSES = "guesses"


def lesson_page(key: str) -> None:
    """One lesson, on the viewer's own copy of the tables."""
    lesson = lesson_of(key)
    st.markdown(lesson.about)
    st.caption(f"It all happens in `{viewer().sandbox}`, tables of your own.")
    guess = _guess(lesson)
    settings, own = queries.settings(), viewer().id
    answer = st.container()  # above what was executed, which is long
    job = panel(f"lesson-{key}", "Run it", lambda: _run(lesson, settings, own))
    if job is not None and job.done:
        with answer:
            _verdict(lesson.predict, guess, job)
            with st.container(border=True, key=f"why-{key}"):
                st.markdown(f"**Why it is so.** {lesson.explain}")


def _guess(lesson: Lesson) -> int | None:
    """What the viewer thinks will happen; kept with the viewer."""
    kept: dict[str, int] = viewer().progress.setdefault(GUESSES, {})
    choices = lesson.predict.choices
    chosen = st.radio(
        f"**What do you think?** {lesson.predict.question}",
        range(len(choices)),
        format_func=lambda number: choices[number],
        index=kept.get(lesson.key),
        key=f"guess-{lesson.key}",
    )
    if chosen is not None and kept.get(lesson.key) != chosen:
        kept[lesson.key] = chosen
        viewer().save()
    return chosen


def _run(lesson: Lesson, settings: Settings, own: str) -> Iterator[Evidence]:
    with turn(own), sandbox(settings, own) as opened:
        yield from lesson.run(opened)


def _verdict(predict: Prediction, guess: int | None, job: Job) -> None:
    right = predict.choices[predict.right]
    told = [e.facts[predict.proof] for e in job.told if predict.proof in e.facts]
    proof = f" ({predict.proof.replace('_', ' ')}: {show.written(told[-1])})" if told else ""
    if guess == predict.right:
        st.success(f"You were right: {right}{proof}.", icon=":material/check_circle:")
    elif guess is None:
        st.info(f"The answer: {right}{proof}.", icon=":material/lightbulb:")
    else:
        told_so = predict.choices[guess]
        words = f"You thought: {told_so}. What happened: {right}{proof}."
        st.warning(words, icon=":material/lightbulb:")
