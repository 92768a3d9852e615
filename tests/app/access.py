"""Access: every operation of the API, and the roles that may ask for it."""

from __future__ import annotations

EVERYONE = {"customer", "analyst", "presenter"}
CUSTOMERS = {"customer"}
STAFF = {"analyst", "presenter"}
PRESENTER = {"presenter"}

OPEN = {
    "GET /api/accounts/demo",
    "POST /api/accounts/login",
    "POST /api/accounts/logout",
    "POST /api/customers",
    "GET /api/health",
    "GET /api/ready",
}
ALLOWED = {
    "GET /api/accounts/me": EVERYONE,
    "GET /api/catalog": EVERYONE,
    "GET /api/providers": EVERYONE,
    "GET /api/scenarios": CUSTOMERS,
    "GET /api/pets": CUSTOMERS,
    "POST /api/pets": CUSTOMERS,
    "GET /api/policies": CUSTOMERS,
    "POST /api/policies": CUSTOMERS,
    "POST /api/quotes": CUSTOMERS,
    "GET /api/claims": {"customer", "presenter"},
    "POST /api/claims": CUSTOMERS,
    "GET /api/claims/{claim_id}": {"customer", "presenter"},
    "GET /api/claims/{claim_id}/journey": {"customer", "presenter"},
    "GET /api/decisions/queue": PRESENTER,
    "GET /api/decisions/{claim_id}/proposal": PRESENTER,
    "POST /api/claims/{claim_id}/decision": PRESENTER,
    "GET /api/notifications": EVERYONE,
    "POST /api/notifications/read": EVERYONE,
    "GET /api/pipeline": PRESENTER,
    "POST /api/pipeline/runs": PRESENTER,
    "PUT /api/pipeline/schedule": PRESENTER,
    "PUT /api/pipeline/live": PRESENTER,
    "GET /api/insights/kpis": STAFF,
    "GET /api/insights/customers": STAFF,
    "GET /api/insights/customers/{customer_id}": STAFF,
    "GET /api/insights/claims": STAFF,
    "GET /api/insights/risk": STAFF,
    "GET /api/insights/cross-sell": STAFF,
    "GET /api/insights/providers": STAFF,
}
"""A new operation is entered here, or the first test fails."""

EMAILS = {
    "customer": "demo1@demologin.com",
    "analyst": "analyst@demologin.com",
    "presenter": "presenter@demologin.com",
}
