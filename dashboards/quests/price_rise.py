"""Quest: the day on which a price rose, in a table that only has today's prices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected
from dashboards.quests.asking import CHANCE, one_of, proof, rows, same, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import made
from dashboards.sandbox import Sandbox

TABLE = "price_list"
DAYS = 5


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """A list of prices, brought up to date once a day; on one day one price rises."""
    today = datetime.now(UTC).date()
    first = today - timedelta(days=DAYS)
    query = (
        "SELECT provider_id, provider_name,\n"
        "  CAST(40 + pmod(hash(provider_id), 60) AS DECIMAL(9,2)) AS exam_fee,\n"
        f"  DATE'{first}' AS listed_on\n"
        "FROM petinsure_silver.dim_providers\nWHERE _is_valid AND NOT _is_duplicate"
    )
    yield made(sandbox, TABLE, query, {"delta.enableChangeDataFeed": "true"})
    table = sandbox.table(TABLE)
    ids = [row["provider_id"] for row in rows(sandbox, f"SELECT provider_id FROM {table}")]
    dear = one_of(ids, "provider")
    rises = CHANCE.randint(1, DAYS)
    for day in range(1, DAYS + 1):
        raised = dear if day == rises else CHANCE.choice([one for one in ids if one != dear])
        sql = (
            f"UPDATE {table}\nSET listed_on = DATE'{first + timedelta(days=day)}',\n"
            f"  exam_fee = IF(provider_id = '{raised}', exam_fee + 15, exam_fee)"
        )
        yield Secret(act(sandbox, f"Day {day}", sql, facts=affected("rows")))
    yield {"provider_id": dear}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """The day whose listed fee is more than that of the version before."""
    provider = facts["provider_id"]
    listed = proof(
        sandbox,
        "What the list said of it, version by version",
        "SELECT _commit_version AS version, CAST(listed_on AS STRING) AS listed_on, exam_fee,\n"
        "  exam_fee - lag(exam_fee) OVER (ORDER BY _commit_version) AS more\n"
        f"FROM table_changes('{sandbox.table(TABLE)}', 0)\n"
        f"WHERE provider_id = '{provider}' AND _change_type <> 'update_preimage'\n"
        "ORDER BY version",
    )
    found = told(listed)
    rises = [row["listed_on"] for row in found if row["version"] and row["more"] > 0]
    if any(same(answer, day) for day in rises):
        return Verdict(True, f"On {rises[0]} the fee of {provider} rose.", (listed,))
    on_day = [row for row in found if same(answer, row["listed_on"])]
    if on_day:
        says = f"On {answer.strip()} its fee was {on_day[0]['exam_fee']}, as on the day before."
        return Verdict(False, says)
    return Verdict(False, f"No list of {answer.strip()} was there; write a day as 2026-01-31.")


QUEST = Quest(
    key="price-rise",
    place=9,
    title="The day a price rose",
    story="{provider_id} swears that its fee for an examination has always been what it is now. "
    "The list is overwritten every day and knows today's prices only, it would seem.",
    task="On which day (`listed_on`) did `exam_fee` of {provider_id} rise in `price_list`?",
    ask=Ask("value", "The day, as yyyy-mm-dd"),
    hints=(
        "Every version is still there: `SELECT * FROM price_list VERSION AS OF 0`.",
        "Go through the versions one by one, or ask for all at once: "
        "`table_changes('price_list', 0)` has every row of every commit.",
        "`WHERE provider_id = '…' AND _change_type <> 'update_preimage' ORDER BY _commit_version`",
    ),
    explain="An overwritten value is gone from the newest version only. As long as VACUUM leaves "
    "the files alone, time travel reads each version whole, and the change data feed tells the "
    "differences without comparing them.",
    step="versions-of-the-lake",
    tried="SELECT * FROM price_list WHERE provider_id = '{provider_id}'",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
