"""Progress: where a run stands, from the events that it tells."""

from __future__ import annotations

from threading import Lock
from typing import Any

from app.pipeline.schemas import TableProgress
from lakehouse.tables import table_named

Event = dict[str, Any]


class Progress:
    """The run in view: the one that goes on, else the last one seen; for several threads."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._lock = Lock()
        self._tables: dict[str, TableProgress] = {}
        self.run_id: str | None = None
        self.new_files: int | None = None
        self.warnings: list[str] = []

    def tables(self) -> list[TableProgress]:
        """Each table of the run."""
        with self._lock:
            return list(self._tables.values())

    def take(self, event: Event) -> None:
        """Take one event in; of kinds unknown here nothing is taken."""
        with self._lock:
            match event["event"]:
                case "RunStarted":
                    self._begin(event)
                case "TableStarted":
                    self._change(event["table"], state="working", reason=event["reason"])
                case "TableFinished":
                    figures = {name: event[name] for name in ("version", "rows", "seconds")}
                    self._change(event["table"], state="built", **figures)
                case "RunFinished":
                    for name, table in self._tables.items():
                        if table.state == "waiting":
                            self._change(name, state="unchanged")
                case "Warned":
                    if event["run_id"] != self.run_id:
                        self._forget(event["run_id"])
                    self.warnings.append(event["message"])

    def _begin(self, event: Event) -> None:
        # A run warns of files before it says what it does about the others.
        if event["run_id"] != self.run_id:
            self._forget(event["run_id"])
        self.new_files = event["new_files"]
        for name in event["tables"]:
            table = table_named(name)
            self._tables[table.full_name] = TableProgress(
                table=table.full_name,
                layer=table.layer,
                state="waiting",
                version=None,
                rows=None,
                seconds=None,
                reason=None,
            )

    def _forget(self, run_id: str) -> None:
        self.run_id, self.new_files = run_id, None
        self._tables, self.warnings = {}, []

    def _change(self, name: str, **changes: Any) -> None:
        if name in self._tables:
            self._tables[name] = self._tables[name].model_copy(update=changes)
