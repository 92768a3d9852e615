"""Building: the tables of a pass, each worked on in a thread as soon as its inputs are done."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from graphlib import TopologicalSorter

from lakehouse.commits import read_commit
from lakehouse.errors import PetInsureError, RunFailed
from lakehouse.marks import note_marks
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.events import RunStarted, TableFinished, TableStarted
from lakehouse.pipeline.ingestion import Ingestion, ingest
from lakehouse.pipeline.lease import actor
from lakehouse.pipeline.materialization import build, input_versions, stale
from lakehouse.pipeline.report import BuiltTable, RunReport
from lakehouse.pipeline.state import table_state
from lakehouse.table import Table

THREADS = 4
"""Tables in work at once; small tables wait more than they compute."""

TakeIn = Callable[[RunContext, Table, Ingestion], None]


class Pass:
    """One pass over tables; those whose inputs have not changed are left as they are."""

    def __init__(
        self,
        context: RunContext,
        tables: Iterable[Table],
        *,
        take_in: TakeIn = ingest,
        order: Mapping[str, Collection[str]] | None = None,
        enough: Callable[[Table], bool] = lambda _: False,
    ) -> None:
        """Nothing is started yet.

        `take_in` brings bronze tables up to date. `order` names tables that a table waits for
        besides its inputs. A table of which there is `enough` when its turn comes is left for
        another pass.
        """
        self.context = context
        self.todo = {table.name: table for table in tables}
        self.built: list[BuiltTable] = []
        self.unchanged: list[str] = []
        self.left: list[str] = []
        self._take_in = take_in
        self._order = order or {}
        self._enough = enough

    def announce(self, new_files: int, *, besides: Iterable[Table] = ()) -> None:
        """Tell that the pass begins; tables `besides` its own are told of, too."""
        self.context.on_event(
            RunStarted(
                run_id=self.context.run_id,
                by=actor(self.context.settings),
                new_files=new_files,
                tables=[*(table.name for table in besides), *self.todo],
            )
        )

    def go(self, plans: Mapping[str, Ingestion]) -> None:
        """Work through all tables, the bronze ones by their plans.

        The first failure ends the pass once its neighbours are done.
        """
        order = TopologicalSorter({name: self._predecessors(name) for name in self.todo})
        order.prepare()
        running: dict[Future[None], str] = {}
        with ThreadPoolExecutor(THREADS) as pool, _none_further(running):
            while order.is_active():
                for name in order.get_ready():
                    work = pool.submit(self._work, self.todo[name], plans.get(name))
                    running[work] = name
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    name = running.pop(future)
                    future.result()
                    order.done(name)

    def finished(self, table: Table, version: int, rows: int, seconds: float) -> None:
        """Note and tell that a table has a new version."""
        seconds = round(seconds, 2)
        self.built.append(BuiltTable(table.full_name, version, rows, seconds))
        note_marks(self.context.settings, {table.full_name: version})
        self.context.on_event(
            TableFinished(
                run_id=self.context.run_id,
                table=table.full_name,
                layer=table.layer,
                version=version,
                rows=rows,
                seconds=seconds,
            )
        )

    def report(self, seconds: float, error: BaseException | None) -> RunReport:
        """What was done so far."""
        context = self.context
        return RunReport(
            run_id=context.run_id,
            by=actor(context.settings),
            started_at=context.moment.started_at.isoformat(),
            seconds=round(seconds, 2),
            ok=error is None,
            built=self.built,
            unchanged=self.unchanged,
            error=None if error is None else str(error) or type(error).__name__,
        )

    def _predecessors(self, name: str) -> list[str]:
        inputs = self.todo[name].inputs
        return [other for other in (*inputs, *self._order.get(name, ())) if other in self.todo]

    def _work(self, table: Table, plan: Ingestion | None) -> None:
        if self._enough(table):
            self.left.append(table.full_name)
            return
        began = time.monotonic()
        try:
            changed = self._bring_up_to_date(table, plan)
        except PetInsureError:
            raise
        except Exception as error:
            first = str(error).strip().splitlines()[0][:300] if str(error).strip() else repr(error)
            msg = f"{table.full_name} could not be built: {first}"
            raise RunFailed(msg) from error
        if not changed:
            self.unchanged.append(table.full_name)
            return
        version = table_state(self.context.lake, table).version or 0
        commit = read_commit(self.context.lake, table, version)
        rows = commit.rows_written if commit else 0
        self.finished(table, version, rows, time.monotonic() - began)

    def _bring_up_to_date(self, table: Table, plan: Ingestion | None) -> bool:
        if plan is not None:
            if plan.reason:
                self._started(table, plan.reason)
                self._take_in(self.context, table, plan)
            return bool(plan.reason)
        state = table_state(self.context.lake, table)
        inputs = input_versions(self.context, table)
        reason = stale(self.context, table, state, inputs)
        if reason:
            self._started(table, reason)
            build(self.context, table, state, inputs)
        return bool(reason)

    def _started(self, table: Table, reason: str) -> None:
        self.context.on_event(
            TableStarted(
                run_id=self.context.run_id,
                table=table.full_name,
                layer=table.layer,
                reason=reason,
            )
        )


@contextmanager
def _none_further(works: Iterable[Future[None]]) -> Iterator[None]:
    """Where the block fails, or is interrupted, what waits for its turn is not begun."""
    try:
        yield
    except BaseException:
        for work in works:
            work.cancel()
        raise
