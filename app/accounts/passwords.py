"""Passwords: hashed by argon2, checked in the same time whether or not there is an account."""

from __future__ import annotations

from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SHORTEST = 12
LONGEST = 128

_HASHES = PasswordHash((Argon2Hasher(),))


def hashed(password: str) -> str:
    """The hash to store."""
    return _HASHES.hash(password)


def fits(password: str, stored: str | None) -> bool:
    """Whether it is the password of a stored hash; without one, as slowly, False."""
    right = _HASHES.verify(password, stored or _nobodys())
    return right and stored is not None


@cache
def _nobodys() -> str:
    return hashed("nobody has this password")
