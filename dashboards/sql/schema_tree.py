"""Schema tree: the views, what each shows, and its columns with types and comments."""

from __future__ import annotations

import streamlit as st

from dashboards import queries, show

VIEWS = """\
SELECT table_name, comment
FROM information_schema.tables
WHERE table_schema = 'main'
ORDER BY table_name"""

COLUMNS = """\
SELECT table_name, column_name, data_type, comment
FROM information_schema.columns
WHERE table_schema = 'main'
ORDER BY table_name, ordinal_position"""


def schema_tree() -> None:
    """One entry a view, as the catalogue tells; opened, its columns."""
    views, columns = queries.frame(VIEWS), queries.frame(COLUMNS)
    st.markdown(f"**{len(views)} views**")
    for name, comment in views.itertuples(index=False):
        of_view = columns[columns["table_name"] == name].drop(columns="table_name")
        with st.expander(name, icon=":material/table_view:"):
            st.caption(show.plain(comment))
            st.dataframe(
                of_view.rename(columns={"column_name": "column", "data_type": "type"}),
                hide_index=True,
                height=260,
                key=f"columns-{name}",
            )
    with st.popover("The SQL of this list", icon=":material/code:"):
        st.code(VIEWS, language="sql")
        st.code(COLUMNS, language="sql")
