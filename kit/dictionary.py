"""The data dictionary: every table, column, rule and threshold as Markdown, from the declarations.

`.venv/bin/python -m kit.dictionary` writes docs/data-dictionary.md; a test holds the file
against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lakehouse.columns import Column
from lakehouse.settings import PROJECT
from lakehouse.table import LAYERS, METADATA, Layer, Table
from lakehouse.tables import layer_tables

FILE = PROJECT / "docs" / "data-dictionary.md"

INTRODUCTION = """# Data dictionary

Made from the declarations in `lakehouse/tables/` by `.venv/bin/python -m kit.dictionary`; do not
edit it. A silver row keeps its bronze row's metadata; a gold table reads only rows of silver that
are valid and no duplicates. Money is in US dollars, exact to the cent; times are UTC. *Personal*
marks data about a person, or that leads to one.
"""

LAYER_TEXTS: dict[Layer, str] = {
    "bronze": "Everything delivered, as text, with where and when it came from.",
    "silver": "Typed, repaired, judged by rules and deduplicated; nothing is dropped.",
    "gold": "What the business asks for, served as SQL views.",
}


def dictionary() -> str:
    """The whole data dictionary as Markdown."""
    return INTRODUCTION + "".join("".join(_layer(layer)) for layer in LAYERS)


def _layer(layer: Layer) -> Iterator[str]:
    yield f"\n## {layer.title()}\n\n{LAYER_TEXTS[layer]}\n"
    yield f"\nMetadata columns of every {layer} table:\n\n"
    yield from _columns(METADATA[layer])
    for table in layer_tables(layer):
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield f"\n### {table.full_name}\n\n{table.description}\n\n"
    yield f"- grain: {table.grain}\n- key: {', '.join(f'`{key}`' for key in table.keys)}\n"
    if table.inputs:
        yield f"- computed from: {', '.join(f'`{name}`' for name in table.inputs)}\n"
    if table.view:
        yield f"- served as: `{table.view}`\n"
    for name, check in table.constraints.items():
        yield f"- constraint `{name}`: `{check}`\n"
    yield "\n"
    yield from _columns(table.columns | table.enriched)
    if table.thresholds:
        yield "\n| threshold | value | unit | why |\n|---|---|---|---|\n"
        for one in table.thresholds:
            yield f"| {one.name} | {one.value} | {one.unit} | {one.reason} |\n"
    if table.all_rules:
        yield "\n| rule | severity | weight | what it asks |\n|---|---|---|---|\n"
        for rule in table.all_rules:
            yield f"| `{rule.name}` | {rule.severity} | {rule.points} | {rule.reason} |\n"


def _columns(columns: dict[str, Column]) -> Iterator[str]:
    yield "| column | type | meaning |\n|---|---|---|\n"
    for name, column in columns.items():
        mark = " *Personal.*" if column.personal else ""
        yield f"| `{name}` | {column.type} | {column.comment}{mark} |\n"


def main() -> None:
    """Write the file."""
    Path(FILE).write_text(dictionary())


if __name__ == "__main__":
    main()
