"""Throttle: so many wrong passwords an e-mail and an address, so many new accounts; then a pause.

In memory, as there is one process.
"""

from __future__ import annotations

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

AN_EMAIL = "10 per 5 minutes"
AN_ADDRESS = "60 per 5 minutes"
REGISTRATIONS = "60 per 10 minutes"
"""New accounts of an address: a whole audience may share one."""


class Throttle:
    """Counts attempts; whoever has to wait is told for how many seconds, 0 means go on."""

    def __init__(self) -> None:
        """Nobody has tried yet."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._an_email, self._an_address = parse(AN_EMAIL), parse(AN_ADDRESS)
        self._registrations = parse(REGISTRATIONS)

    def sign_in(self, email: str, address: str) -> int:
        """The pause before this sign-in may be tried.

        The e-mail's attempt is counted here, before its password is checked, so that many at the
        same time get no more guesses than one after the other.
        """
        if not self._limiter.test(self._an_address, "wrong", address):
            return self._pause(self._an_address, "wrong", address)
        return self._hit(self._an_email, "email", email)

    def wrong(self, address: str) -> None:
        """Count a wrong password against the address it came from."""
        self._limiter.hit(self._an_address, "wrong", address)

    def right(self, email: str) -> None:
        """Forget an e-mail's attempts."""
        self._limiter.clear(self._an_email, "email", email)

    def registration(self, address: str) -> int:
        """The pause before this address may make an account."""
        return self._hit(self._registrations, "new", address)

    def _hit(self, limit: RateLimitItem, *who: str) -> int:
        return 0 if self._limiter.hit(limit, *who) else self._pause(limit, *who)

    def _pause(self, limit: RateLimitItem, *who: str) -> int:
        until = self._limiter.get_window_stats(limit, *who).reset_time
        return max(1, math.ceil(until - time.time()))
