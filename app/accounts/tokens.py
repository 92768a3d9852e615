"""Tokens: a session as a signed JWT of 30 minutes, renewed while it is used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import jwt

from app.accounts.models import Account
from app.accounts.user import User

ALGORITHM = "HS256"
AUDIENCE = ISSUER = "petinsure360"
LIFETIME = timedelta(minutes=30)
REQUIRED = ["exp", "iat", "aud", "iss", "sub", "role", "email", "name"]


class Tokens:
    """Writes and reads the tokens of one signing key."""

    def __init__(self, key: str, lifetime: timedelta = LIFETIME) -> None:
        """Tokens of this key; they live so long."""
        self._key = key
        self.lifetime = lifetime

    def of(self, account: Account) -> str:
        """A new session of an account."""
        return self._signed(
            {
                "sub": str(account.id),
                "email": account.email,
                "name": account.name,
                "role": account.role,
                "customer_id": account.customer_id,
            }
        )

    def renewed(self, user: User) -> str:
        """The same session, as of now."""
        return self._signed(
            {
                "sub": str(user.account_id),
                "email": user.email,
                "name": user.name,
                "role": user.role,
                "customer_id": user.customer_id,
            }
        )

    def read(self, token: str) -> User | None:
        """Whose session it is; None where it is not ours, or has ended."""
        try:
            claims = jwt.decode(
                token,
                self._key,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=ISSUER,
                options={"require": REQUIRED},
            )
        except jwt.InvalidTokenError:
            return None
        ends = datetime.fromtimestamp(claims["exp"], UTC)
        return User(
            account_id=int(claims["sub"]),
            email=claims["email"],
            name=claims["name"],
            role=claims["role"],
            customer_id=claims.get("customer_id"),
            ends=ends,
            half_spent=ends - datetime.now(UTC) < self.lifetime / 2,
        )

    def _signed(self, claims: dict[str, Any]) -> str:
        now = datetime.now(UTC)
        times = {"iat": now, "exp": now + self.lifetime, "aud": AUDIENCE, "iss": ISSUER}
        return jwt.encode(claims | times, self._key, algorithm=ALGORITHM)
