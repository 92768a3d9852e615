"""States: a tile a US state, about where it lies, so that a map needs no shapes from elsewhere."""

from __future__ import annotations

import pandas as pd

GRID = """\
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. .. .. .. VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT ..
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. .."""
"""Rows from north to south, columns from west to east."""


def tiles() -> pd.DataFrame:
    """Every state with the row and column of its tile."""
    found = [
        (state, row, column)
        for row, line in enumerate(GRID.splitlines())
        for column, state in enumerate(line.split())
        if state != ".."
    ]
    return pd.DataFrame(found, columns=["state", "row", "column"])
