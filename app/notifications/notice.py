"""A notice: one thing to tell someone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from app.notifications.readers import Audience

Kind = Literal[
    "claim_landed",
    "claim_in_bronze",
    "claim_in_silver",
    "claim_in_gold",
    "claim_decided",
    "run_started",
    "table_finished",
    "run_finished",
    "run_stopped",
    "live_changed",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
OF_A_CLAIM: tuple[Kind, ...] = KINDS[:5]
"""Kinds that are told once of each claim (and revision), whoever tells them first."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is told, and to whom: a customer, an audience, or both."""

    kind: Kind
    title: str
    body: str
    customer_id: str | None = None
    audience: Audience | None = None
    claim_id: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def once(self) -> str | None:
        """What must not be told twice; None for what may be told again and again."""
        if self.claim_id is None or self.kind not in OF_A_CLAIM:
            return None
        return once_key(self.kind, self.claim_id, self.data.get("revision"))


def once_key(kind: Kind, claim_id: str, revision: int | None = None) -> str:
    """The name of what is told once of a claim, or of a revision of it."""
    return f"{kind}:{claim_id}" + (f":{revision}" if revision else "")
