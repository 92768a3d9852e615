"""DuckDB's SQL means the same after it was read and written anew."""

from __future__ import annotations

import duckdb
import pytest

from lakehouse.serving.guard import check

ROWS = (
    "(SELECT * FROM (VALUES (1, 'a', DATE '2024-01-31', 1.5, [1, 2]), "
    "(2, 'b', DATE '2024-02-29', -2.5, [4]), (7, NULL, NULL, NULL, NULL)) t(n, s, d, x, l))"
)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 7/2, 7//2, -7 % 3, 2^3, 1::DECIMAL(12,2)/3, 10/4.0, round(2.345, 2), 2.5::INT",
        "SELECT 'a' || NULL, concat('a', NULL), ifnull(NULL, 1), greatest(1, NULL, 3)",
        "SELECT DATE '2024-01-31' + INTERVAL 1 MONTH, DATE '2024-03-01' - DATE '2024-01-01'",
        "SELECT date_diff('day', d, DATE '2024-03-01'), date_trunc('month', d) FROM {rows}",
        "SELECT extract(dow FROM d), strftime(d, '%Y-%m %b'), dayname(d), last_day(d) FROM {rows}",
        "SELECT 'abc' ILIKE 'A%', 'abc' GLOB 'a*', 'abc' SIMILAR TO 'a.c', 'b' ~ 'a|b'",
        "SELECT regexp_replace('aaa', 'a', 'b', 'g'), regexp_extract('x12', '(\\d+)', 1)",
        """SELECT '{{"a": {{"b": 1}}}}'::JSON->>'$.a.b', json_keys('{{"a": 1}}')""",
        "SELECT [1, 2, 3][2:3], [1, 2][-1], [x * 2 FOR x IN [1, 2] IF x > 1], {{'a': 1}}.a",
        "SELECT list_filter([1, 2, 3], x -> x > 1), list_transform([1], lambda v: v + 1)",
        "SELECT substr('abc', 2), split_part('a-b', '-', 2), format('{{:,}}', 1234567)",
        "SELECT 'it''s', $$it's$$, e'a\\nb', 0x1F, 1_000, TRY_CAST('x' AS INT)",
        "SELECT n, sum(n) OVER (ORDER BY n ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM {rows}",
        "SELECT lag(n, 1, 0) OVER w, ntile(2) OVER w FROM {rows} WINDOW w AS (ORDER BY n)",
        "SELECT s, count(*) FILTER (WHERE n > 1) AS c FROM {rows} GROUP BY ALL ORDER BY ALL",
        "SELECT arg_max(s, n), median(x), string_agg(s, ',' ORDER BY n DESC) FROM {rows}",
        "SELECT s, grouping(s), count(*) FROM {rows} GROUP BY GROUPING SETS ((s), ()) ORDER BY ALL",
        "SELECT sum(x), s FROM {rows} GROUP BY ROLLUP (s) ORDER BY ALL",
        "SELECT * FROM {rows} ORDER BY x",
        "SELECT * FROM {rows} ORDER BY x DESC NULLS FIRST LIMIT 2 OFFSET 1",
        "SELECT n FROM {rows} QUALIFY row_number() OVER (ORDER BY n DESC) = 1",
        "SELECT * EXCLUDE (l) REPLACE (n * 2 AS n) FROM {rows} ORDER BY n",
        "SELECT COLUMNS('^[ns]$') FROM {rows} ORDER BY n",
        "SELECT DISTINCT ON (s) s, n FROM {rows} ORDER BY s, n DESC",
        "SELECT n, unnest(l) AS u FROM {rows} ORDER BY ALL",
        "SELECT a.n FROM {rows} a SEMI JOIN {rows} b ON a.n = b.n + 1",
        "SELECT a.n, b.n FROM {rows} a ASOF JOIN {rows} b ON a.n >= b.n ORDER BY 1",
        "SELECT n FROM {rows} UNION ALL BY NAME SELECT s FROM {rows} ORDER BY ALL",
        "SELECT * FROM {rows} PIVOT (sum(n) FOR s IN ('a', 'b') GROUP BY d) ORDER BY ALL",
        'SELECT n AS "weird name", s AS "q""q" FROM {rows} ORDER BY 1',
        "SELECT sum(n) AS total, total * 2 AS twice FROM {rows}",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 5) FROM c",
    ],
)
def test_it_means_the_same(statement: str) -> None:
    typed = statement.format(rows=ROWS)
    with duckdb.connect() as plain:
        as_typed = plain.execute(typed).fetchall()
        as_run = plain.execute(check(typed).sql).fetchall()
    assert as_run == as_typed
