"""The guard of the workbench: the lake is read, one's own tables are changed, nothing else."""

from __future__ import annotations

import pytest

from dashboards.workbench.guard import condition, permitted
from lakehouse.errors import QueryRefused

OWN = "petinsure_sandbox_ada00001"

READS = {
    "SELECT * FROM pets": "pets",
    "SELECT * FROM pets VERSION AS OF 1": "pets",
    "SELECT * FROM petinsure_gold.monthly_kpis TIMESTAMP AS OF '2026-01-01' AS k": (
        "petinsure_gold.monthly_kpis"
    ),
    "%sql\nSELECT * FROM table_changes('pets', 0);": "",
    f"SELECT * FROM {OWN}.pets": f"{OWN}.pets",
    "WITH a AS (SELECT 1 AS x) SELECT * FROM a": "a",
    "DESCRIBE HISTORY petinsure_gold.customer_360": "petinsure_gold.customer_360",
    "describe detail pets": "pets",
    "SHOW TBLPROPERTIES pets": "pets",
}
CHANGES = (
    "UPDATE pets SET weight = 1",
    f"DELETE FROM {OWN}.pets WHERE pet_id IN (SELECT pet_id FROM petinsure_silver.dim_pets)",
    "INSERT INTO pets SELECT * FROM petinsure_silver.dim_pets",
    "INSERT OVERWRITE pets SELECT DISTINCT * FROM pets",
    "MERGE INTO pets AS p USING pets VERSION AS OF 0 AS o ON p.id = o.id "
    "WHEN MATCHED THEN UPDATE SET *",
    "ALTER TABLE pets ADD COLUMNS (weight_kg DECIMAL(9,2))",
    "ALTER TABLE pets ADD CONSTRAINT positive CHECK (weight > 0)",
    "RESTORE TABLE pets TO VERSION AS OF 1",
    "RESTORE pets TO TIMESTAMP AS OF '2026-01-01 10:00:00'",
)
REFUSED = {
    "UPDATE petinsure_gold.monthly_kpis SET loss_ratio = 0": "not yours to change",
    "RESTORE TABLE petinsure_silver.fact_claims TO VERSION AS OF 0": "not yours to change",
    "DELETE FROM petinsure_sandbox_ben00001.pets": "not yours to change",
    "SELECT * FROM petinsure_sandbox_ben00001.pets": "is not read from here",
    "SELECT * FROM table_changes('petinsure_sandbox_ben00001.pets', 0)": "is not read from here",
    "SHOW TABLES IN petinsure_sandbox_ben00001": "is not read from here",
    "SELECT * FROM delta.`abfs://gold@x/y`": "is not read from here",
    "INSERT INTO parquet.`/tmp/x` SELECT 1": "not yours to change",
    "INSERT OVERWRITE DIRECTORY '/tmp/x' SELECT 1": "does not run here",
    "SELECT * FROM read_files('/etc/passwd')": "reaches beyond the lake",
    "SELECT reflect('java.lang.System', 'exit', 1)": "reaches beyond the lake",
    "UPDATE pets SET weight = java_method('java.lang.System', 'exit', 1)": "reaches beyond",
    "SELECT * FROM IDENTIFIER('petinsure_sandbox_ben00001.pets')": "beyond the lake",
    "DROP TABLE pets": "does not run here",
    "CREATE TABLE pets AS SELECT 1": "does not run here",
    "ALTER TABLE pets SET LOCATION 'abfs://gold@x/y'": "columns and constraints",
    "ALTER TABLE pets RENAME TO petinsure_gold.monthly_kpis": "columns and constraints",
    "VACUUM pets RETAIN 0 HOURS": "does not run here",
    "SET spark.sql.ansi.enabled = false": "does not run here",
    "USE petinsure_gold": "does not run here",
    "SELECT 1; SELECT 2": "does not run here",
    "SELECT * FRO pets": "cannot be read",
    "": "does not run here",
}


@pytest.mark.parametrize(("sql", "table"), READS.items())
def test_the_lake_and_ones_own_tables_are_read(sql: str, table: str) -> None:
    assert permitted(sql, OWN).tables == {table}


@pytest.mark.parametrize("sql", CHANGES)
def test_ones_own_tables_are_changed(sql: str) -> None:
    assert permitted(sql, OWN).sql


@pytest.mark.parametrize(("sql", "says"), REFUSED.items())
def test_nothing_else_runs_and_a_sentence_says_so(sql: str, says: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        permitted(sql, OWN)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_comment_hides_nothing() -> None:
    assert permitted("SELECT 1 /* ; DROP TABLE x */ AS a -- b", OWN).sql == "SELECT 1 AS a"


def test_a_condition_is_one_row_and_no_more() -> None:
    assert condition("amount > 0 AND note LIKE 'a%'") == "amount > 0 AND note LIKE 'a%'"
    for text in ("1) OR (1", "a > 0 GROUP BY a", "sum(a) > 0", "a IN (SELECT 1)", "a; b", ""):
        with pytest.raises(QueryRefused):
            condition(text)
