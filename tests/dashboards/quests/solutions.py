"""Solutions: how a viewer solves each quest, by SQL in the workbench and by looking at its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboards.quests.catch_defects import QUEST as CATCH_DEFECTS
from dashboards.quests.why_duplicate import AGAIN, EARLIER
from dashboards.sandbox import Sandbox
from dashboards.workbench.running import execute

Facts = Mapping[str, str]

MONTH = """
WITH month AS (
  SELECT DATE'{month}-01' AS first, add_months(DATE'{month}-01', 1) AS next
)
SELECT round(100 * (
    SELECT sum(paid_amount) FROM petinsure_silver.fact_claims, month
    WHERE service_date >= first AND service_date < next
      AND status IN ('Approved', 'Partially Approved') AND _is_valid AND NOT _is_duplicate
  ) / (
    SELECT sum(round(monthly_premium * greatest(0, datediff(
        least(next, expiration_date, cancellation_date), greatest(first, effective_date)
      )) / datediff(next, first), 2))
    FROM petinsure_silver.dim_policies, month WHERE _is_valid AND NOT _is_duplicate
  ), 2) AS loss_ratio
"""


def run(own: Sandbox, sql: str) -> list[dict[str, Any]]:
    """Type a statement and run it; nothing refuses it."""
    told = execute(own, sql)
    assert told.error is None, told.error
    return [] if told.rows is None else told.rows.to_dict("records")


def who_changed_it(own: Sandbox, facts: Facts) -> str:
    feed = run(
        own,
        "SELECT _commit_version AS version, collect_set(lifetime_value) AS worth\n"
        "FROM table_changes('who_customers', 1)\n"
        f"WHERE customer_id = '{facts['customer_id']}' GROUP BY _commit_version\n"
        "HAVING size(worth) = 2",
    )
    made = run(own, "DESCRIBE HISTORY who_customers")
    (metadata,) = [m["userMetadata"] for m in made if m["version"] == feed[0]["version"]]
    return str(metadata).split('"by": "')[1].split('"')[0]


def restore_yesterday(own: Sandbox, facts: Facts) -> str:
    made = run(own, "DESCRIBE HISTORY yesterday_policies")
    first = min(m["version"] for m in made if "night job" in m["userMetadata"])
    run(own, f"RESTORE TABLE yesterday_policies TO VERSION AS OF {first - 1}")
    return "done"


def add_a_column(own: Sandbox, facts: Facts) -> str:
    run(own, "ALTER TABLE column_pets ADD COLUMNS (weight_kg DECIMAL(9,2))")
    run(own, "UPDATE column_pets SET weight_kg = round(weight_lbs * 0.45359237, 2)")
    return "done"


def fraud_ring(own: Sandbox, facts: Facts) -> str:
    found = run(
        own,
        "SELECT provider_id, count(DISTINCT customer_id) AS customers FROM ring_claims\n"
        "WHERE NOT is_in_network AND invoice_number IN (SELECT invoice_number FROM ring_claims\n"
        "  GROUP BY invoice_number HAVING count(DISTINCT customer_id) > 1)\n"
        "GROUP BY provider_id ORDER BY customers DESC",
    )
    return str(found[0]["provider_id"])


def kpi_to_a_file(own: Sandbox, facts: Facts) -> str:
    found = run(
        own,
        "SELECT _source_file FROM petinsure_silver.fact_claims\n"
        f"WHERE provider_id = '{facts['provider_id']}' AND _is_valid AND NOT _is_duplicate\n"
        "  AND _source_file LIKE 'raw/claims/%'",
    )
    return str(found[0]["_source_file"])


def came_twice(own: Sandbox, facts: Facts) -> str:
    found = run(
        own,
        "SELECT _batch_id FROM twice_claims GROUP BY _batch_id\n"
        "HAVING count(*) > count(DISTINCT claim_id)",
    )
    return str(found[0]["_batch_id"])


def why_duplicate(own: Sandbox, facts: Facts) -> str:
    found = run(
        own,
        "SELECT count(DISTINCT updated_at) AS states FROM petinsure_silver.fact_claims\n"
        f"WHERE claim_id = '{facts['claim_id']}' AND _is_valid",
    )
    return EARLIER if found[0]["states"] > 1 else AGAIN


def loss_ratio_by_hand(own: Sandbox, facts: Facts) -> str:
    return MONTH.format(month=facts["month"])


def price_rise(own: Sandbox, facts: Facts) -> str:
    found = run(
        own,
        "SELECT CAST(min(listed_on) AS STRING) AS listed_on, exam_fee\n"
        "FROM table_changes('price_list', 0)\n"
        f"WHERE provider_id = '{facts['provider_id']}'\nGROUP BY exam_fee ORDER BY exam_fee DESC",
    )
    return str(found[0]["listed_on"])


def undo_one_update(own: Sandbox, facts: Facts) -> str:
    run(
        own,
        "MERGE INTO undo_customers AS now\n"
        "USING (SELECT * FROM undo_customers VERSION AS OF 0) AS old\n"
        "ON now.customer_id = old.customer_id WHEN MATCHED THEN UPDATE SET *",
    )
    return "done"


def catch_defects(own: Sandbox, facts: Facts) -> str:
    return CATCH_DEFECTS.hints[-1].strip("`")


SOLUTIONS: dict[str, Callable[[Sandbox, Facts], str]] = {
    "who-changed-it": who_changed_it,
    "restore-yesterday": restore_yesterday,
    "add-a-column": add_a_column,
    "fraud-ring": fraud_ring,
    "kpi-to-a-file": kpi_to_a_file,
    "came-twice": came_twice,
    "why-duplicate": why_duplicate,
    "loss-ratio-by-hand": loss_ratio_by_hand,
    "price-rise": price_rise,
    "undo-one-update": undo_one_update,
    "catch-defects": catch_defects,
}


def ring_in_network(own: Sandbox, facts: Facts) -> str:
    found = run(own, "SELECT provider_id FROM ring_claims WHERE is_in_network LIMIT 1")
    return str(found[0]["provider_id"])


def another_batch(own: Sandbox, facts: Facts) -> str:
    twice = came_twice(own, facts)
    found = run(own, f"SELECT _batch_id FROM twice_claims WHERE _batch_id <> '{twice}' LIMIT 1")
    return str(found[0]["_batch_id"])


def another_day(own: Sandbox, facts: Facts) -> str:
    first = run(own, "SELECT CAST(listed_on AS STRING) AS day FROM price_list VERSION AS OF 0")
    return str(first[0]["day"])


def all_restored(own: Sandbox, facts: Facts) -> str:
    run(own, "RESTORE TABLE undo_customers TO VERSION AS OF 0")
    return "done"


def too_old(own: Sandbox, facts: Facts) -> str:
    run(own, "RESTORE TABLE yesterday_policies TO VERSION AS OF 0")
    return "done"


def column_without_values(own: Sandbox, facts: Facts) -> str:
    run(own, "ALTER TABLE column_pets ADD COLUMNS (weight_kg DECIMAL(9,2))")
    return "done"


def other_reason(own: Sandbox, facts: Facts) -> str:
    return AGAIN if why_duplicate(own, facts) == EARLIER else EARLIER


def innocent(own: Sandbox, facts: Facts) -> str:
    guilty = who_changed_it(own, facts)
    made = run(own, "DESCRIBE HISTORY who_customers")
    names = [str(m["userMetadata"]).split('"by": "')[1].split('"')[0] for m in made]
    return next(name for name in names if name != guilty)


def gold_itself(own: Sandbox, facts: Facts) -> str:
    return "SELECT max(loss_ratio) FROM petinsure_gold.monthly_kpis"


WRONG: dict[str, tuple[Callable[[Sandbox, Facts], str], str]] = {
    "who-changed-it": (innocent, "changed the table, but not this value"),
    "restore-yesterday": (too_old, "are not of then"),
    "add-a-column": (column_without_values, "have no weight in it yet"),
    "fraud-ring": (ring_in_network, "share"),
    "kpi-to-a-file": (lambda own, facts: "raw/customers.csv", "No claim of"),
    "came-twice": (another_batch, "once only"),
    "why-duplicate": (other_reason, "updated_at"),
    "loss-ratio-by-hand": (gold_itself, "from nothing of gold"),
    "price-rise": (another_day, "as on the day before"),
    "undo-one-update": (all_restored, "customers are lost"),
    "catch-defects": (lambda own, facts: "claim_amount > 100", "be less strict"),
}
"""A near miss of each quest, and what helps on."""
