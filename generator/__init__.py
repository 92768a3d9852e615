"""The insurer's source systems: deterministic raw files with their planted defects."""

from __future__ import annotations

from generator.files import RawFile, portal_claims, source_files
from generator.ledger import ledger, write_ledger
from generator.request import Request

__all__ = ["RawFile", "Request", "ledger", "portal_claims", "source_files", "write_ledger"]
