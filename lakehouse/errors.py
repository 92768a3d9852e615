"""Errors of the lakehouse: one base, a child for each fact.

PetInsureError
├── StorageUnavailable      storage does not answer
├── EngineUnavailable       Spark Connect does not answer
├── LakeEmpty               nothing was generated yet
├── RunInProgress           another run holds the lease
├── RunFailed               a table of the run failed
├── DeclarationError        a table's declaration is wrong
├── UnknownTable            no such table
├── UnknownColumn           no such column in the lineage
└── QueryRefused            the SQL console does not take this statement
"""

from __future__ import annotations


class PetInsureError(Exception):
    """Base of all errors that a user sees: one sentence with the cause and the remedy."""


class StorageUnavailable(PetInsureError):
    """The lake's storage does not answer."""


class EngineUnavailable(PetInsureError):
    """The Spark engine does not answer."""


class LakeEmpty(PetInsureError):
    """The lake has no source files yet."""


class RunInProgress(PetInsureError):
    """Another pipeline run holds the lease."""


class RunFailed(PetInsureError):
    """A table of the pipeline run could not be built."""


class DeclarationError(PetInsureError):
    """A table's declaration contradicts its function, its place or its inputs."""


class UnknownTable(PetInsureError):
    """No table of that name is declared."""


class UnknownColumn(PetInsureError):
    """No dataset of the lineage has a column of that name."""


class QueryRefused(PetInsureError):
    """The SQL console does not run this statement."""
