"""User: who a request is from, as the session says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from insurance.identities.logins import Role


@dataclass(frozen=True)
class User:
    """A signed-in person; `customer_id` is set for customers only.

    The session began with a password and goes on, renewed, under the same id. `ends` is when it
    ends unless renewed (UTC), `renewable` whether it is time for that and still may be.
    """

    account_id: int
    email: str
    name: str
    role: Role
    customer_id: str | None
    session_id: str
    began: datetime
    ends: datetime
    renewable: bool
