"""Step: submit a claim and see its event arrive; from here on that claim is followed."""

from __future__ import annotations

import json
from collections.abc import Iterator

import streamlit as st

from dashboards import following, queries, show, work
from dashboards.evidence import Evidence, stopwatch
from dashboards.listening import STREAM, Heard, listen
from dashboards.panel import panel
from dashboards.portal import portal_url, posted
from dashboards.step import Step
from dashboards.work import Job
from insurance.identities import LOGINS
from insurance.scenarios import SCENARIOS, Refused, Scenario

STEP = Step(
    key="submit-a-claim",
    part=1,
    place=2,
    title="Submit a claim",
    minutes=2,
    essential=True,
    say=(
        "In the portal, choose a story from the drop-down and submit it. Keep an eye on this page.",
        "The claim is in the lake before the portal says thank you, and the event is here at once.",
        "From now on we follow exactly this claim, through every layer, to the dashboard.",
    ),
    more=(
        "The event comes over a WebSocket, the same that the portal's own pages listen to.",
        "A claim is one new file, created only where none is: no claim overwrites another, and "
        "none lands twice, however often it is sent.",
    ),
)

LISTEN = "listen"
LOOK = 0.7  # seconds between two looks at what was heard
EMAILS = {login.customer_id: login.email for login in LOGINS}
OFFERED = [each for each in SCENARIOS.values() if not isinstance(each.outcome, Refused)]
FIRST = "broken-leg"


def render() -> None:
    """Two ways to submit, and the stream that tells of it."""
    work.begin(LISTEN, listen, follows=True)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("In the portal", anchor=False)
        st.markdown("Sign in as a customer, choose **Submit a claim**, pick a story, submit it.")
        url = f"{portal_url(queries.settings())}/submit"
        st.link_button("To the portal's form", url, icon=":material/open_in_new:", key="to-form")
        st.subheader("Or from here", anchor=False)
        scenario = st.selectbox(
            "Story",
            OFFERED,
            index=[each.key for each in OFFERED].index(FIRST),
            format_func=lambda each: f"{each.title} ({each.customer_id}, {each.group})",
            key="story",
        )
        st.caption(scenario.story)
        panel(
            "submit",
            "Submit it",
            lambda: _submit(scenario),
            needs="portal",
            icon=":material/send:",
        )
    with right:
        st.subheader("What the portal tells, as it comes", anchor=False)
        work.watch(LISTEN, _draw, every=LOOK)


def _submit(scenario: Scenario) -> Iterator[Evidence]:
    email = EMAILS[scenario.customer_id]
    portal = queries.portal(email)
    draft = portal.draft(scenario.key)
    with stopwatch() as watch:
        receipt = portal.submit(draft)
    code = posted(portal.url, email, draft)
    facts = {"claim": receipt["id"], "bytes in raw": receipt["size"]}
    note = f"It is a file already: `{receipt['path']}`."
    yield Evidence(scenario.title, code, "http", watch.seconds, note=note, facts=facts)


def _draw(job: Job) -> None:
    heard = [each for each in job.told if isinstance(each, Heard) and each.notice]
    landed = [each for each in heard if each.kind == "claim_landed"]
    _follow_the_first(job, landed)
    if not heard:
        doing = "Listening; nothing was told yet" if job.told else "Connecting to the portal"
        st.status(doing, state="running")
        return
    url = portal_url(queries.settings()).replace("http", "ws", 1)
    for number, each in list(enumerate(heard))[:-6:-1]:
        frame = json.dumps(each.notice, indent=1, ensure_ascii=False)
        code = f"{url}{STREAM}\n\n{frame}"
        found = Evidence(each.notice["title"], code, "json", each.delay, note=each.notice["body"])
        show.evidence(found, key=f"heard-{number}")
        claim_id = each.notice["claim_id"]
        if each in landed and claim_id != following.followed():
            st.button(
                "Follow this one instead",
                key=f"follow-{claim_id}",
                on_click=following.follow,
                args=[claim_id],
            )


def _follow_the_first(job: Job, landed: list[Heard]) -> None:
    """The first claim that lands while this page listens is the one that is followed."""
    if landed and st.session_state.get("followed-of") != job.began:
        st.session_state["followed-of"] = job.began
        following.follow(landed[0].notice["claim_id"])
        st.rerun()
