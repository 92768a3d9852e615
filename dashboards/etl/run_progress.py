"""Run progress: what a run has told so far, table by table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashboards.evidence import Evidence

COLUMNS = ["table", "rows", "version", "seconds", "why"]


@dataclass
class TableProgress:
    """One table of a run: `waiting`, `running` or `done`, and what its commit wrote."""

    table: str
    state: str = "waiting"
    why: str = ""
    rows: int | None = None
    version: int | None = None
    seconds: float | None = None


@dataclass
class RunProgress:
    """A run so far; `ended` once it has told its end."""

    tables: dict[str, TableProgress] = field(default_factory=dict)
    new_files: int = 0
    warnings: list[str] = field(default_factory=list)
    ended: bool = False
    built: int = 0
    unchanged: int = 0
    seconds: float = 0.0

    @classmethod
    def of(cls, events: Sequence[dict[str, Any]]) -> RunProgress:
        """The state after these events."""
        run = cls()
        for event in events:
            run._hear(event)
        return run

    def _hear(self, event: dict[str, Any]) -> None:
        match event["event"]:
            case "RunStarted":
                self.new_files = event["new_files"]
                self.tables = {name: TableProgress(name) for name in event["tables"]}
            case "TableStarted":
                table = self._table(event)
                table.state, table.why = "running", event["reason"]
            case "TableFinished":
                table = self._table(event)
                table.state, table.rows = "done", event["rows"]
                table.version, table.seconds = event["version"], event["seconds"]
            case "Warned":
                self.warnings.append(event["message"])
            case "RunFinished":
                self.ended, self.built = True, event["built"]
                self.unchanged, self.seconds = event["unchanged"], event["seconds"]

    def _table(self, event: dict[str, Any]) -> TableProgress:
        name = event["table"].rpartition(".")[2]
        return self.tables.setdefault(name, TableProgress(name))

    def evidence(self, title: str, command: str) -> Evidence:
        """A run that has ended, as evidence."""
        done = [t for t in self.tables.values() if t.state == "done"]
        rows = pd.DataFrame([{c: getattr(t, c) for c in COLUMNS} for t in done], columns=COLUMNS)
        note = "" if done else "Nothing was new, so nothing was committed."
        facts = {
            "new_files": self.new_files,
            "tables_built": self.built,
            "tables_unchanged": self.unchanged,
        }
        table = rows if done else None
        return Evidence(title, command, "bash", self.seconds, table, note, facts=facts)
