"""Page: the glossary, each term with a link to the page that shows it."""

from __future__ import annotations

import streamlit as st

from dashboards import navigation, show
from dashboards.glossary import Term, found, terms
from dashboards.registry import pages, steps
from dashboards.step import Page

PAGE = Page(
    key="glossary",
    place=50,
    title="Glossary",
    about="The field's words in ours, each with the place where you can see it happen.",
    icon=":material/dictionary:",
)


def render() -> None:
    """Search, and the terms that were found."""
    words = st.text_input(
        "Search",
        placeholder=f"{sum(map(len, terms().values()))} terms, such as checkpoint or deductible",
        icon=":material/search:",
        key="glossary-words",
        label_visibility="collapsed",
    )
    some = found(words)
    if not some:
        st.info(f"No term has “{words}” in it.", icon=":material/info:")
    titles = {step.key: step.title for step in steps()}
    titles |= {page.key: page.title for page in pages()}
    for field, listed in some.items():
        st.subheader(field, anchor=False)
        for first in range(0, len(listed), 2):
            for place, term in zip(st.columns(2), listed[first : first + 2], strict=False):
                with place:
                    _term(term, titles[term.shown_on])


def _term(term: Term, title: str) -> None:
    with st.container(border=True, height="stretch", key=f"term-{term.name.replace(' ', '-')}"):
        also = f" · also {', '.join(term.also)}" if term.also else ""
        st.markdown(f"**{term.name}**:gray[{also}]  \n{show.plain(term.meaning)}")
        if st.button(
            f"See it: {title}",
            key=f"see-{term.name}",
            type="tertiary",
            icon=":material/arrow_outward:",
        ):
            navigation.go_to(term.shown_on)
