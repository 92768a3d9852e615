"""User: who a request is from, as the session says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from insurance.identities.logins import Role


@dataclass(frozen=True)
class User:
    """A signed-in person; `customer_id` is set for customers only.

    `ends` is when the session ends (UTC), `half_spent` whether it is time to renew it.
    """

    account_id: int
    email: str
    name: str
    role: Role
    customer_id: str | None
    ends: datetime
    half_spent: bool
