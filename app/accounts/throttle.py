"""Throttle of sign-ins: so many wrong passwords an e-mail and an address, then a pause."""

from __future__ import annotations

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

AN_EMAIL = "10 per 5 minutes"
AN_ADDRESS = "60 per 5 minutes"


class Throttle:
    """Counts failures; in memory, as there is one process."""

    def __init__(self, an_email: str = AN_EMAIL, an_address: str = AN_ADDRESS) -> None:
        """Nobody has failed yet."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._limits = {"email": parse(an_email), "address": parse(an_address)}

    def pause(self, email: str, address: str) -> int:
        """Seconds that this sign-in has to wait; 0 where it may be tried."""
        return max(self._wait("email", email), self._wait("address", address))

    def failed(self, email: str, address: str) -> None:
        """Count a wrong password."""
        self._limiter.hit(self._limits["email"], "email", email)
        self._limiter.hit(self._limits["address"], "address", address)

    def succeeded(self, email: str) -> None:
        """Forget an e-mail's failures."""
        self._limiter.clear(self._limits["email"], "email", email)

    def _wait(self, kind: str, who: str) -> int:
        limit: RateLimitItem = self._limits[kind]
        if self._limiter.test(limit, kind, who):
            return 0
        until = self._limiter.get_window_stats(limit, kind, who).reset_time
        return max(1, math.ceil(until - time.time()))
