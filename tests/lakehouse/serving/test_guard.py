"""The guard: what it takes, how it is rewritten, and the sentences for what it does not take."""

from __future__ import annotations

import pytest

from lakehouse.errors import QueryRefused
from lakehouse.serving.guard import check
from lakehouse.serving.relations import relations


@pytest.mark.parametrize(
    ("statement", "runs"),
    [
        ("FROM vw_cross_sell", "SELECT * FROM main.vw_cross_sell"),
        (
            "select top 5 [state], count(*) as n from [dbo].[vw_customer_360] group by [state]",
            'SELECT "state", COUNT(*) AS n FROM main.vw_customer_360 GROUP BY "state" LIMIT 5',
        ),
        ("SELECT DISTINCT TOP (3) a FROM dbo.vw_cross_sell", None),
        ("SELECT [full name] FROM vw_cross_sell", 'SELECT "full name" FROM main.vw_cross_sell'),
        ("SELECT [1, 2]", "SELECT [1, 2]"),
        ("SELECT ['a']", "SELECT ['a']"),
        ("SELECT tags[1] FROM (SELECT [1] tags)", "SELECT tags[1] FROM (SELECT [1] AS tags)"),
        ("DESC customer_360", "DESCRIBE SELECT * FROM petinsure_gold.customer_360"),
        ("SUMMARIZE SELECT 1 AS a", "SUMMARIZE SELECT 1 AS a"),
        ("EXPLAIN ANALYZE SELECT 1", "EXPLAIN ANALYZE SELECT 1"),
        ("  %sql\n-- why\nSELECT 1 /* what */;;", "SELECT 1"),
        ("SELECT 'DROP TABLE x; --' AS a", "SELECT 'DROP TABLE x; --' AS a"),
        ("(SELECT 1) EXCEPT SELECT 2", "(SELECT 1) EXCEPT SELECT 2"),
        ("SELECT lpad('7', 3, '0'), repeat('ab', 10)", None),
        (
            "SELECT generate_series(DATE '2024-01-01', DATE '2024-03-01', INTERVAL 1 MONTH)",
            None,
        ),
        ("SELECT * FROM range(1000000000)", "SELECT * FROM RANGE(0, 1000000000)"),
    ],
)
def test_it_takes(statement: str, runs: str | None) -> None:
    checked = check(statement)
    assert runs is None or checked.sql == runs


def test_it_says_which_relations_are_named() -> None:
    statement = "WITH c AS (FROM customer_360) FROM c JOIN petinsure_silver.dim_pets USING (pet_id)"
    named = {relation.full_name for relation in check(statement).relations}
    assert named == {"petinsure_gold.customer_360", "petinsure_silver.dim_pets"}


@pytest.mark.parametrize(
    ("statement", "outer"),
    [
        ("WITH customer_360 AS (FROM customer_360) FROM customer_360", "customer_360"),
        ("WITH RECURSIVE customer_360 AS (FROM customer_360) FROM customer_360", None),
        ("WITH a AS (FROM vw_cross_sell), vw_cross_sell AS (SELECT 1) FROM a", "vw_cross_sell"),
        ("WITH vw_cross_sell AS (SELECT 1) SELECT (SELECT count(*) FROM vw_cross_sell)", None),
        ("SELECT (WITH vw_cross_sell AS (SELECT 1) FROM vw_cross_sell)", None),
    ],
)
def test_a_name_of_with_means_the_table_where_the_name_is_not_there_yet(
    statement: str, outer: str | None
) -> None:
    named = {relation.name for relation in check(statement).relations}
    assert named == ({outer} if outer else set())


def test_every_relation_has_a_name_that_passes() -> None:
    for relation in relations().values():
        assert check(f"SELECT * FROM {relation.full_name}").relations == {relation}


POSSIBLE = (
    r"one SELECT \(or WITH … SELECT\), DESCRIBE, SUMMARIZE, SHOW TABLES or EXPLAIN is possible"
)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("", rf"^An empty statement does not run here: {POSSIBLE}\.$"),
        ("-- only a comment", rf"^An empty statement does not run here: {POSSIBLE}\.$"),
        ("DROP VIEW vw_cross_sell", rf"^DROP does not run here: {POSSIBLE}\.$"),
        ("SELECT 1; SELECT 2", rf"^There is more than one statement: {POSSIBLE} at a time\.$"),
        ("SELECT * INTO x FROM vw_cross_sell", r"^INTO does not run here, nothing can be changed"),
        ("SELEC 1", rf"^SELEC does not run here: {POSSIBLE}\.$"),
        ("SELECT 'open", r"^The statement cannot be read: Missing ' from 1:7\.$"),
        ("SELECT a FROM", r"^The statement cannot be read: Expected table name.*line 1, column"),
        (
            "SELECT * FROM customer_36",
            r"^There is no table customer_36: did you mean petinsure_gold",
        ),
        (
            "SELECT * FROM dim_pets",
            r"^There is no table dim_pets: did you mean petinsure_silver\.dim",
        ),
        ("SELECT * FROM 'a.csv'", r"^There is no table a\.csv: there are vw_claims_analytics, "),
        ("SELECT * FROM read_csv('a')", r"^read_csv cannot be read from here: of functions, range"),
        ("SELECT getenv('HOME')", r"^getenv does not run here: functions that look at the server"),
        ("SELECT repeat('x', 4000000000)", r"^repeat runs here with sizes up to 10,000 only"),
        (
            "DESCRIBE HISTORY customer_360",
            r"^DESCRIBE HISTORY is for Spark \(`./petinsure sql --eng",
        ),
        (
            "SELECT * FROM customer_360 VERSION AS OF 1",
            r"^Earlier versions of customer_360 cannot be read here, as on a serverless SQL",
        ),
        ("SHOW TABLES FROM other", r"^There is no database other; there are main, petinsure_bron"),
        ("SHOW vw_cross_sell", rf"^This SHOW does not run here: {POSSIBLE}\.$"),
        ('WITH "a.csv" AS (SELECT 1) SELECT 1', r"^The name 'a\.csv' in WITH is not possible; use"),
        ("SELECT " + "(" * 5000 + "1" + ")" * 5000, r"^The statement cannot be read: it is nested"),
        ("SELECT '" + "x" * 100_000 + "'", r"^The statement has 100,009 characters; up to 100,000"),
    ],
)
def test_it_refuses_in_one_sentence(statement: str, sentence: str) -> None:
    with pytest.raises(QueryRefused, match=sentence) as refused:
        check(statement)
    assert "\n" not in str(refused.value)
