"""Signing key of the sessions: a home's own, or the one that a shared deployment must set."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from app.accounts.password_rules import SHORTEST as SHORTEST_PASSWORD
from app.places import secret_file
from lakehouse.errors import PetInsureError
from lakehouse.settings import DEMO_PASSWORD, Settings

SHORTEST = 32  # characters: as many bytes as the hash that signs has


class InsecureDeployment(PetInsureError):
    """The portal would start with a secret that is weak or that everyone knows."""


def require_own_secrets(settings: Settings) -> None:
    """Raise `InsecureDeployment` for a weak key, and where a shared portal has the kit's own."""
    key = settings.app_secret.get_secret_value() if settings.app_secret else None
    if key is not None and len(key) < SHORTEST:
        msg = f"PETINSURE_APP_SECRET is too short; give it at least {SHORTEST} random characters."
        raise InsecureDeployment(msg)
    if settings.deployment == "local":
        return
    if key is None:
        msg = (
            "A shared deployment needs a secret of its own; set PETINSURE_APP_SECRET to at least "
            f"{SHORTEST} random characters."
        )
        raise InsecureDeployment(msg)
    password = settings.demo_password.get_secret_value()
    if password == DEMO_PASSWORD or len(password) < SHORTEST_PASSWORD:
        msg = (
            "A shared deployment must not use the demo password that everyone knows; set "
            f"PETINSURE_DEMO_PASSWORD to another one of at least {SHORTEST_PASSWORD} characters."
        )
        raise InsecureDeployment(msg)


def signing_key(settings: Settings) -> str:
    """The key; where none is set that of the home, which is made at the first start."""
    if settings.app_secret:
        return settings.app_secret.get_secret_value()
    return _key_of(secret_file(settings.home))


def _key_of(file: Path) -> str:
    """The key in a file that only its owner reads."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept(file)
    with os.fdopen(handle, "w") as new:
        new.write(secrets.token_urlsafe(48))
    return _kept(file)


def _kept(file: Path) -> str:
    key = file.read_text().strip()
    if len(key) < SHORTEST:
        msg = f"The portal's key in {file} is cut off; delete the file, and everyone signs in anew."
        raise InsecureDeployment(msg)
    return key
