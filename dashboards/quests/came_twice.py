"""Quest: exactly once? Find the batch that a retry appended a second time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act
from dashboards.quests.asking import CHANCE, proof, same, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import made
from dashboards.sandbox import Sandbox

TABLE = "twice_claims"
BATCHES = 5


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Claims as five batches brought them, and one of these once more."""
    now = datetime.now(UTC)
    batches = [f"{now - timedelta(hours=3 * n):%Y%m%d%H%M%S}" for n in range(BATCHES, 0, -1)]
    listed = ", ".join(f"'{batch}'" for batch in batches)
    query = (
        "SELECT claim_id, customer_id, claim_amount,\n"
        f"  element_at(array({listed}), 1 + pmod(hash(claim_id), {BATCHES})) AS _batch_id\n"
        "FROM petinsure_silver.fact_claims\nWHERE _is_valid AND NOT _is_duplicate"
    )
    yield made(sandbox, TABLE, query)
    table, again = sandbox.table(TABLE), CHANCE.choice(batches)
    sql = f"INSERT INTO {table}\nSELECT * FROM {table} WHERE _batch_id = '{again}'"
    yield Secret(act(sandbox, "The retry of a job that had in fact succeeded", sql))
    yield {}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """The batches whose rows are more than their claims."""
    counted = proof(
        sandbox,
        "Rows and claims of each batch",
        "SELECT _batch_id, count(*) AS number_of_rows, count(DISTINCT claim_id) AS claims\n"
        f"FROM {sandbox.table(TABLE)}\nGROUP BY _batch_id ORDER BY _batch_id",
    )
    twice = [r["_batch_id"] for r in told(counted) if r["number_of_rows"] > r["claims"]]
    if not twice:
        says = "No claim is there twice any more: the doubles are gone. Set the quest up again."
        return Verdict(False, says)
    if any(same(answer, batch) for batch in twice):
        return Verdict(True, f"Batch {twice[0]} came in twice.", (counted,))
    if any(same(answer, row["_batch_id"]) for row in told(counted)):
        return Verdict(False, f"Every claim of batch {answer.strip()} is there once only.")
    return Verdict(False, f"There is no batch {answer.strip()}; a batch is a _batch_id.")


QUEST = Quest(
    key="came-twice",
    place=6,
    title="Exactly once? Which batch came twice",
    story="A job appends batches of claims, fails to hear that one had succeeded, and appends it "
    "again. The month looks splendid, and nobody wonders why.",
    task="Which `_batch_id` of `twice_claims` came in twice?",
    ask=Ask("value", "The batch"),
    hints=(
        "A claim should be one row: `count(*)` against `count(DISTINCT claim_id)`.",
        "The same, GROUP BY `_batch_id`.",
    ),
    explain="An append that may be retried must know what it has done. The lake's own ingestion "
    "keeps that in a checkpoint and in the Delta commit itself, so a retry of a batch that had "
    "succeeded writes nothing.",
    step="exactly-once",
    tried="SELECT * FROM twice_claims LIMIT 20",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
