"""Who can sign in to the demo, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["customer", "analyst", "presenter"]


@dataclass(frozen=True, slots=True)
class Login:
    """One demo login; customer_id is set for customers only."""

    email: str
    name: str
    role: Role
    customer_id: str | None
    story: str


LOGINS: Final = (
    Login(
        "demo1@demologin.com",
        "Maya Brooks",
        "customer",
        "DEMO-001",
        "First-time owner of a young dog and a cat; files a claim with one tap.",
    ),
    Login(
        "demo2@demologin.com",
        "Daniel Okafor",
        "customer",
        "DEMO-002",
        "Loyal family with a house full of insured pets; the customer the SQL step looks up.",
    ),
    Login(
        "demo3@demologin.com",
        "Sofia Reyes",
        "customer",
        "DEMO-003",
        "New customer with a brand-new policy and a clinic that we watch.",
    ),
    Login(
        "analyst@demologin.com",
        "Priya Raman",
        "analyst",
        None,
        "Sees the insurer's figures and asks SQL; changes nothing.",
    ),
    Login(
        "presenter@demologin.com",
        "Alex Morgan",
        "presenter",
        None,
        "Runs the pipeline, resets the lake and decides claims on stage.",
    ),
)
