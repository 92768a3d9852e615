"""Doctor: whether this machine and the set-up are fit, each red finding with its remedy."""

from __future__ import annotations

from kit.doctor.examination import examine, require_sound
from kit.doctor.finding import Finding

__all__ = ["Finding", "examine", "require_sound"]
