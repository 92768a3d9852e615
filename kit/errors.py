"""Errors of the kit, as children of the lakehouse's: each one sentence with its remedy.

PetInsureError
├── AlreadyRunning      another process watches this home
├── NotRunning          the kit is not running
├── NotSetUp            something that set-up makes is missing or broken
├── PortsTaken          no free port near the wanted one
├── ServiceFailed       a service did not start or did not stop
├── SnapshotNotFound    no snapshot of that name
├── SnapshotRefused     a snapshot or reset is not possible now
└── WrongOption         an option's value makes no sense
"""

from __future__ import annotations

from lakehouse.errors import PetInsureError


class AlreadyRunning(PetInsureError):
    """Another process watches this home."""


class NotRunning(PetInsureError):
    """The kit is not running."""


class NotSetUp(PetInsureError):
    """Something that set-up makes is missing or broken."""


class PortsTaken(PetInsureError):
    """No free port near the wanted one."""


class ServiceFailed(PetInsureError):
    """A service did not start or did not stop."""


class SnapshotNotFound(PetInsureError):
    """No snapshot of that name."""


class SnapshotRefused(PetInsureError):
    """A snapshot or a reset is not possible now."""


class WrongOption(PetInsureError):
    """An option's value makes no sense."""
