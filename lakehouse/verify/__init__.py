"""Verifying: is every commit whole, every delivered row accounted for, and no write lost?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import tables
from lakehouse.verify.balance import balance_findings
from lakehouse.verify.commits import commit_findings
from lakehouse.verify.finding import Finding
from lakehouse.verify.lost import lost_write_findings
from lakehouse.verify.sources import source_findings

__all__ = ["Finding", "verify"]


def verify(settings: Settings) -> list[Finding]:
    """All findings about the lake, good and bad, in the order of the layers.

    Reads storage only, no engine. Raises `StorageUnavailable` where storage does not answer.
    """
    lake = Lake(settings)
    checks = [
        lambda: lost_write_findings(settings, lake),
        lambda: source_findings(lake),
        *[lambda t=table: commit_findings(settings, lake, t) for table in tables().values()],
        lambda: balance_findings(settings, lake),
    ]
    with ThreadPoolExecutor(4) as pool:
        return [finding for found in pool.map(lambda check: check(), checks) for finding in found]
