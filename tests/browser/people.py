"""People: the demo's identities by the names that tests call them."""

from __future__ import annotations

from typing import Final

from insurance.identities import LOGINS

MAYA, DANIEL, SOFIA, ANALYST, PRESENTER = (login.email for login in LOGINS)
CUSTOMERS: Final = {login.customer_id: login.email for login in LOGINS if login.customer_id}
"""E-mail of each demo customer by customer_id."""
