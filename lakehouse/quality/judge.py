"""Judging: every rule on every row, the quality score, and the names of the rules broken."""

from __future__ import annotations

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.quality.conform import present
from lakehouse.rules import PARSED, Rule


def judged(rows: DataFrame, rules: tuple[Rule, ...]) -> DataFrame:
    """Rows with `_is_valid`, `_quality_score` and `_rules_broken` by these rules.

    The score is 100 * weight passed / weight applied; a rule whose condition is null does not
    apply, and to a line that could not be read only that rule does. A row is valid when no rule
    of severity error is broken.
    """
    # Each condition becomes a column first, so that it is evaluated once. No array functions with
    # lambdas from here on: the engine reads its configuration anew for every element.
    checks = {f"_check_{rule.name}": F.expr(rule.condition) for rule in rules}
    readable = F.expr(PARSED.condition)
    broken = present([F.when(~F.col(f"_check_{rule.name}"), rule.name) for rule in rules])
    named = rows.withColumns(checks).withColumn(
        "_rules_broken", F.when(readable, broken).otherwise(F.array(F.lit(PARSED.name)))
    )
    errors = F.array(*[F.lit(rule.name) for rule in rules if rule.severity == "error"])
    score = F.when(~readable, 0).when(F.size("_rules_broken") == 0, 100).otherwise(_score(rules))
    return named.withColumns(
        {
            "_is_valid": ~F.arrays_overlap("_rules_broken", errors),
            "_quality_score": score.cast("decimal(4,1)"),
        }
    ).drop(*checks)


def _score(rules: tuple[Rule, ...]) -> Expression:
    """Per cent of the applied weight that was passed, one decimal."""
    # As text: the protocol to the engine does not carry so deep a tree of operators.
    passed = " + ".join(f"IF(_check_{rule.name}, {rule.points}, 0)" for rule in rules)
    applied = " + ".join(f"IF(_check_{rule.name} IS NULL, 0, {rule.points})" for rule in rules)
    return F.expr(f"round(CAST(100 * ({passed}) AS DECIMAL(8,0)) / ({applied}), 1)")
