"""High-water marks: what a run saw committed is noted whole, however many write at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lakehouse.marks import forget_marks, note_marks, read_marks
from lakehouse.settings import Settings


def test_tables_that_end_together_are_all_noted(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    marks = {f"petinsure_gold.table_{number}": number for number in range(40)}
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda mark: note_marks(settings, dict([mark])), marks.items()))
    assert read_marks(settings) == marks


def test_forgotten_marks_are_gone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    note_marks(settings, {"petinsure_gold.monthly_kpis": 3})
    forget_marks(settings)
    assert read_marks(settings) == {}
