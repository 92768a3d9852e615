"""Signing key of the sessions: a home's own, or the one that a shared deployment must set."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from app.places import secret_file
from lakehouse.errors import PetInsureError
from lakehouse.settings import DEMO_PASSWORD, Settings

SHORTEST = 32  # characters: as many bytes as the hash that signs has


class InsecureDeployment(PetInsureError):
    """A shared deployment would start with a secret that everyone knows."""


def signing_key(settings: Settings) -> str:
    """The key; raises `InsecureDeployment` where a shared deployment has none of its own."""
    key = settings.app_secret.get_secret_value() if settings.app_secret else None
    if settings.deployment == "shared":
        _require_own_secrets(settings, key)
    if key is not None and len(key) < SHORTEST:
        msg = f"PETINSURE_APP_SECRET is too short; give it at least {SHORTEST} random characters."
        raise InsecureDeployment(msg)
    return key or _key_of(secret_file(settings.home))


def _require_own_secrets(settings: Settings, key: str | None) -> None:
    if key is None:
        msg = (
            "A shared deployment needs a secret of its own; set PETINSURE_APP_SECRET to at least "
            f"{SHORTEST} random characters."
        )
        raise InsecureDeployment(msg)
    if settings.demo_password.get_secret_value() == DEMO_PASSWORD:
        msg = (
            "A shared deployment must not use the demo password that everyone knows; set "
            "PETINSURE_DEMO_PASSWORD."
        )
        raise InsecureDeployment(msg)


def _key_of(file: Path) -> str:
    """The key in a file that only its owner reads; made at the first start."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(handle, "w") as new:
        new.write(secrets.token_urlsafe(48))
    return file.read_text().strip()
