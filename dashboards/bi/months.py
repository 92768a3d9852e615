"""Months: which are over, and how charts tell those that are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboards import queries
from lakehouse.lake_file import read_note
from lakehouse.serving.figures.kpis import first_open_day
from lakehouse.storage import Lake

OVER, OPEN = "over", "not over yet"


@dataclass(frozen=True)
class Calendar:
    """The day that the lake's data runs up to, and the first day that is in no whole month."""

    as_of: date
    open_from: date

    @property
    def last_month(self) -> str:
        """The last whole month, as yyyy-mm."""
        return f"{self.open_from - timedelta(days=1):%Y-%m}"

    @property
    def note(self) -> str:
        """What a reader of a chart by month must know."""
        return (
            f"Data runs up to {self.as_of:%d %B %Y}: from {self.open_from:%B %Y} on no "
            "month is over, so its bar is told apart and lines end before it."
        )

    def marked(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The months, each with whether it is over."""
        over = rows["year_month"].astype(str) <= self.last_month
        return rows.assign(state=over.map({True: OVER, False: OPEN}))

    def whole(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The months that are over."""
        return rows[rows["year_month"].astype(str) <= self.last_month]


def calendar() -> Calendar:
    """Of this lake. Raises `LakeEmpty` where nothing was generated yet."""
    as_of = read_note(Lake(queries.settings())).as_of
    return Calendar(as_of, first_open_day(as_of))


def at(sql: str, day: date) -> str:
    """A statement with a day in place of its one parameter, as it is executed and shown."""
    return sql.replace("$1", f"'{day}'")
