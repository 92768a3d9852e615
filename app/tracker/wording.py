"""Wording: what a claim's owner is told of each layer, in plain words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from app.notifications.notice import Kind, Notice
from app.tracker.sightings import InSilver
from lakehouse.rules import Rule
from lakehouse.tables import table_named


def rule_named(name: str) -> Rule | None:
    """A quality rule of claims by its name; None for one that is declared no more."""
    return next((r for r in table_named("fact_claims").all_rules if r.name == name), None)


def meaning(rule: str) -> str:
    """What a rule asks, as its declaration says."""
    found = rule_named(rule)
    return found.reason if found else f"{rule}."


def flag_meaning(flag: str) -> str:
    """What a sign of fraud says, as its column's comment does."""
    return table_named("claims_analytics").columns[flag].comment


@dataclass(frozen=True)
class Subject:
    """The claim that is spoken of, the number its owner knows it by, and the owner."""

    claim_id: str
    number: str
    customer_id: str


def landed(claim: Subject, path: str, size: int) -> Notice:
    """The claim's file is in the lake."""
    body = f"It is stored as raw/{path}; the next run takes it in."
    data = {"path": f"raw/{path}", "size": size}
    told = _notice("claim_landed", claim, f"Claim {claim.number} has landed", body, data)
    return replace(told, audience="presenter")


def reached_bronze(claim: Subject, version: int) -> Notice:
    """The claim's row is in bronze."""
    body = f"It was taken in as delivered, with version {version} of claims_raw."
    data = {"table": "petinsure_bronze.claims_raw", "version": version}
    return _notice("claim_in_bronze", claim, f"Claim {claim.number} is in bronze", body, data)


def reached_silver(claim: Subject, version: int, verdict: InSilver) -> Notice:
    """The claim was judged: its score, and every rule it breaks in plain words."""
    title = f"Claim {claim.number} passed its checks"
    broken = " ".join(meaning(rule) for rule in verdict.broken)
    body = f"Quality score {verdict.score:g}. "
    body += f"Against the rule: {broken}" if broken else "Every rule is kept."
    if not verdict.is_valid:
        title = f"Claim {claim.number} stops in silver"
        body += " It goes no further as it is."
    elif verdict.superseded:
        title = f"Claim {claim.number} is checked"
        body += " A later delivery of the same claim stands for this one."
    data = {
        "table": "petinsure_silver.fact_claims",
        "version": version,
        "is_valid": verdict.is_valid,
        "quality_score": verdict.score,
        "rules_broken": list(verdict.broken),
    }
    return _notice("claim_in_silver", claim, title, body, data)


def reached_gold(claim: Subject, version: int) -> Notice:
    """The claim counts in the figures; signs of fraud are not for its owner."""
    body = "It counts in every figure now, and vw_claims_analytics shows it."
    data = {"table": "petinsure_gold.claims_analytics", "version": version}
    return _notice("claim_in_gold", claim, f"Claim {claim.number} is in gold", body, data)


def decided(claim: Subject, revision: int, record: dict[str, Any]) -> Notice:
    """The claim was decided, by a revision of its file."""
    status, reason = str(record["status"]), record.get("denial_reason")
    paid = float(record.get("paid_amount") or 0)
    claimed = float(record.get("claim_amount") or 0)
    body = f"We pay ${paid:,.2f} of ${claimed:,.2f}."
    if status == "Denied":
        body = f"We cannot pay the ${claimed:,.2f}."
    if reason:
        body += f" Reason: {reason}."
    data = {"revision": revision, "status": status, "paid_amount": paid, "denial_reason": reason}
    return _notice("claim_decided", claim, f"Claim {claim.number}: {status.lower()}", body, data)


def _notice(kind: Kind, claim: Subject, title: str, body: str, data: dict[str, Any]) -> Notice:
    return Notice(
        kind=kind,
        title=title,
        body=body,
        customer_id=claim.customer_id,
        claim_id=claim.claim_id,
        data=data,
    )
