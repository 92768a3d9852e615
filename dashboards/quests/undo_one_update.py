"""Quest: undo a disastrous UPDATE, and keep what others did after it."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected, history
from dashboards.lessons.customers import COLUMNS, SOURCE, SURVIVORS
from dashboards.quests.asking import CHANCE, PEOPLE, people, proof, rows, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox

TABLE = "undo_customers"
CAME = 5
LEFT = 3


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Somebody forgets the WHERE; then, unaware, customers come and leave."""
    yield copied(sandbox, SOURCE, TABLE, columns=COLUMNS, where=SURVIVORS)
    table = sandbox.table(TABLE)
    ids = [row["customer_id"] for row in rows(sandbox, f"SELECT customer_id FROM {table}")]
    leaving = ", ".join(f"'{one}'" for one in CHANCE.sample(ids, LEFT))
    statements = (
        f"UPDATE {table}\nSET lifetime_value = 0, email = 'nobody@example.com'",
        f"INSERT INTO {table}\nSELECT format_string('NEW-%03d', id), 'New', 'Customer',\n"
        f"  concat('new', id, '@example.com'), 'CA', 'New', 50.00\nFROM range({CAME})",
        f"DELETE FROM {table}\nWHERE customer_id IN ({leaving})",
    )
    for name, sql in zip(people(3), statements, strict=True):
        facts = None if sql.startswith("INSERT") else affected("rows")
        with sandbox.another(name) as session:
            yield Secret(act(sandbox, f"By {name}", sql, spark=session, facts=facts))
    yield {}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Whether old customers are as in version 0, and those who came and left are as they were."""
    table = sandbox.table(TABLE)
    made = history(sandbox.spark, table, "What happened")
    last = max(row["version"] for row in told(made) if row["who"] in PEOPLE)
    wanted = (
        f"wanted AS (\n  SELECT * FROM {table} VERSION AS OF 0 WHERE customer_id IN "
        f"(SELECT customer_id FROM {table} VERSION AS OF {last})\n  UNION ALL\n"
        f"  SELECT * FROM {table} VERSION AS OF {last} WHERE customer_id NOT IN "
        f"(SELECT customer_id FROM {table} VERSION AS OF 0)\n)"
    )
    compared = proof(
        sandbox,
        "Held against what it should be",
        f"WITH {wanted}\nSELECT\n"
        f"  (SELECT count(*) FROM wanted LEFT ANTI JOIN {table} USING (customer_id)) AS lost,\n"
        f"  (SELECT count(*) FROM {table} LEFT ANTI JOIN wanted USING (customer_id))\n"
        "    AS strangers,\n"
        f"  (SELECT count(*) FROM (SELECT * FROM wanted EXCEPT ALL SELECT * FROM {table}))\n"
        "    AS not_as_wanted,\n"
        f"  (SELECT count(*) FROM {table}) AS customers",
    )
    found = told(compared)[0]
    if found["lost"]:
        says = f"{found['lost']:,} customers are lost, such as those who came after the mistake."
        return Verdict(False, f"{says} Nobody who came may go.")
    if found["strangers"]:
        says = f"{found['strangers']:,} customers are back who had been deleted on request."
        return Verdict(False, says)
    if found["not_as_wanted"]:
        says = f"{found['not_as_wanted']:,} customers are not yet what they were in version 0."
        return Verdict(False, says)
    return Verdict(
        True, f"All {found['customers']:,} customers are as they should be.", (compared,)
    )


QUEST = Quest(
    key="undo-one-update",
    place=10,
    title="Undo one UPDATE, keep the rest",
    story="An UPDATE without WHERE has set every lifetime value to 0 and every address to nobody. "
    "It was noticed late: since then customers have come, and some were deleted on their request.",
    task="Put the old customers in `undo_customers` right, keep the new ones, and bring none of "
    "the deleted back.",
    ask=Ask("deed"),
    hints=(
        "RESTORE alone would take the new customers away and bring the deleted back. Look at the "
        "history first.",
        "Version 0 has the right values. A MERGE can take them from there, for customers who are "
        "still in the table.",
        "`MERGE INTO undo_customers AS now USING (SELECT * FROM undo_customers VERSION AS OF 0) "
        "AS old ON now.customer_id = old.customer_id WHEN MATCHED THEN UPDATE SET *`",
    ),
    explain="A version is a table like any other, so an old one can be joined and merged with the "
    "newest. WHEN MATCHED alone touches customers that are in both, and neither adds nor removes "
    "any.",
    step="disaster-and-restore",
    tried="DESCRIBE HISTORY undo_customers",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
