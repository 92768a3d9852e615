from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kit import grid
from kit.console import OUT


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OUT, "width", 80)


def test_a_narrow_result_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    grid.show(["pet_name", "claims"], [("Bella", 3), ("Max", 12)])
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[0] == ["pet_name", "claims"]
    assert lines[-2:] == [["Bella", "3"], ["Max", "12"]]


def test_a_wide_result_is_record_by_record(capsys: pytest.CaptureFixture[str]) -> None:
    columns = [f"column_number_{number}" for number in range(12)]
    grid.show(columns, [range(12), range(12)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * 13
    assert lines[1].split() == ["column_number_0", "0"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "∅"),
        (True, "true"),
        (Decimal("1234.50"), "1,234.50"),
        (date(2026, 1, 31), "2026-01-31"),
        (datetime(2026, 1, 31, 9, 5, tzinfo=UTC), "2026-01-31 09:05:00"),
        ("two\nlines", "two↵lines"),
        ("\x1b[31mred", "�[31mred"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
    ],
)
def test_a_value_as_people_read_it(value: object, text: str) -> None:
    assert grid.written(value) == text
