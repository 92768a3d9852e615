"""Hands each silver table's cases to the tests of its module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lakehouse.silver_cases import Rows

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NAMED = ("invalid", "doubted", "repaired", "kept", "superseded")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `invalid` runs once for each invalid case of its module; and so on."""
    for name in NAMED:
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, getattr(metafunc.module.CASES, name))


@pytest.fixture(scope="module")
def rows(request: pytest.FixtureRequest, spark: SparkSession) -> Rows:
    """Silver rows of the module's cases."""
    built: Rows = request.module.CASES.rows(spark)
    return built
