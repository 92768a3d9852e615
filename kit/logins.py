"""Logins: who can sign in to the portal's demo, in two lines for people."""

from __future__ import annotations

from insurance.identities import LOGINS
from lakehouse.settings import Settings


def demo_logins(settings: Settings) -> str:
    """The demo's e-mail addresses and their password; empty where the machine is shared."""
    if settings.deployment == "shared":
        return ""
    emails = " · ".join(login.email.partition("@")[0] for login in LOGINS)
    password = settings.demo_password.get_secret_value()
    return f"Sign in with one click, or as {emails} @demologin.com, password {password}"
