"""Quest: who changed this row, by the change feed and the history."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected, history
from dashboards.lessons.customers import COLUMNS, SOURCE, SURVIVORS
from dashboards.quests.asking import CHANCE, one_of, people, proof, rows, same, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox

TABLE = "who_customers"


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Three people change the customers; one of them spoils one value."""
    feed = {"delta.enableChangeDataFeed": "true"}
    yield copied(sandbox, SOURCE, TABLE, columns=COLUMNS, where=SURVIVORS, properties=feed)
    table = sandbox.table(TABLE)
    standard = "customer_segment = 'Standard'"
    ids = [row["customer_id"] for row in rows(sandbox, f"SELECT customer_id FROM {table}")]
    victim, other = one_of(ids, "customer"), one_of(ids, "customer")
    spoil = f"UPDATE {table}\nSET lifetime_value = 999999\nWHERE customer_id = '{victim}'"
    statements = [
        f"UPDATE {table}\nSET customer_segment = 'Premium'\n"
        f"WHERE {standard} OR customer_id = '{victim}'",
        f"UPDATE {table}\nSET email = lower(email)\nWHERE customer_id IN ('{victim}', '{other}')",
        spoil,
    ]
    CHANCE.shuffle(statements)
    for name, sql in zip(people(3), statements, strict=True):
        with sandbox.another(name) as session:
            done = act(sandbox, f"{name} was here", sql, spark=session, facts=affected("rows"))
            yield Secret(done)
    yield {"customer_id": victim}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Who committed the version in which the row's value changed."""
    table, victim = sandbox.table(TABLE), facts["customer_id"]
    changed = proof(
        sandbox,
        "The versions in which the value of that row changed",
        "SELECT after._commit_version AS version, before.lifetime_value AS before,\n"
        "  after.lifetime_value AS after\n"
        f"FROM table_changes('{table}', 1) AS before\nJOIN table_changes('{table}', 1) AS after\n"
        "  ON before.customer_id = after.customer_id\n"
        "  AND before._commit_version = after._commit_version\n"
        f"WHERE before.customer_id = '{victim}' AND before._change_type = 'update_preimage'\n"
        "  AND after._change_type = 'update_postimage'\n"
        "  AND before.lifetime_value <> after.lifetime_value\nORDER BY version LIMIT 1",
    )
    made = history(sandbox.spark, table, "Who made which version")
    makers = {row["version"]: row["who"] for row in told(made)}
    guilty = [makers[row["version"]] for row in told(changed)]
    if guilty and same(answer, guilty[0]):
        return Verdict(True, f"{guilty[0]} it was, and the log says so.", (changed, made))
    if any(same(answer, name) for name in makers.values()):
        return Verdict(False, f"{answer.strip()} changed the table, but not this value.")
    return Verdict(False, f"Nobody called {answer.strip()} has committed to {TABLE}.")


QUEST = Quest(
    key="who-changed-it",
    place=1,
    title="Who changed this row?",
    story="Customer {customer_id} is worth 999,999 dollars since this morning, which delights "
    "nobody but the customer. Three people have worked on the table, and none remembers anything.",
    task="Who set `lifetime_value` of {customer_id} in `who_customers`?",
    ask=Ask("value", "The name"),
    hints=(
        "`DESCRIBE HISTORY who_customers` lists every commit; `userMetadata` says by whom.",
        "All three have touched this very row. The change data feed has its values before and "
        "after: `SELECT * FROM table_changes('who_customers', 1) WHERE customer_id = '…'`.",
        "Find the `_commit_version` whose rows differ in `lifetime_value`, then look that version "
        "up in the history.",
    ),
    explain="The history knows versions and people, the change data feed knows rows and versions; "
    "joined by the version they answer every question of an audit. Neither can be switched off "
    "by whoever writes.",
    step="audit-trail-of-a-table",
    tried="DESCRIBE HISTORY who_customers",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
