"""Free SQL in a real browser: whatever is typed, the lake stays as it is and a sentence says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from lakehouse.settings import Settings
from tests.lakehouse.lakes import versions

REFUSED = {
    "DuckDB": {
        "DELETE FROM petinsure_gold.monthly_kpis": "is for Spark",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'": "COPY does not run here",
        "SELECT * FROM read_csv('/etc/passwd')": "cannot be read from here",
        "ATTACH '/tmp/other.db'": "ATTACH does not run here",
    },
    "Spark": {
        "DELETE FROM petinsure_gold.monthly_kpis": "is not yours to change",
        "DROP TABLE petinsure_gold.monthly_kpis": "DROP does not run here",
        "SELECT reflect('java.lang.System', 'getenv', 'PATH')": "reaches beyond the lake",
        "SELECT * FROM text.`/etc/passwd`": "is not read from here",
    },
}
COUNT = "SELECT count(*) AS claims FROM petinsure_silver.fact_claims"
PATIENCE = 60_000


FIELD = {"DuckDB": "SQL", "Spark": "Spark SQL"}


def ask(page: Page, who: str, sql: str) -> None:
    """Type a statement and run it."""
    page.get_by_role("textbox", name=FIELD[who], exact=True).fill(sql)
    page.get_by_role("button", name="Run", exact=True).click()


@pytest.mark.parametrize("who", REFUSED)
def test_free_sql_reads_and_refuses_all_else(
    chromium: Browser, walkthrough: str, lake: Settings, who: str
) -> None:
    before = versions(lake)
    page = chromium.new_page()
    page.goto(f"{walkthrough}/free-sql")
    page.get_by_role("radio", name=who).click()
    for sql, says in REFUSED[who].items():
        ask(page, who, sql)
        expect(page.get_by_role("alert").filter(has_text=says)).to_be_visible(timeout=PATIENCE)
    ask(page, who, COUNT)
    expect(page.get_by_text("1 row", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "Traceback" not in page.content()
    assert versions(lake) == before
    page.close()
