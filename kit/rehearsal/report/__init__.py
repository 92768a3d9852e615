"""Report: a rehearsal as a hand-out: HTML in one file, PDF, and timings for programs."""

from __future__ import annotations

from kit.rehearsal.report.writing import write

__all__ = ["write"]
