"""Explorer: a container of the lake as a storage explorer shows it, folder by folder."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.preview import Preview, preview
from dashboards.storage_tree import Entry, entries, kind, written_size
from lakehouse.storage import CONTAINERS, Lake, LakeFile, spark_url

PLACE = "explorer-place"


@dataclass(frozen=True)
class Place:
    """Where a viewer stands in the lake: a folder of a container, and the open file in it."""

    container: str = "raw"
    folder: str = ""
    file: str | None = None


def place() -> Place:
    """Where this viewer stands."""
    found = st.session_state.get(PLACE)
    return found if isinstance(found, Place) else Place()


def stand_at(container: str, folder: str = "", file: str | None = None) -> None:
    """Stand there from now on."""
    st.session_state[PLACE] = Place(container, folder, file)


def explorer() -> None:
    """Containers, the way down to here, what is here, and the open file."""
    here = place()
    _containers(here)
    _way(here)
    lake = Lake(queries.settings())
    prefix = f"{here.folder}/" if here.folder else ""
    with stopwatch() as watch:
        files = lake.files(here.container, prefix)
    found = entries(files, here.folder)
    code = f'Lake(settings).files("{here.container}", "{prefix}")'
    st.caption(f"`{code}`: {len(files):,} files in {show.duration(watch.seconds)}")
    if not found:
        st.info("There is nothing here.", icon=":material/folder_off:")
        return
    left, right = st.columns([3, 2], gap="medium") if here.file else (st.container(), None)
    with left:
        _list(here, found)
    if right is not None:
        with right:
            _open(here, files, lake)


def _containers(here: Place) -> None:
    with st.container(horizontal=True, gap="small"):
        for name in CONTAINERS:
            st.button(
                name,
                key=f"container-{name}",
                icon=":material/database:",
                type="primary" if name == here.container else "secondary",
                on_click=stand_at,
                args=[name],
            )


def _way(here: Place) -> None:
    """The folders above, each a step back."""
    parts = here.folder.split("/") if here.folder else []
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="way"):
        st.button(
            here.container,
            key="way-top",
            type="tertiary",
            icon=":material/home_storage:",
            on_click=stand_at,
            args=[here.container],
        )
        for depth, part in enumerate(parts):
            st.button(
                part,
                key=f"way-{depth}",
                type="tertiary",
                icon=":material/chevron_right:",
                on_click=stand_at,
                args=[here.container, "/".join(parts[: depth + 1])],
            )
    st.caption(f"`{spark_url(queries.settings(), here.container, here.folder)}`")


def _list(here: Place, found: list[Entry]) -> None:
    rows = pd.DataFrame(
        {
            "name": [f"{each.name}/" if each.folder else each.name for each in found],
            "kind": [kind(each) for each in found],
            "files": [f"{each.files:,}" if each.folder else "" for each in found],
            "size": [written_size(each.size) for each in found],
            "modified (UTC)": [f"{each.modified:%Y-%m-%d %H:%M:%S}" for each in found],
        }
    )
    key = f"list-{here.container}-{here.folder}"
    chosen = st.dataframe(
        rows,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-cell",
        height=min(560, 38 + 35 * len(rows)),
        column_config={"name": {"width": "large"}},
    )
    selected = chosen["selection"]["cells"]
    if not selected:
        return
    entry = found[selected[0][0]]
    if entry.folder:
        del st.session_state[key]
        stand_at(here.container, entry.path)
        st.rerun()
    if entry.path != here.file:
        stand_at(here.container, here.folder, entry.path)
        st.rerun()


def _open(here: Place, files: list[LakeFile], lake: Lake) -> None:
    file = next((each for each in files if each.path == here.file), None)
    if file is None:
        return
    name = file.path.rsplit("/", 1)[-1]
    with stopwatch() as watch:
        found = preview(lake, here.container, file.path, file.size)
    with st.container(border=True, key="open-file"):
        st.markdown(f"**{name}**")
        st.caption(f"{written_size(file.size)}, {file.modified:%Y-%m-%d %H:%M:%S} UTC")
        _content(found, watch.seconds)
        st.button(
            "Close",
            key="close-file",
            icon=":material/close:",
            on_click=stand_at,
            args=[here.container, here.folder],
        )


def _content(found: Preview, seconds: float) -> None:
    if found.document is not None:
        st.json(found.document, expanded=2)
    if found.text is not None:
        st.code(found.text, language=None, wrap_lines=True)
    if found.rows is not None or found.facts:
        read = Evidence("The first of it", found.code, "python", seconds, found.rows)
        show.evidence(read, key="preview")
    if found.facts:
        show.facts(found.facts)
    if found.schema is not None:
        with st.expander("Columns"):
            show.table(found.schema, key="preview-schema")
