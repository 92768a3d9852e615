"""Quest: bring a table back to how people left it, before a job ruined it by night."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected, history
from dashboards.quests.asking import CHANCE, people, proof, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox

TABLE = "yesterday_policies"
NIGHT = "night job"
COLUMNS = "policy_id, plan_name, monthly_premium, status, effective_date"
DAYS_WORK = (
    "UPDATE {table}\nSET monthly_premium = monthly_premium + 1\nWHERE plan_name = 'Basic'",
    "UPDATE {table}\nSET status = 'Active'\nWHERE status = 'Pending'",
    "DELETE FROM {table}\nWHERE status = 'Expired' AND plan_name = 'Basic'",
)
NIGHTS_WORK = (
    "UPDATE {table}\nSET monthly_premium = 0\nWHERE plan_name = 'Premium'",
    "DELETE FROM {table}\nWHERE plan_name = 'Unlimited'",
)


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """People do their day's work, then a job ruins the premiums by night."""
    where = "_is_valid AND NOT _is_duplicate"
    yield copied(sandbox, "petinsure_silver.dim_policies", TABLE, columns=COLUMNS, where=where)
    done = DAYS_WORK[: CHANCE.randint(1, len(DAYS_WORK))]
    names = [*people(len(done)), *[NIGHT] * len(NIGHTS_WORK)]
    for name, statement in zip(names, (*done, *NIGHTS_WORK), strict=True):
        sql = statement.format(table=sandbox.table(TABLE))
        with sandbox.another(name) as session:
            told_of = act(sandbox, f"By {name}", sql, spark=session, facts=affected("rows"))
            yield Secret(told_of)
    yield {}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Whether the rows are those of the last version before the job's first commit."""
    table = sandbox.table(TABLE)
    made = history(sandbox.spark, table, "The history: the mistake, and its repair")
    first = min(row["version"] for row in told(made) if row["who"] == NIGHT)
    then = f"(SELECT * FROM {table} VERSION AS OF {first - 1})"
    compared = proof(
        sandbox,
        f"Rows now against rows of version {first - 1}",
        f"SELECT (SELECT count(*) FROM (SELECT * FROM {table} EXCEPT ALL {then})) AS not_of_then,\n"
        f"  (SELECT count(*) FROM ({then} EXCEPT ALL SELECT * FROM {table})) AS missing_of_then",
    )
    strange, missing = told(compared)[0].values()
    if not strange and not missing:
        says = f"The table is as it was in version {first - 1}, before the job began."
        return Verdict(True, says, (compared, made))
    return Verdict(
        False,
        f"Not yet as people left it: {strange:,} rows are not of then, and {missing:,} of then "
        "are missing. Which was the last version that no job had touched?",
    )


QUEST = Quest(
    key="restore-yesterday",
    place=2,
    title="Restore yesterday",
    story="Since a job ran at night, Premium plans cost nothing and Unlimited plans are gone. "
    "Before it, colleagues had changed the table by day, and their work must not be lost.",
    task="Bring `yesterday_policies` back to how the last colleague left it, before the job.",
    ask=Ask("deed"),
    hints=(
        "The history says which commits are the job's: `DESCRIBE HISTORY yesterday_policies`.",
        "Version 0 is too early: it lacks the colleagues' work. You want the version right before "
        "the job's first one.",
        "`RESTORE TABLE yesterday_policies TO VERSION AS OF …`",
    ),
    explain="RESTORE names the old files again and writes none, so it takes as long for a large "
    "table as for a small one. It is a commit itself: the mistake stays in the history, and a "
    "wrong RESTORE can be undone by another.",
    step="disaster-and-restore",
    tried="DESCRIBE HISTORY yesterday_policies",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
