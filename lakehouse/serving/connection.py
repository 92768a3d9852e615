"""DuckDB over the lake: it reads the lake's tables where they are, and can do nothing else."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from lakehouse.settings import AZURITE_ACCOUNT, Settings
from lakehouse.storage import connection_string, delta_url
from lakehouse.table import LAYERS

EXTENSIONS = ("azure", "delta")
MEMORY = "1GB"
"""Memory of all queries together; what exceeds it goes to disk, up to `SPILL`."""
SPILL = "4GB"


def connect(settings: Settings, *, memory: str = MEMORY) -> DuckDBPyConnection:
    """A connection that reads the settings' storage, locked; storage is not contacted yet.

    It downloads nothing and writes nothing outside `<home>/duckdb`, and there only what a query
    does not hold in memory.
    """
    folder = settings.home / "duckdb"
    folder.mkdir(parents=True, exist_ok=True)  # DuckDB makes the folder in it, but not this one
    connection = duckdb.connect(
        config={
            "home_directory": str(folder),
            "temp_directory": str(folder / "spill"),
            "max_temp_directory_size": SPILL,
            "memory_limit": memory,
            "allow_persistent_secrets": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            # They are wheels, installed by their hashes like DuckDB itself: to check the
            # signature of 100 MB anew would be most of the time that opening takes.
            "allow_unsigned_extensions": True,
        }
    )
    for name in EXTENSIONS:
        connection.execute(f"LOAD {literal(str(extension_file(name)))}")
    connection.execute("SET TimeZone = 'UTC'")
    if settings.storage == "azurite":
        # The Delta reader asks the environment where Azurite is, and nothing else.
        os.environ["AZURITE_BLOB_STORAGE_URL"] = f"http://{settings.host}:{settings.azurite_port}"
    if settings.storage != "local":
        connection.execute(_secret(settings))
    for layer in LAYERS:
        connection.execute(f"CREATE SCHEMA petinsure_{layer}")
    _lock(connection, settings)
    return connection


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def extension_file(name: str) -> Path:
    """The file of an extension, from its wheel."""
    [folder] = import_module(f"duckdb_extension_{name}").__path__
    return next(Path(folder).glob("extensions/*/*.duckdb_extension"))


def _secret(settings: Settings) -> str:
    """How to sign in: by the account's key, else as the identity the Azure CLI signed in."""
    if not settings.key:
        return (
            "CREATE SECRET lake (TYPE azure, PROVIDER credential_chain, CHAIN 'cli', "
            f"ACCOUNT_NAME {literal(settings.account)})"
        )
    access = connection_string(settings)
    if settings.storage == "azurite":
        # By this word the Delta reader knows an emulator, whatever the account is called.
        access += f"Emulator={AZURITE_ACCOUNT};"
    return f"CREATE SECRET lake (TYPE azure, CONNECTION_STRING {literal(access)})"


def _lock(connection: DuckDBPyConnection, settings: Settings) -> None:
    """Close all ways out: files elsewhere, variables of Python, changed settings."""
    urls = [delta_url(settings, layer, "").rstrip("/") + "/" for layer in LAYERS]
    folders = ", ".join(map(literal, urls))
    connection.execute("SET python_enable_replacements = false")
    connection.execute(f"SET allowed_directories = [{folders}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
