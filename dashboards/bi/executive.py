"""Executive page: key figures of twelve whole months against the twelve before, and by month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.bi.charts import large, numeric
from dashboards.bi.months import OPEN, OVER, Calendar, at
from dashboards.bi.panel import panel, sql_of
from dashboards.etl.asking import asked
from dashboards.evidence import Evidence
from lakehouse.serving.figures.kpis import CUSTOMERS, MONTHS, PROCESSING, TOTALS, change

Good = Literal["normal", "inverse", "off"]


@dataclass(frozen=True)
class Figure:
    """A key figure: how it is called, written, and whether more of it is good."""

    name: str
    label: str
    form: str
    decimals: int
    good: Good
    points: bool = False

    def written(self, value: Decimal) -> str:
        """A value of it as people read it."""
        return self.form.format(f"{rounded(value, self.decimals):,}")


FIGURES = (
    Figure("loss_ratio", "Loss ratio", "{} %", 1, "inverse", points=True),
    Figure("earned_premium", "Premium earned", "${}", 0, "normal"),
    Figure("total_paid_amount", "Paid to customers", "${}", 0, "off"),
    Figure("total_claims", "Claims", "{}", 0, "off"),
    Figure("approval_rate", "Approved", "{} %", 1, "off", points=True),
    Figure("average_processing_days", "Days to decide", "{}", 1, "inverse"),
    Figure("customers", "Customers", "{}", 0, "normal"),
    Figure("active_policies", "Policies in force", "{}", 0, "normal"),
)
SIDE_BY_SIDE = 4


def rounded(value: Decimal, decimals: int) -> Decimal:
    """To so many decimals, halves away from zero, as the portal rounds."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def executive(of: Calendar) -> None:
    """Tiles, then loss ratio, money and policies by month."""
    st.caption(
        f"Twelve whole months up to {of.last_month}, against the twelve before; customers and "
        "policies at their ends."
    )
    told = (
        asked("Totals by period", at(TOTALS, of.open_from)),
        asked("Days to decide", at(PROCESSING, of.open_from)),
        asked("Customers by then", at(CUSTOMERS, of.open_from)),
    )
    _tiles(*told)
    sql_of("tiles", *told)
    panel(
        "loss-ratio",
        "How much of the premium do claims take?",
        MONTHS,
        lambda rows: _loss_ratio(of, rows),
        note=of.note,
    )
    left, right = st.columns(2, gap="medium")
    with left:
        panel(
            "claimed", "What is claimed, month by month?", MONTHS, lambda rows: _claimed(of, rows)
        )
    with right:
        panel("in-force", "Do we grow?", MONTHS, lambda rows: _in_force(of, rows))


def key_figures(
    totals: pd.DataFrame, processing: pd.DataFrame, customers: pd.DataFrame
) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """Each figure over the year and over the year before; None where there is none."""
    periods = {row["period"]: dict(row) for _, row in totals.iterrows()}
    for _, row in processing.iterrows():
        periods.setdefault(row["period"], {}).update(row)
    now = customers.iloc[0]
    periods.setdefault("year", {})["customers"] = now["month"]
    periods.setdefault("year_before", {})["customers"] = now["year_before"]
    return {
        figure.name: (
            _exact(periods.get("year", {}).get(figure.name)),
            _exact(periods.get("year_before", {}).get(figure.name)),
        )
        for figure in FIGURES
    }


def _tiles(*told: Evidence) -> None:
    found = key_figures(*(each.rows for each in told if each.rows is not None))
    for begin in range(0, len(FIGURES), SIDE_BY_SIDE):
        row = FIGURES[begin : begin + SIDE_BY_SIDE]
        for figure, place in zip(row, st.columns(SIDE_BY_SIDE), strict=True):
            current, previous = found[figure.name]
            changed = change(current, previous, points=figure.points)
            unit = "points" if figure.points else "%"
            place.metric(
                figure.label,
                "none" if current is None else figure.written(current),
                None if changed is None else f"{rounded(changed, 1):+} {unit}",
                delta_color=figure.good,
                border=True,
            )


def _loss_ratio(of: Calendar, rows: pd.DataFrame) -> Any:
    drawn = numeric(of.whole(rows))
    line = alt.Chart(drawn).mark_line(point=alt.OverlayMarkDef(size=70), strokeWidth=4)
    line = line.encode(
        x=_month(),
        y=alt.Y("loss_ratio:Q", title="Paid in % of earned premium", scale=alt.Scale(zero=True)),
        tooltip=["year_month", "loss_ratio", "total_paid_amount", "earned_premium"],
    )
    return large(line, 300)


def _claimed(of: Calendar, rows: pd.DataFrame) -> Any:
    drawn = numeric(of.marked(rows))
    bars = alt.Chart(drawn).mark_bar(cornerRadiusEnd=3)
    bars = bars.encode(
        x=_month(),
        y=alt.Y("total_claim_amount:Q", title="US dollars", axis=alt.Axis(format="~s")),
        color=alt.Color("state:N", title="Month is", sort=[OVER, OPEN]),
        tooltip=["year_month", "state", "total_claims", "total_claim_amount"],
    )
    return large(bars, 280)


def _in_force(of: Calendar, rows: pd.DataFrame) -> Any:
    drawn = of.whole(rows)
    area = alt.Chart(drawn).mark_area(opacity=0.35, line={"strokeWidth": 4})
    area = area.encode(
        x=_month(),
        y=alt.Y("active_policies:Q", title="Policies in force"),
        tooltip=["year_month", "active_policies", "new_policies"],
    )
    return large(area, 280)


def _month() -> alt.X:
    every_third = alt.Axis(
        labelExpr="indexof(['01','04','07','10'], slice(datum.value, 5)) >= 0 ? datum.value : ''",
        labelAngle=0,
        labelOverlap=True,
    )
    return alt.X("year_month:O", title=None, axis=every_third)


def _exact(value: object) -> Decimal | None:
    return None if value is None or pd.isna(value) else Decimal(str(value))
