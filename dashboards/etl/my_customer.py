"""My customer: whose numbers a page looks at, that of the followed claim or the demo's own."""

from __future__ import annotations

import json
from dataclasses import dataclass

from dashboards import following, queries
from lakehouse.storage import Lake

DEMO = "DEMO-002"


@dataclass(frozen=True)
class MyCustomer:
    """A customer, and the claim through which a viewer came upon them."""

    customer_id: str
    claim_id: str | None = None
    service_month: str | None = None
    """Month of the claim's treatment, as yyyy-mm."""


def my_customer() -> MyCustomer:
    """The customer of the followed claim, as its file in raw says; else DEMO-002."""
    claim_id = following.followed()
    content = Lake(queries.settings()).read("raw", f"claims/{claim_id}.json") if claim_id else None
    if content is None:
        return MyCustomer(DEMO)
    claim = json.loads(content)
    return MyCustomer(claim["customer_id"], claim_id, str(claim["service_date"])[:7])
