"""Table declarations: what a table is (`@bronze`, `@silver`, `@gold`) beside how it is built.

A table is one function in one file of `lakehouse/tables/<layer>/`. Layer and name come from the
file's place and the function's name, inputs from the function's parameters.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lakehouse.columns import Column, flag, moment, text
from lakehouse.errors import DeclarationError
from lakehouse.rules import Rule, column_rules
from lakehouse.thresholds import Threshold

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Layer = Literal["bronze", "silver", "gold"]
LAYERS: tuple[Layer, ...] = ("bronze", "silver", "gold")
PARAMETERS = ("as_of",)
"""Parameters of a transformation that are no tables: the date up to which the lake's data runs."""

Build = Callable[..., "DataFrame"]


@dataclass(frozen=True)
class NearDuplicates:
    """Rows of different keys that are the same person: all of `same` and one of `either` agree.

    Each is a Spark SQL expression that normalises; a null never agrees. The first by
    `earliest` survives.
    """

    same: tuple[str, ...]
    either: tuple[str, ...]
    earliest: str


@dataclass(frozen=True, eq=False)
class Table:
    """A declared table: all that docs, Delta comments, views and lineage say of it."""

    name: str
    layer: Layer
    description: str
    grain: str
    key: str | tuple[str, ...]
    columns: dict[str, Column]
    build: Build
    inputs: tuple[str, ...]
    enriched: dict[str, Column] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    near_duplicates: NearDuplicates | None = None
    source: str = ""
    constraints: dict[str, str] = field(default_factory=dict)
    thresholds: tuple[Threshold, ...] = ()
    view: str = ""
    aggregation: str = ""
    alias: str = ""

    @property
    def database(self) -> str:
        """Catalogue database of the table's layer."""
        return f"petinsure_{self.layer}"

    @property
    def full_name(self) -> str:
        """Name in the catalogue, such as `petinsure_gold.monthly_kpis`."""
        return f"{self.database}.{self.name}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of the key."""
        return (self.key,) if isinstance(self.key, str) else self.key

    @property
    def all_columns(self) -> dict[str, Column]:
        """Business columns and the metadata columns of the layer, in table order."""
        return self.columns | self.enriched | METADATA[self.layer]

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Rules that follow from the columns, then the declared ones; none outside silver."""
        return (*column_rules(self.columns), *self.rules) if self.layer == "silver" else ()


INGESTED: dict[str, Column] = {
    "_ingestion_timestamp": moment(
        "When the run that took this row in began; in live mode, when its batch did."
    ),
    "_source_file": text("File the row came from, with its container, such as raw/customers.csv."),
    "_source_modified_at": moment("When that file was written: the row's time of delivery."),
    "_batch_id": text("Run, or batch, that took this row in: its start as yyyymmddHHMMSS."),
    "_quality": text("How the line was read: parsed, rescued (values kept aside) or corrupt."),
    "_rescued_data": text("JSON of delivered columns that the contract does not know."),
    "_corrupt_record": text("The whole line where it could not be read."),
}
JUDGED: dict[str, Column] = {
    "_silver_processed_at": moment("When the run that judged this row began."),
    "_is_valid": flag("No rule of severity error is broken."),
    "_quality_score": Column(
        "decimal(4,1)", "Per cent of the applied rules' weight that was passed, one decimal."
    ),
    "_is_duplicate": flag("A valid row that another one stands for."),
    "_duplicate_of": text("Key of the row that survives in this one's stead."),
    "_rules_broken": Column("array<string>", "Names of the rules this row breaks."),
    "_repairs": Column("array<string>", "Repaired columns with the text as it was delivered."),
}
AGGREGATED: dict[str, Column] = {
    "_gold_processed_at": moment("When the run that computed this row began."),
    "_source_tables": text("Tables this one is computed from."),
    "_aggregation_type": text("Kind of aggregation."),
}
METADATA: dict[Layer, dict[str, Column]] = {
    "bronze": INGESTED,
    "silver": INGESTED | JUDGED,
    "gold": AGGREGATED,
}


def bronze(*, description: str, key: str, columns: dict[str, str]) -> Callable[[Build], Table]:
    """Declare a bronze table: the source's columns as text, with their comments.

    The function's one parameter names the source: `customers` reads `raw/customers*.csv`,
    `raw/customers*.jsonl` and `raw/customers/*.json`.
    """

    def declare(build: Build) -> Table:
        source = next(iter(inspect.signature(build).parameters))
        return _checked(
            Table(
                name=build.__name__,
                layer=_layer(build, "bronze"),
                description=description,
                grain="one row per line or object delivered",
                key=key,
                columns={name: text(comment) for name, comment in columns.items()},
                build=build,
                inputs=(),
                source=source,
            )
        )

    return declare


def silver(
    *,
    description: str,
    key: str,
    columns: dict[str, Column],
    enriched: dict[str, Column] | None = None,
    rules: tuple[Rule, ...] = (),
    near_duplicates: NearDuplicates | None = None,
) -> Callable[[Build], Table]:
    """Declare a silver table: typed columns, rules, and how duplicates are known.

    `columns` are the source's, `enriched` those the function adds. The first parameter is the
    bronze table (it arrives repaired, typed and with what its references bring), the others are
    the parents. Comments left out are those of the bronze columns of the same name.
    """

    def declare(build: Build) -> Table:
        inputs, parameters = _inputs(build)
        return _checked(
            Table(
                name=build.__name__,
                layer=_layer(build, "silver"),
                description=description,
                grain="one row per row of " + inputs[0],
                key=key,
                columns=columns,
                build=build,
                inputs=inputs,
                parameters=parameters,
                enriched=enriched or {},
                rules=rules,
                near_duplicates=near_duplicates,
            )
        )

    return declare


def gold(
    *,
    description: str,
    grain: str,
    key: str | tuple[str, ...],
    columns: dict[str, Column],
    view: str,
    aggregation: str,
    constraints: dict[str, str] | None = None,
    thresholds: tuple[Threshold, ...] = (),
    alias: str = "",
) -> Callable[[Build], Table]:
    """Declare a gold table; its silver inputs arrive without invalid and duplicate rows.

    `view` names the SQL view that serves it, `alias` a second name in the catalogue;
    `thresholds` are the numbers its measures rest on, for the data dictionary.
    """

    def declare(build: Build) -> Table:
        inputs, parameters = _inputs(build)
        return _checked(
            Table(
                name=build.__name__,
                layer=_layer(build, "gold"),
                description=description,
                grain=grain,
                key=key,
                columns=columns,
                build=build,
                inputs=inputs,
                parameters=parameters,
                constraints=constraints or {},
                thresholds=thresholds,
                view=view,
                aggregation=aggregation,
                alias=alias,
            )
        )

    return declare


def _inputs(build: Build) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = tuple(inspect.signature(build).parameters)
    tables = tuple(name for name in names if name not in PARAMETERS)
    return tables, tuple(name for name in names if name in PARAMETERS)


def _layer(build: Build, expected: Layer) -> Layer:
    place = build.__module__.split(".")
    if place[:2] == ["lakehouse", "tables"] and place[2:] != [expected, build.__name__]:
        msg = (
            f"{build.__module__} declares the {expected} table {build.__name__}; "
            f"move it to lakehouse/tables/{expected}/{build.__name__}.py."
        )
        raise DeclarationError(msg)
    return expected


def _checked(table: Table) -> Table:
    missing = [key for key in table.keys if key not in table.columns]
    if missing:
        msg = f"{table.full_name}: key column {missing[0]} is not among its columns."
        raise DeclarationError(msg)
    for name, column in table.columns.items():
        if column.references and column.references.table not in table.inputs:
            msg = (
                f"{table.full_name}: {name} refers to {column.references.table}, "
                "which is not a parameter of its function."
            )
            raise DeclarationError(msg)
    return table
