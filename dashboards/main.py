"""Main: the page that holds every page: cockpit at the side, menu on top, the step itself."""

from __future__ import annotations

import streamlit as st

from dashboards.cockpit import cockpit
from dashboards.navigation import go_on, menu, shown
from dashboards.show import failed
from dashboards.style import style
from dashboards.theme import MARK
from dashboards.viewer import viewer

st.set_page_config(page_title="PetInsure360 walkthrough", page_icon=str(MARK), layout="wide")
page = st.navigation(menu(), position="top")
viewer()
style()
cockpit(shown(page))
try:
    page.run()
except Exception as error:  # the way on stays open, whatever a page ran into
    failed(error)
go_on(shown(page))
