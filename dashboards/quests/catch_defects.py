"""Quest: one rule that catches most defects and hardly ever cries wolf."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected
from dashboards.quests.asking import CHANCE, proof, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox
from dashboards.workbench.guard import condition
from lakehouse.errors import QueryRefused

TABLE = "rule_claims"
COLUMNS = (
    "claim_id, status, service_date, submitted_date, pet_date_of_birth, claim_amount, "
    "covered_amount, paid_amount"
)
WHERE = "_is_valid AND NOT _is_duplicate AND paid_amount <= covered_amount AND claim_amount < 50000"
CAUGHT = 90
"""Per cent of the defects that are to be caught."""
ALARMS = 1
"""Per cent of the good rows that may be taken for bad ones."""


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Good claims, then about one in five spoilt, in one of four ways."""
    yield copied(sandbox, "petinsure_silver.fact_claims", TABLE, columns=COLUMNS, where=WHERE)
    salt = CHANCE.randrange(10**6)
    kind = f"pmod(hash(claim_id, {salt}), 20)"
    sql = (
        f"UPDATE {sandbox.table(TABLE)}\nSET claim_amount = CASE {kind}\n"
        "    WHEN 0 THEN -claim_amount WHEN 1 THEN claim_amount + 1000000 ELSE claim_amount END,\n"
        f"  submitted_date = IF({kind} = 2, date_sub(service_date, 9), submitted_date),\n"
        f"  pet_date_of_birth = IF({kind} = 3, date_add(service_date, 30), pet_date_of_birth)\n"
        f"WHERE {kind} < 4"
    )
    yield Secret(act(sandbox, "What was spoilt", sql, facts=affected("rows_spoilt")))
    yield {}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Hold the rule against what differs from version 0."""
    from pyspark.errors import PySparkException

    try:
        rule = condition(answer)
    except QueryRefused as refusal:
        return Verdict(False, str(refusal))
    table, names = sandbox.table(TABLE), COLUMNS.split(", ")
    differs = " OR ".join(f"n.{name} IS DISTINCT FROM o.{name}_then" for name in names[1:])
    then = ", ".join(f"{name} AS {name}_then" for name in names)
    try:
        counted = proof(
            sandbox,
            "Your rule, held against what was spoilt",
            "SELECT count_if(spoilt) AS planted, count_if(spoilt AND NOT passes) AS caught,\n"
            "  count_if(NOT spoilt) AS good, count_if(NOT spoilt AND NOT passes) AS false_alarms\n"
            f"FROM (\n  SELECT {differs} AS spoilt,\n    ({rule}) AS passes\n"
            f"  FROM {table} AS n\n  JOIN (SELECT {then}\n    FROM {table} VERSION AS OF 0) AS o\n"
            "  ON n.claim_id = o.claim_id_then\n)",
        )
    except PySparkException as error:
        return Verdict(False, f"The engine does not take that rule: {str(error).splitlines()[0]}")
    return _judged(counted)


def _judged(counted: Evidence) -> Verdict:
    found = {name: int(value) for name, value in told(counted)[0].items()}
    caught, alarms = found["caught"], found["false_alarms"]
    says = f"It catches {caught:,} of {found['planted']:,} defects, with {alarms:,} false alarms."
    if 100 * alarms > ALARMS * found["good"]:
        return Verdict(False, f"{says} Too many good claims are refused: be less strict.")
    if 100 * caught < CAUGHT * found["planted"]:
        return Verdict(False, f"{says} There are four kinds of defect; which are still missing?")
    return Verdict(True, says, (counted,))


QUEST = Quest(
    key="catch-defects",
    place=11,
    title="A rule that catches most defects",
    story="About one claim in five of this delivery is spoilt, in four ways, as real deliveries "
    "are. A rule that lets them pass costs money, and one that cries wolf costs patience.",
    task=f"Write one condition that good rows of `rule_claims` meet: it is to catch {CAUGHT} per "
    f"cent of the defects, and to refuse {ALARMS} per cent of the good rows at most.",
    ask=Ask("condition", "Your rule", begins_with="claim_amount > 0"),
    hints=(
        "Look at the extremes: the least and the most of each number, the order of the dates.",
        "Amounts: above zero, and below what any treatment of a pet costs.",
        "Dates: handed in on or after the day of service, which is on or after the birth.",
        "`claim_amount BETWEEN 0.01 AND 100000 AND submitted_date >= service_date AND "
        "service_date >= pet_date_of_birth`",
    ),
    explain="Silver's rules are such conditions, one fact each, so that a row can name those it "
    "breaks. The page Planted, caught, false alarms holds them against the ledger of planted "
    "defects in the same way.",
    step="planted-defects",
    tried="SELECT min(claim_amount), max(claim_amount), min(datediff(submitted_date, "
    "service_date))\nFROM rule_claims",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
