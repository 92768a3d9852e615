"""Tokens: a session as a signed JWT of 30 minutes, renewed while it is used, 12 hours at most."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

import jwt

from app.accounts.models import Account
from app.accounts.user import User

ALGORITHM = "HS256"
AUDIENCE = ISSUER = "petinsure360"
LIFETIME = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
"""A session ends this long after its password, however busy: no one's day is longer."""
REQUIRED = ["exp", "iat", "aud", "iss", "sub", "sid", "auth_time", "role", "email", "name"]


class Tokens:
    """Writes and reads the tokens of one signing key."""

    def __init__(self, key: str, lifetime: timedelta = LIFETIME) -> None:
        """Tokens of this key; they live so long."""
        self._key = key
        self._lifetime = lifetime

    def of(self, account: Account) -> str:
        """A new session of an account."""
        return self._signed(account, secrets.token_urlsafe(16), datetime.now(UTC))

    def renewed(self, user: User, account: Account) -> str:
        """The same session, as of now, with what the account is by now."""
        return self._signed(account, user.session_id, user.began)

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
        began, ends = (datetime.fromtimestamp(claims[x], UTC) for x in ("auth_time", "exp"))
        return User(
            account_id=int(claims["sub"]),
            email=claims["email"],
            name=claims["name"],
            role=claims["role"],
            customer_id=claims.get("customer_id"),
            session_id=claims["sid"],
            began=began,
            ends=ends,
            renewable=ends - datetime.now(UTC) < self._lifetime / 2 and ends < began + LONGEST,
        )

    def _signed(self, account: Account, session_id: str, began: datetime) -> str:
        now = datetime.now(UTC)
        claims = {
            "sub": str(account.id),
            "email": account.email,
            "name": account.name,
            "role": account.role,
            "customer_id": account.customer_id,
            "sid": session_id,
            "auth_time": int(began.timestamp()),
            "iat": now,
            "exp": min(now + self._lifetime, began + LONGEST),
            "aud": AUDIENCE,
            "iss": ISSUER,
        }
        return jwt.encode(claims, self._key, algorithm=ALGORITHM)
