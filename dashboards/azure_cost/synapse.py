"""Synapse: what a serverless SQL pool bills for the bytes of a query."""

from __future__ import annotations

from math import ceil

MB = 1024 * 1024
TB = 1024 * 1024  # in MB
SMALLEST = 10
"""MB that every query is billed for at least."""


def billed_mb(scanned: float) -> int:
    """MB that a query is billed for which processes so many bytes: whole ones, at least ten."""
    return max(SMALLEST, ceil(scanned / MB))


def query_cost(scanned: float, dollars_a_tb: float) -> float:
    """Dollars for one query."""
    return billed_mb(scanned) * dollars_a_tb / TB


def dollars(amount: float) -> str:
    """An amount as people read it, however small: cents where there are any, else what there is."""
    if amount == 0:
        return "$0"
    if amount < 0.01:
        return f"${amount:.6f}".rstrip("0")
    return f"${amount:,.2f}"
