"""The connection itself, without the guard: what it reads, and what it cannot be talked into."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from duckdb import DuckDBPyConnection
from pydantic import SecretStr

from lakehouse.serving.connection import connect
from lakehouse.settings import Settings
from lakehouse.storage import delta_url
from tests.lakehouse.serving.canary import Canary


@pytest.fixture(scope="module")
def connection(lake: Settings) -> DuckDBPyConnection:
    """A locked connection to the lake with every table."""
    return connect(lake)


def test_it_reads_the_lakes_tables(connection: DuckDBPyConnection, lake: Settings) -> None:
    url = delta_url(lake, "gold", "customer_360_view")
    [[rows]] = connection.execute("SELECT count(*) FROM delta_scan($1)", [url]).fetchall()
    assert rows == 3


def test_it_keeps_to_utc(connection: DuckDBPyConnection) -> None:
    assert connection.execute("SELECT current_setting('TimeZone')").fetchall() == [("UTC",)]


def test_it_reads_no_file_elsewhere(connection: DuckDBPyConnection, canary: Canary) -> None:
    for source in canary.sources:
        with pytest.raises(duckdb.Error) as refused:
            connection.execute(f"SELECT * FROM {source}").fetchall()
        assert canary.secret not in str(refused.value)


def test_it_reads_no_source_file_of_the_lake(
    connection: DuckDBPyConnection, lake: Settings
) -> None:
    raw = delta_url(lake, "raw", "customers.csv")
    with pytest.raises(duckdb.Error, match="Permission Error"):
        connection.execute(f"SELECT * FROM read_text('{raw}')")


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '{folder}/other.db'",
        "COPY (SELECT 1) TO '{folder}/copied.csv'",
        "EXPORT DATABASE '{folder}/exported'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SET lock_configuration = false",
        "RESET allowed_directories",
        "CREATE PERSISTENT SECRET other (TYPE azure, CONNECTION_STRING 'AccountName=a')",
    ],
)
def test_it_writes_nothing_and_stays_locked(
    connection: DuckDBPyConnection, canary: Canary, statement: str
) -> None:
    before = sorted(canary.file.parent.rglob("*"))
    with pytest.raises(duckdb.Error):
        connection.execute(statement.format(folder=canary.file.parent))
    assert sorted(canary.file.parent.rglob("*")) == before


def test_it_does_not_see_variables_of_the_process(connection: DuckDBPyConnection) -> None:
    secret_rows = pa.table({"secret": ["of the process"]})
    assert secret_rows.num_rows == 1
    with pytest.raises(duckdb.CatalogException, match="secret_rows"):
        connection.execute("SELECT * FROM secret_rows")


def test_a_session_leaves_nothing_behind_but_in_its_home(
    lake: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No extension is installed, and none is downloaded, where DuckDB would put it."""
    (tmp_path / "user").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path / "user")
    settings = lake.model_copy(update={"home": tmp_path / "home", "local_root": lake.lake_root})
    url = delta_url(settings, "gold", "monthly_kpis")
    with connect(settings) as connection:
        connection.execute("SELECT * FROM delta_scan($1)", [url]).fetchall()
    assert list((tmp_path / "user").iterdir()) == []
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []


def test_what_does_not_fit_in_memory_goes_to_the_home(empty: Settings) -> None:
    with connect(empty, memory="64MB") as connection:
        connection.execute("SELECT md5(range::VARCHAR) AS t FROM range(2000000) ORDER BY t")
        assert len(connection.fetchmany(1)) == 1
        assert list((empty.home / "duckdb").rglob("*.tmp")) != []


@pytest.mark.parametrize(
    ("key", "provider"), [(SecretStr("a2V5"), "config"), (None, "credential_chain")]
)
def test_on_azure_it_signs_in_by_key_or_else_as_the_cli(
    tmp_path: Path, key: SecretStr | None, provider: str
) -> None:
    settings = Settings(home=tmp_path, storage="adls", account="petinsure", account_key=key)
    with connect(settings) as connection:
        secrets = connection.execute(
            "SELECT provider, secret_string FROM duckdb_secrets()"
        ).fetchall()
    [(used, shown)] = secrets
    assert used == provider
    assert "a2V5" not in shown
