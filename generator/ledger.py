"""The ledger: every defect that was planted, so that planted and caught can be compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.block import block
from generator.defects.planting import Entry, planted
from generator.tables import FILES, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.request import Request


def ledger(request: Request) -> Iterator[Entry]:
    """Every planted defect: entity, key, defect, column, original_value.

    The original value is the right one; for a late correction it is what stood there first, for a
    near duplicate the id of the same person's first registration.
    """
    for index in range(request.blocks):
        drawn = block(request, index)
        for entity in FILES:
            for defect in planted(drawn, entity, columns_of(drawn, entity)):
                yield defect.entry(entity)


def write_ledger(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The ledger as JSON lines."""
    for entry in entries:
        yield (json.dumps(entry) + "\n").encode()
