"""Quest: a month's loss ratio, computed by hand from silver, equals the view's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dashboards.evidence import Evidence, ask_spark, stopwatch
from dashboards.quests.asking import one_of, proof, rows, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.sandbox import Sandbox
from dashboards.workbench.guard import permitted
from dashboards.workbench.running import fetched
from lakehouse.errors import QueryRefused

KPIS = "petinsure_gold.monthly_kpis"
NEEDED = ("petinsure_silver.fact_claims", "petinsure_silver.dim_policies")
FIGURES = "total_paid_amount, earned_premium, loss_ratio"


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Choose a month that is over; nothing is changed."""
    found = rows(
        sandbox,
        f"SELECT year_month FROM {KPIS}\n"
        "WHERE loss_ratio > 0\n"
        f"  AND month < (SELECT max(month) FROM {KPIS} WHERE earned_premium > 0)",
    )
    month = one_of(found, "month with claims and premiums")["year_month"]
    yield ask_spark(
        sandbox.spark,
        f"What gold says of {month}",
        f"SELECT year_month, {FIGURES}\nFROM {KPIS}\nWHERE year_month = '{month}'",
        note="`vw_monthly_kpis` serves this row.",
    )
    yield {"month": month}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Run the statement, which must read silver alone, and compare its number with gold's."""
    try:
        may = permitted(answer, sandbox.database)
        unread = [name for name in NEEDED if name not in may.tables]
        if any(name.startswith("petinsure_gold.") for name in may.tables) or unread:
            says = f"By hand means from {' and '.join(NEEDED)}, and from nothing of gold."
            return Verdict(False, says)
        with stopwatch() as watch:
            found = fetched(sandbox, may.sql, 2)
    except QueryRefused as refusal:
        return Verdict(False, str(refusal))
    if found.shape != (1, 1):
        says = f"Give one number: yours has {len(found)} rows of {len(found.columns)} columns."
        return Verdict(False, says)
    gold = proof(
        sandbox,
        "Gold's figures",
        f"SELECT year_month, {FIGURES}\nFROM {KPIS}\nWHERE year_month = '{facts['month']}'",
    )
    mine = Evidence("By hand, from silver", answer.strip(), "sql", watch.seconds, found)
    return _compared(mine, gold)


def _compared(mine: Evidence, gold: Evidence) -> Verdict:
    given = next(iter(told(mine)[0].values()))
    try:
        number = round(Decimal(str(given)), 2)
    except InvalidOperation:
        return Verdict(False, f"That is no number: {given}.")
    if not told(gold):
        return Verdict(False, "The lake has changed since: set the quest up again.")
    right = told(gold)[0]
    if number == right["loss_ratio"]:
        return Verdict(True, f"{number} per cent by hand, {number} per cent in gold.", (mine, gold))
    return Verdict(
        False,
        f"Yours is {number}, gold's {right['loss_ratio']}: {right['total_paid_amount']:,} paid on "
        f"approved claims, of {right['earned_premium']:,} earned day by day.",
    )


BEGINS = """WITH month AS (
  SELECT DATE'{month}-01' AS first, add_months(DATE'{month}-01', 1) AS next
)
SELECT round(100 * 0 / 1, 2) AS loss_ratio
FROM month"""

QUEST = Quest(
    key="loss-ratio-by-hand",
    place=8,
    title="The loss ratio, by hand",
    story="The auditor trusts no view: a loss ratio is what was paid of what was earned, and she "
    "wants to see it computed. Gold says what it is in {month}; prove it from silver.",
    task="Write a SELECT on `petinsure_silver` that gives the loss ratio of {month}, in per cent "
    "with two decimals.",
    ask=Ask("sql", "Your statement", begins_with=BEGINS),
    hints=(
        "Paid: `paid_amount` of claims with a `service_date` in the month and status Approved or "
        "Partially Approved. Only rows that are valid and no duplicates.",
        "Earned: each policy's `monthly_premium`, times its days in force in the month, by the "
        "days of the month, rounded to the cent. It is in force from `effective_date` until "
        "before the earlier of `expiration_date` and `cancellation_date`.",
        "Days in force: `greatest(0, datediff(least(next, expiration_date, cancellation_date), "
        "greatest(first, effective_date)))`; `least` passes over nulls.",
        "Two sums as subqueries: `(SELECT sum(…) FROM petinsure_silver.fact_claims, month WHERE …)`"
        " and `(SELECT sum(round(monthly_premium * … / datediff(next, first), 2)) FROM "
        "petinsure_silver.dim_policies, month WHERE …)`.",
    ),
    explain="A measure is a definition: which claims count as paid, which days as earned, where "
    "it is rounded. Here it stands once, in `lakehouse/measures`, and every table uses it; the "
    "page Tables shows its source.",
    step="gold-aggregations",
    tried="SELECT * FROM petinsure_gold.monthly_kpis WHERE year_month = '{month}'",
    set_up=set_up,
    check=check,
)
