"""Silver cases: rows that break a rule, need a repair or are superseded, and what each table shows.

A table's test module declares its `Cases`; a subclass of `SilverRules` brings the tests that are
the same for every silver table. tests/lakehouse/tables/silver/conftest.py hands out the cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from lakehouse.tables import tables
from lakehouse.transform import transformed
from tests.lakehouse.rows import MOMENT, bronze, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Rows = dict[str, dict[str, Any]]
Broken = dict[str, tuple[dict[str, Any], set[str], int, int]]
"""By name: what is changed, rules broken, weight passed of weight applied."""


@dataclass(frozen=True)
class Cases:
    """Rows of one silver table by the name of their case; `whole` is what all rows share.

    `repaired` gives a column's text as delivered and as repaired, `repaired_score` the score of
    a row with one repair, `superseded` the row that survives, whose key is the name's first
    letter; `others` are rows for the module's own tests, `parents` the tables referred to.
    """

    table: str
    whole: dict[str, Any]
    invalid: Broken
    doubted: Broken
    repaired: dict[str, tuple[str, str]]
    repaired_score: Decimal
    kept: Rows
    superseded: dict[str, str]
    others: Rows
    parents: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    told_apart: Callable[[str], dict[str, Any]] = lambda name: {}

    def rows(self, spark: SparkSession) -> Rows:
        """Silver rows by the name of their case, which travels as the batch; one query."""
        table = tables()[self.table]
        changes = {name: case[0] for name, case in (self.invalid | self.doubted).items()}
        changes |= {column: {column: told} for column, (told, _) in self.repaired.items()}
        changes |= self.kept | self.others | {"corrupt": {"_quality": "corrupt"}}
        delivered = [
            self.whole | {table.keys[0]: name, "_batch_id": name} | self.told_apart(name) | change
            for name, change in changes.items()
        ]
        inputs = {name: silver(spark, name, *rows) for name, rows in self.parents.items()}
        inputs[table.inputs[0]] = bronze(spark, table.inputs[0], *delivered)
        built = transformed(table, inputs, MOMENT).collect()
        assert len(built) == len(changes)
        return {row["_batch_id"]: row.asDict() for row in built}

    def rules_shown(self) -> set[str]:
        """Names of the rules that a row here breaks."""
        shown = set().union(*[case[1] for case in (self.invalid | self.doubted).values()])
        return shown | {f"{column}_repaired" for column in self.repaired} | {"parsed"}


class SilverRules:
    """What holds of every silver table; `rows` and the cases come from the conftest."""

    cases: ClassVar[Cases]

    def test_every_rule_has_a_row_that_breaks_it(self) -> None:
        declared = {rule.name for rule in tables()[self.cases.table].all_rules}
        assert self.cases.rules_shown() == declared

    def test_a_row_that_breaks_an_error_rule_is_invalid(self, rows: Rows, invalid: str) -> None:
        row, (_, broken, passed, applied) = rows[invalid], self.cases.invalid[invalid]
        assert set(row["_rules_broken"]) == broken
        assert (row["_is_valid"], row["_is_duplicate"]) == (False, False)
        assert row["_quality_score"] == round(Decimal(100 * passed) / applied, 1)

    def test_a_row_that_breaks_a_warning_stays_valid(self, rows: Rows, doubted: str) -> None:
        row, (_, broken, passed, applied) = rows[doubted], self.cases.doubted[doubted]
        assert set(row["_rules_broken"]) == broken
        assert row["_is_valid"] is True
        assert row["_quality_score"] == round(Decimal(100 * passed) / applied, 1)

    def test_a_repair_is_made_and_noted(self, rows: Rows, repaired: str) -> None:
        row, (delivered, standard) = rows[repaired], self.cases.repaired[repaired]
        assert row[repaired] == standard
        assert row["_repairs"] == [f"{repaired}: {delivered}"]
        assert row["_rules_broken"] == [f"{repaired}_repaired"]
        assert (row["_is_valid"], row["_quality_score"]) == (True, self.cases.repaired_score)

    def test_a_good_row_is_kept_as_it_is(self, rows: Rows, kept: str) -> None:
        row = rows[kept]
        assert (row["_rules_broken"], row["_repairs"]) == ([], [])
        assert (row["_is_valid"], row["_is_duplicate"]) == (True, False)
        assert row["_quality_score"] == 100

    def test_a_line_that_could_not_be_read_breaks_that_rule_only(self, rows: Rows) -> None:
        row = rows["corrupt"]
        assert row["_rules_broken"] == ["parsed"]
        assert (row["_is_valid"], row["_quality_score"]) == (False, 0)

    def test_the_latest_update_survives_and_among_equals_the_last_delivered(
        self, rows: Rows, superseded: str
    ) -> None:
        row, survivor = rows[superseded], rows[self.cases.superseded[superseded]]
        assert (row["_is_duplicate"], row["_duplicate_of"]) == (True, superseded[0])
        assert (survivor["_is_duplicate"], survivor["_duplicate_of"]) == (False, None)
