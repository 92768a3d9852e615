"""Statements nobody thought of: they are answered or refused, and see no file outside the lake."""

from __future__ import annotations

from hypothesis import HealthCheck, given
from hypothesis import settings as fuzzing
from hypothesis import strategies as st

from lakehouse.errors import PetInsureError, QueryRefused
from lakehouse.serving import Console
from lakehouse.serving.guard import check
from tests.lakehouse.serving.canary import Canary

WORDS = st.sampled_from(
    [
        *["SELECT", "FROM", "WITH", "AS", "(", ")", ",", "*", ";", ".", "[", "]", "'", '"', "--"],
        *["/*", "*/", "$$", "UNION ALL", "JOIN", "ON", "WHERE", "IN", "EXISTS", "LATERAL", "TOP"],
        *["DESCRIBE", "SUMMARIZE", "EXPLAIN", "SHOW", "TABLES", "PIVOT", "VALUES", "INTO", "COPY"],
        *["TO", "ATTACH", "SET", "CREATE", "VIEW", "TABLE", "INSERT", "DELETE", "RETURNING", "AT"],
        *[
            "vw_cross_sell",
            "customer_360",
            "petinsure_gold",
            "dbo",
            "a",
            "x",
            "1",
            "true",
            "=",
            "||",
        ],
        *["read_text", "read_csv", "glob", "query", "range", "unnest", "getenv", "repeat", "e'\\'"],
        *["information_schema", "columns", "main", "system", "\n", "\\", "{file}", "{folder}/*"],
    ]
)
BEGINNINGS = st.sampled_from(["", "SELECT ", "SELECT * FROM ", "WITH a AS (", "DESCRIBE ", "FROM "])
SOUP = st.tuples(
    BEGINNINGS, st.lists(st.one_of(WORDS, WORDS, st.text(max_size=3)), max_size=25).map(" ".join)
).map("".join)
NESTED = st.recursive(
    st.sampled_from(["{source}", "vw_cross_sell", "(SELECT 1 AS a)", "range(3)"]),
    lambda inner: st.one_of(
        inner.map(lambda x: f"(SELECT * FROM {x})"),
        inner.map(lambda x: f"(WITH a AS (FROM {x}) FROM a)"),
        inner.map(lambda x: f"(SELECT TOP 1 * FROM {x} AS [t])"),
        inner.map(lambda x: f"(SELECT (SELECT count(*) FROM {x}) AS n)"),
        inner.map(lambda x: f"(FROM (VALUES (EXISTS (FROM {x}))) AS v)"),
        st.tuples(inner, inner).map(lambda x: f"(SELECT 1 FROM {x[0]}, {x[1]})"),
        st.tuples(inner, inner).map(lambda x: f"(FROM {x[0]} UNION ALL BY NAME FROM {x[1]})"),
    ),
    max_leaves=5,
)

FUZZ = fuzzing(
    deadline=None,
    max_examples=200,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FUZZ
@given(text=SOUP)
def test_whatever_is_typed_is_answered_or_refused(
    local_console: Console, canary: Canary, text: str
) -> None:
    """No other error ever comes out, and no answer holds the secret."""
    statement = text.replace("{file}", f"'{canary.file}'").replace(
        "{folder}", str(canary.file.parent)
    )
    try:
        seen = repr(local_console.query(statement, max_rows=5, timeout=10))
    except PetInsureError as error:
        seen = str(error)
    assert canary.secret not in seen


@FUZZ
@given(query=NESTED, data=st.data())
def test_a_file_is_not_read_however_deep_it_hides(
    local_console: Console, canary: Canary, query: str, data: st.DataObject
) -> None:
    source = data.draw(st.sampled_from(canary.sources))
    hidden = "{source}" in query
    try:
        answer = repr(
            local_console.query(f"SELECT * FROM {query.format(source=source)} AS q", timeout=10)
        )
    except PetInsureError as error:
        answer = str(error)
        assert hidden or "does not run here" not in answer
    else:
        assert not hidden
    assert canary.secret not in answer


@FUZZ
@given(query=NESTED)
def test_what_passes_passes_again_as_it_was_rewritten(query: str) -> None:
    """The statement that runs means to the guard what the typed one meant."""
    try:
        once = check(f"SELECT * FROM {query.format(source='customer_360')} AS q")
    except QueryRefused:
        return
    again = check(once.sql)
    assert again.relations == once.relations
    assert check(again.sql).sql == again.sql
