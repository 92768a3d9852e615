"""Readers: who is told what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.accounts.user import User
from insurance.identities.logins import Role

Audience = Literal["staff", "presenter"]
"""`staff` is the presenter and the analyst."""

AUDIENCES: dict[Role, tuple[Audience, ...]] = {
    "customer": (),
    "analyst": ("staff",),
    "presenter": ("staff", "presenter"),
}


@dataclass(frozen=True)
class Reader:
    """Someone signed in, and whose notices they see."""

    name: str
    customer_id: str | None
    audiences: tuple[Audience, ...]

    def concerns(self, customer_id: str | None, audience: str | None) -> bool:
        """Whether a notice to these is one of theirs."""
        mine = customer_id is not None and customer_id == self.customer_id
        return mine or audience in self.audiences


def reader_of(user: User) -> Reader:
    """The reader that a signed-in user is."""
    return Reader(user.email, user.customer_id, AUDIENCES[user.role])
