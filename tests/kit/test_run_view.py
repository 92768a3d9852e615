from __future__ import annotations

import pytest
from rich.console import Console

from kit import run_view
from kit.run_view import RunView
from lakehouse.pipeline.events import RunFinished, RunStarted, TableFinished, TableStarted
from lakehouse.tables import tables

RUN = "20260131120000"


@pytest.mark.parametrize("width", [60, 80])
def test_every_table_can_be_told_apart_on_a_narrow_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console(width=width, force_terminal=True, record=True, highlight=False)
    monkeypatch.setattr(run_view, "OUT", console)
    with RunView() as view:
        view.on_event(RunStarted(run_id=RUN, by="me", new_files=1, tables=[*tables()]))
        for table in tables().values():
            common = {"run_id": RUN, "table": table.full_name, "layer": table.layer}
            view.on_event(TableStarted(**common, reason="new version of fact_claims"))
            view.on_event(TableFinished(**common, version=3, rows=15_041, seconds=2.25))
        view.on_event(RunFinished(run_id=RUN, built=16, unchanged=0, seconds=12.5))
    lines = console.export_text().splitlines()
    assert lines[0] == f"run {RUN}: 1 new file"
    assert lines[-1].startswith("done in 12.5 s")
    last = "\n".join(lines[-len(tables()) - 2 :])
    assert all(f" {name} " in last for name in tables())
