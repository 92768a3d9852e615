"""Settings: every path, port, account and knob of the kit, read once from the environment."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_HOME = PROJECT / ".petinsure"

# The account and key that every Azurite ships with; they are public and open no real account.
AZURITE_ACCOUNT = "devstoreaccount1"
AZURITE_KEY = (
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
)

# Printed beside the demo logins: it opens synthetic data on one's own machine.
DEMO_PASSWORD = "petinsure360"  # noqa: S105 - public on purpose

Storage = Literal["azurite", "local", "adls"]
Deployment = Literal["local", "shared"]


class RunningKit(PydanticBaseSettingsSource):
    """What a running kit wrote of itself to `<home>/run/addresses.json`: its ports and token."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        """One setting of the running kit (unused by pydantic, which calls the whole source)."""
        return self().get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """The settings the running kit announced; empty where none runs."""
        home = self.current_state.get("home") or os.environ.get("PETINSURE_HOME") or DEFAULT_HOME
        try:
            announced = json.loads(addresses_file(Path(home)).read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return announced if isinstance(announced, dict) else {}


class Settings(BaseSettings):
    """All settings, each from the running kit, else from `PETINSURE_<NAME>`, else its default."""

    model_config = SettingsConfigDict(env_prefix="PETINSURE_", extra="ignore", frozen=True)

    home: Path = DEFAULT_HOME
    """Folder of all local state: Azurite's data, logs, snapshots, jars, caches."""
    storage: Storage = "azurite"
    """Where the lake is: Azurite, a plain folder, or a real ADLS Gen2 account."""
    local_root: Path | None = None
    """Folder that holds the containers when storage is `local` (default `<home>/local`)."""
    account: str = AZURITE_ACCOUNT
    """Storage account; names the lake's URLs in every storage but `local`."""
    account_key: SecretStr | None = None
    """Shared key of the account; none on `adls` means the signed-in Azure identity."""
    host: str = "127.0.0.1"
    """Address every local server binds to."""
    azurite_port: int = 10000
    """Port of Azurite's blob endpoint."""
    spark_port: int = 15002
    """Port of the local Spark Connect server."""
    spark_token: SecretStr | None = None
    """Token the local Spark Connect server asks of its clients."""
    spark_remote: str | None = None
    """Spark Connect address of another engine (`sc://…`), instead of the local one."""
    spark_memory: str = "1800m"
    """Heap of the local engine."""
    app_port: int = 8360
    """Port of the customer portal and its API."""
    walkthrough_port: int = 8361
    """Port of the walkthrough."""
    app_hostname: str | None = None
    """Name by which people reach a shared portal; it answers to no other but its own address."""
    app_secret: SecretStr | None = None
    """Key that signs the portal's sessions; `local` deployments make one of their own."""
    demo_password: SecretStr = SecretStr(DEMO_PASSWORD)
    """Password of the demo logins."""
    deployment: Deployment = "local"
    """`local` is a machine of one's own; `shared` refuses to start with default secrets."""
    browser: Path | None = None
    """Chrome or Chromium that the browser tests drive (default: the one found, else installed)."""
    lineage: Path | None = None
    """Folder in which the engine notes what it observed (default `<home>/lineage`)."""
    actor: str | None = None
    """Who runs the pipeline, as the tables' history shows it (default: the login name)."""

    @property
    def lake_root(self) -> Path:
        """Folder of the containers in `local` storage."""
        return self.local_root or self.home / "local"

    @property
    def lineage_folder(self) -> Path:
        """Folder of the engine's lineage events, and of what was made of them."""
        return (self.lineage or self.home / "lineage").resolve()

    @property
    def key(self) -> str | None:
        """The shared key in clear, the public Azurite key on Azurite; never log it."""
        if self.account_key is not None:
            return self.account_key.get_secret_value()
        return AZURITE_KEY if self.storage == "azurite" else None

    @property
    def remote(self) -> str:
        """Spark Connect URL of the engine in use."""
        if self.spark_remote:
            return self.spark_remote
        token = f"/;token={self.spark_token.get_secret_value()}" if self.spark_token else ""
        # pyspark sends a token without TLS to this very name only, never to 127.0.0.1.
        return f"sc://localhost:{self.spark_port}{token}"

    def environment(self, *, without: frozenset[str] = frozenset()) -> dict[str, str]:
        """These settings as a child process reads them (holds keys: never log it)."""
        told: dict[str, str] = {}
        for name in type(self).model_fields.keys() - without:
            value = getattr(self, name)
            if value is None:
                continue
            if isinstance(value, SecretStr):
                value = value.get_secret_value()
            told[f"PETINSURE_{name.upper()}"] = str(
                value.resolve() if isinstance(value, Path) else value
            )
        return told

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over what the running kit announced, which wins over the environment.

        A running kit knows its ports: one that was asked for may have been taken.
        """
        return init_settings, RunningKit(settings_cls), env_settings


def addresses_file(home: Path) -> Path:
    """File in which a running kit announces its ports and token."""
    return home / "run" / "addresses.json"


@cache
def get_settings() -> Settings:
    """The settings of this process; `get_settings.cache_clear()` reads them anew."""
    return Settings()
