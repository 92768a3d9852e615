"""Page of a quest: story, set-up, task, workbench, hints, answer, and what the lake says of it."""

from __future__ import annotations

import streamlit as st

from dashboards import health, navigation, queries, show, work
from dashboards.evidence import Evidence
from dashboards.quests import doing
from dashboards.quests.progress import (
    Progress,
    keep,
    note_check,
    note_set_up,
    progress_of,
    worded,
)
from dashboards.quests.quest import Quest, Secret, Verdict, quests
from dashboards.registry import steps
from dashboards.viewer import viewer
from dashboards.work import Job
from dashboards.workbench.component import typed, workbench


def note_what_ended() -> None:
    """Note the outcome of all work on quests that has ended, before anything is drawn of it."""
    for quest in quests().values():
        note_set_up(viewer(), quest, work.job(_setting(quest)))
        note_check(viewer(), quest, work.job(_checking(quest)))


def quest_page(quest: Quest) -> None:
    """One quest, as far as the viewer is."""
    you = viewer()
    progress = progress_of(you, quest)
    st.subheader(quest.title, anchor=False)
    st.markdown(show.plain(worded(quest.story, progress)))
    _set_up(quest, progress)
    if not progress.set_up_at:
        return
    with st.container(border=True, key=f"task-{quest.key}"):
        st.markdown(f"**Your task.** {show.plain(worded(quest.task, progress))}")
    st.caption(
        f"Bare names are tables of `{you.sandbox}`, yours to break; the lake's own are read as "
        "`petinsure_bronze`, `petinsure_silver` and `petinsure_gold`."
    )
    workbench(f"{quest.key}-{progress.set_up_at:.0f}", worded(quest.tried, progress))
    _hints(quest, progress)
    _answer(quest, progress)
    if progress.solved:
        _explain(quest)


def _setting(quest: Quest) -> str:
    return f"quest-set-up-{quest.key}"


def _checking(quest: Quest) -> str:
    return f"quest-check-{quest.key}"


def _set_up(quest: Quest, progress: Progress) -> None:
    name = _setting(quest)
    job = work.job(name)
    busy = job is not None and job.running
    label = "Set it up again" if progress.set_up_at else "Set it up"
    kind = "secondary" if progress.set_up_at else "primary"
    off = busy or not health.answers("spark")
    if st.button(label, key=f"do-{name}", type=kind, icon=":material/build:", disabled=off):  # type: ignore[arg-type]
        settings, own = queries.settings(), viewer().id
        work.forget(_checking(quest))
        work.begin(name, lambda: doing.set_up(settings, own, quest))
        st.rerun()
    if job is not None:
        work.watch(name, lambda running: _draw_set_up(quest, running, solved=progress.solved))
        _again_if(job.done and job.began != progress.set_up_at)


def _draw_set_up(quest: Quest, job: Job, *, solved: bool) -> None:
    if job.error:
        st.error(show.plain(job.error), icon=":material/error:")
    if job.running:
        st.status(f"Setting it up: {show.duration(job.elapsed)}", state="running")
    told = [each for each in job.told if isinstance(each, Evidence)]
    hidden = [each.evidence for each in job.told if isinstance(each, Secret)]
    shown = told + hidden if solved else told
    if not told and not hidden:
        return
    with st.expander(
        f"What the set-up did, in {show.duration(job.elapsed)}", key=f"did-{quest.key}"
    ):
        for number, each in enumerate(shown):
            show.evidence(each, key=f"set-up-{quest.key}-{number}")
        if hidden and not solved:
            many = f"{len(hidden)} more statements" if len(hidden) > 1 else "One more statement"
            st.caption(f"{many} will be told once you have solved it.")


def _again_if(unnoted: bool) -> None:
    """Draw the page anew where work has ended since its outcome was looked for above."""
    if unnoted:
        st.rerun()


def _hints(quest: Quest, progress: Progress) -> None:
    for number, hint in enumerate(quest.hints[: progress.hints], 1):
        words = f"**Hint {number} of {len(quest.hints)}.** {worded(hint, progress)}"
        st.info(show.plain(words), icon=":material/lightbulb:")
    left = len(quest.hints) - progress.hints
    if left:
        label = f"A hint ({left} left)"
        if st.button(label, key=f"hint-{quest.key}", icon=":material/lightbulb:", type="tertiary"):
            progress.hints += 1
            keep(viewer(), quest, progress)
            st.rerun()


def _answer(quest: Quest, progress: Progress) -> None:
    name = _checking(quest)
    answer = _given(quest, progress)
    job = work.job(name)
    busy = job is not None and job.running
    off = busy or not health.answers("spark")
    label = "Check what I did" if quest.ask.kind == "deed" else "Check my answer"
    pressed = st.button(
        label, key=f"do-{name}", type="primary", icon=":material/rule:", disabled=off
    )
    if pressed and not answer:  # nobody can press a button that is enabled only by leaving a field
        st.info("First give an answer.", icon=":material/edit:")
    elif pressed:
        settings, own, facts = queries.settings(), viewer().id, progress.facts
        work.begin(name, lambda: doing.check(settings, own, quest, facts, answer))
        st.rerun()
    if job is not None:
        work.watch(name, lambda running: _draw_check(quest, running))
        _again_if(job.done and job.began != progress.checked_at)


def _given(quest: Quest, progress: Progress) -> str:
    """The answer so far; of a deed there is nothing to say."""
    key, label = f"answer-{quest.key}-{progress.set_up_at:.0f}", quest.ask.label
    match quest.ask.kind:
        case "deed":
            return "done"
        case "choice":
            return st.radio(label, quest.ask.choices, index=None, key=key) or ""
        case "value":
            return st.text_input(label, key=key).strip()
        case _:
            return typed(key, worded(quest.ask.begins_with, progress), label).strip()


def _draw_check(quest: Quest, job: Job) -> None:
    if job.running and not job.told:
        st.status(f"Asking the lake: {show.duration(job.elapsed)}", state="running")
    elif job.error:
        st.error(show.plain(job.error), icon=":material/error:")
    for verdict in (each for each in job.told if isinstance(each, Verdict)):
        if not verdict.solved:
            st.warning(f"Not yet. {show.plain(verdict.says)}", icon=":material/close:")
            continue
        st.success(f"Solved. {show.plain(verdict.says)}", icon=":material/check_circle:")
        for number, each in enumerate(verdict.proof):
            show.evidence(each, key=f"proof-{quest.key}-{number}")


def _explain(quest: Quest) -> None:
    with st.container(border=True, key=f"explain-{quest.key}"):
        st.markdown(f"**Why it works.** {show.plain(quest.explain)}")
        title = next(step.title for step in steps() if step.key == quest.step)
        words = f"On stage: {title}"
        if st.button(words, key=f"to-step-{quest.key}", icon=":material/arrow_outward:"):
            navigation.go_to(quest.step)
