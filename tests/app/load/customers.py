"""Customers of the load test: each registers, insures a pet, and files claims without mercy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from typing import Any

import httpx

from tests.app.server import Portal

Answer = dict[str, Any]


@dataclass
class Customer:
    """Somebody with a pet and a policy, and what the portal acknowledged to them."""

    client: httpx.Client
    number: int
    customer_id: str
    pet_id: str
    policy_id: str
    receipts: dict[str, Answer] = field(default_factory=dict)
    """By Idempotency-Key."""
    refused: int = 0
    """Answers that asked to come again."""

    @property
    def claim_ids(self) -> list[str]:
        """The claims that were acknowledged, in their order."""
        return [receipt["id"] for receipt in self.receipts.values()]

    def file(self, number: int, times: int = 1) -> None:
        """File one claim, so often under the same key; 503 means to try the same again."""
        key = f"load-{self.number}-{number}"
        for _ in range(times):
            receipt, refused = sent(self.client, "/api/claims", self.draft(number), key)
            self.refused += refused
            first = self.receipts.setdefault(key, receipt)
            assert receipt == first

    def draft(self, number: int) -> Answer:
        """The form of a claim."""
        return {
            "pet_id": self.pet_id,
            "policy_id": self.policy_id,
            "provider_id": f"DEMO-VET-0{1 + number % 3}",
            "diagnosis_code": "EAR-01",
            "service_date": datetime.now(UTC).date().isoformat(),
            "line_items": [{"description": "Office exam", "amount": amount(self.number, number)}],
        }


def amount(customer: int, number: int) -> float:
    """What a claim asks for; no two ask for the same."""
    return 20 + customer + number / 100


def person(number: int) -> Answer:
    """The form of somebody new."""
    return {
        "email": f"load{number}@example.com",
        "password": "lantern orchid walrus",
        "first_name": "Load",
        "last_name": f"Number {number}",
        "phone": "(978) 555-0100",
        "address_line1": f"{number} Lexington Road",
        "city": "Concord",
        "state": "MA",
        "zip_code": "01742",
        "date_of_birth": f"19{40 + number % 50}-11-29",
    }


def registered(portal: Portal, number: int) -> Customer:
    """A new customer with a pet and a policy, all through the API."""
    client = portal.visitor()
    client.timeout = httpx.Timeout(120)
    today = datetime.now(UTC).date()
    pet = {
        "pet_name": "Clover",
        "species": "Dog",
        "breed": "Labrador Retriever",
        "gender": "Female",
        "date_of_birth": f"{today.year - 3}-05-01",
        "weight_lbs": 61.5,
        "color": "Yellow",
    }
    me, _ = sent(client, "/api/customers", person(number), "of-no-use")
    described, _ = sent(client, "/api/pets", pet, "the-pet-of-all")
    policy = {"pet_id": described["id"], "plan_name": "Standard"}
    insured, _ = sent(client, "/api/policies", policy, "its-policy")
    return Customer(client, number, me["customer_id"], described["id"], insured["id"])


def sent(client: httpx.Client, path: str, body: Answer, key: str) -> tuple[Answer, int]:
    """The answer to a request, and how often 503 asked to send the same again before."""
    header, refused = {"Idempotency-Key": key}, 0
    while (answer := client.post(path, json=body, headers=header)).status_code == 503:
        refused += 1
        Event().wait(0.5)
    assert answer.status_code == 201, answer.text
    return dict(answer.json()), refused
