"""Passwords: hashed by argon2, checked in the same time whether or not there is an account."""

from __future__ import annotations

import threading
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

_HASHES = PasswordHash((Argon2Hasher(),))
_ROOM = threading.BoundedSemaphore(2)
"""A hash takes 64 MiB and all of a core: two at a time, however many sign in."""


def hashed(password: str) -> str:
    """The hash to store."""
    with _ROOM:
        return _HASHES.hash(password)


def fits(password: str, stored: str | None) -> bool:
    """Whether it is the password of a stored hash; without one, as slowly, False."""
    against = stored or _nobodys()
    with _ROOM:
        right = _HASHES.verify(password, against)
    return right and stored is not None


@cache
def _nobodys() -> str:
    return hashed("nobody has this password")
