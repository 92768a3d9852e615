"""Page: free SQL, on the views as a serverless pool would, or on all tables by Spark."""

from __future__ import annotations

import streamlit as st

from dashboards.azure_cost.viewers import viewers_tariff
from dashboards.sql.editor import editor
from dashboards.sql.schema_tree import schema_tree
from dashboards.step import Page
from dashboards.viewer import viewer
from dashboards.workbench.component import workbench

PAGE = Page(
    key="free-sql",
    place=30,
    title="Free SQL",
    about="Ask whatever you like of every layer: in the console of part 4, or by Spark.",
    icon=":material/terminal:",
)

VIEWS, SPARK = "DuckDB, as Synapse would", "Spark"
SAMPLES = {
    "What is there": """SELECT table_schema, table_name, count(*) AS columns
FROM information_schema.columns
GROUP BY table_schema, table_name
ORDER BY table_schema, table_name""",
    "Every layer of one claim": """SELECT 'bronze' AS layer, status, claim_amount, _source_file
FROM petinsure_bronze.claims_raw WHERE claim_id = 'CLM-P000001'
UNION ALL
SELECT 'silver', status, claim_amount::VARCHAR, _source_file
FROM petinsure_silver.fact_claims WHERE claim_id = 'CLM-P000001'
UNION ALL
SELECT 'gold', status, claim_amount::VARCHAR, NULL
FROM vw_claims_analytics WHERE claim_id = 'CLM-P000001'""",
    "Rules that rows break": """SELECT rule, count(*) AS number_of_rows
FROM (SELECT unnest(_rules_broken) AS rule FROM petinsure_silver.dim_customers)
GROUP BY rule
ORDER BY number_of_rows DESC""",
    "Batches": """SELECT _batch_id, _source_file, count(*) AS number_of_rows
FROM petinsure_bronze.claims_raw
GROUP BY _batch_id, _source_file
ORDER BY _batch_id, _source_file""",
}
"""Statements for the views' console: here of every layer, where part 4 has those of the views."""

BEGINS = """SELECT claim_id, status, claim_amount, _quality_score, _rules_broken, _source_file
FROM petinsure_silver.fact_claims VERSION AS OF 1
WHERE NOT _is_valid
LIMIT 20"""


def render() -> None:
    """Choose who answers, and ask."""
    who = st.segmented_control(
        "Who answers", [VIEWS, SPARK], default=VIEWS, key="free-sql-by", required=True
    )
    if who == SPARK:
        _spark()
        return
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        editor(SAMPLES, viewers_tariff()["synapse"], name="free")
    with right:
        schema_tree()


def _spark() -> None:
    st.markdown(
        "Spark reads `petinsure_bronze`, `petinsure_silver` and `petinsure_gold`, any version of "
        f"them. Bare names are tables of your own, in `{viewer().sandbox}`: quests and lessons "
        "put some there, and those you may change as well."
    )
    workbench("free", BEGINS)
