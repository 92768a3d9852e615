"""The five source tables: the file of each and the columns of its rows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from generator.lines import csv_lines, json_lines
from generator.records.claims import NATIVE, claim_columns
from generator.records.customers import customer_columns
from generator.records.pets import pet_columns
from generator.records.policies import policy_columns
from generator.records.providers import provider_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyarrow as pa

    from generator.block import Block
    from generator.text import Columns

FILES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "customers": "customers.csv",
        "pets": "pets.csv",
        "policies": "policies.csv",
        "providers": "providers.csv",
        "claims": "claims.jsonl",
    }
)
"""Name of each entity's source file in container raw, parents before children."""

_COLUMNS: Final[Mapping[str, Callable[[Block], Columns]]] = MappingProxyType(
    {
        "customers": customer_columns,
        "pets": pet_columns,
        "policies": policy_columns,
        "providers": provider_columns,
        "claims": claim_columns,
    }
)


def columns_of(block: Block, entity: str) -> Columns:
    """The rows of an entity's source file in this block, before any defect is planted."""
    columns = _COLUMNS[entity](block)
    if entity != "claims":
        return columns
    count = len(block.claims) - block.claims.portal
    return {name: values.slice(0, count) for name, values in columns.items()}


def lines_of(entity: str, columns: Columns) -> pa.StringArray:
    """The rows as lines of the entity's source file."""
    return json_lines(columns, NATIVE) if entity == "claims" else csv_lines(columns)
