"""Schemas of accounts."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from app.accounts.password_rules import GivenPassword
from insurance.identities.logins import Role


class Credentials(BaseModel):
    """E-mail and password of a sign-in."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"email": "demo1@demologin.com", "password": "petinsure360"}]
        }
    )

    email: str = Field(min_length=3, max_length=254)
    password: GivenPassword


class Me(BaseModel):
    """Who is signed in; `customer_id` is set for customers only."""

    email: str
    name: str
    role: Role
    customer_id: str | None


class DemoLogin(BaseModel):
    """A login of the demo, for the one-click sign-in."""

    email: str
    name: str
    role: Role
    story: str
    password: str | None = Field(description="None in a shared deployment.")
