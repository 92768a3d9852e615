"""Live mode: bronze streams that go on, and passes over silver and gold whenever one has news."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Event

from lakehouse.errors import PetInsureError, RunFailed
from lakehouse.lake_file import read_note
from lakehouse.observation.shapes import Observer
from lakehouse.pipeline.building import THREADS, Pass
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.events import OnEvent, one_at_a_time
from lakehouse.pipeline.ingestion import Ingestion
from lakehouse.pipeline.lease import run_lease
from lakehouse.pipeline.live_stream import LiveStream, News
from lakehouse.pipeline.run import carry_out, opened, plans_of, warn_of_unclaimed
from lakehouse.pipeline.session import RunSession
from lakehouse.settings import Settings
from lakehouse.spark import require_engine
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import layer_tables, tables
from lakehouse.transform import Moment

LOOK = 0.25
"""Seconds between looks for news."""
CHECK = 1.0
"""Seconds between looks after the streams."""


def run_live(settings: Settings, *, stopping: Event, on_event: OnEvent) -> None:
    """Let the tables follow their source files until `stopping` is set.

    Each pass is told like a run. `on_event` is called by one thread at a time. Raises what `run`
    does; what was committed before stays, and the next run carries on.
    """
    lake = Lake(settings)
    as_of = read_note(lake).as_of
    since = datetime.now(UTC).replace(microsecond=0)
    with run_lease(settings, since.isoformat(), live=True) as lost:
        live = Live(settings, lake, as_of, one_at_a_time(on_event), stopping, lost)
        try:
            live.go()
        except Exception as error:
            raise _cause(settings, lake, error) from error
        finally:
            live.session.end()


def _cause(settings: Settings, lake: Lake, error: Exception) -> PetInsureError:
    """The error itself where it is a sentence, and not that of storage or an engine gone."""
    try:
        read_note(lake)
        require_engine(settings)
    except PetInsureError as gone:
        return gone
    if isinstance(error, PetInsureError):
        return error
    first = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
    return RunFailed(f"Live mode stopped ({first}); start it again.")


class Live:
    """Live mode while it is on: the streams, and one session for them and all passes."""

    def __init__(
        self,
        settings: Settings,
        lake: Lake,
        as_of: date,
        on_event: OnEvent,
        stopping: Event,
        lost: Event,
    ) -> None:
        """Nothing is started yet."""
        self.session = RunSession(lake, lambda id_: opened(first, id_))
        self._settings, self._lake, self._as_of = settings, lake, as_of
        self._on_event, self._stopping, self._lost = on_event, stopping, lost
        self._streams = {t.name: LiveStream(lake, t) for t in layer_tables("bronze")}
        self._derived = [*layer_tables("silver"), *layer_tables("gold")]
        self._last = datetime.min.replace(tzinfo=UTC)
        self._checked = time.monotonic()
        self._left = False
        self._in_turn = [table.name for table in layer_tables("gold")]
        first = self._context()

    def go(self) -> None:
        """Bring all tables up to date, then again whenever there is news."""
        self._pass([], list(self._streams.values()), first=True)
        while not self._stopping.wait(LOOK):
            stopped = self._stopped() if time.monotonic() - self._checked > CHECK else []
            awake = [s for s in self._streams.values() if s not in stopped and s.has_news()]
            if stopped or awake or self._left:
                self._follow(awake, stopped)

    def _follow(self, awake: list[LiveStream], stopped: list[LiveStream]) -> None:
        found = {stream.table.name: stream.news() for stream in awake}
        news = [item for item in found.values() if item is not None]
        anew = stopped + [stream for stream in awake if found[stream.table.name] is None]
        if anew or self._left or any(item.rows for item in news):
            self._pass(news, anew)
        worn = [stream for stream in self._streams.values() if stream.worn]
        if worn:
            run = self._context()
            self._start(run, plans_of(run, [stream.table for stream in worn]))

    def _stopped(self) -> list[LiveStream]:
        """Streams that have stopped for a CSV whose header is new; raises for other reasons."""
        self._checked = time.monotonic()
        if self._lost.is_set():
            msg = "Another run took the lake over while this machine slept; start live mode again."
            raise RunFailed(msg)
        active = {query.id for query in self.session.opened().streams.active}
        stopped = [stream for stream in self._streams.values() if stream.id not in active]
        for stream in stopped:
            if failure := stream.failure():
                raise failure
        return stopped

    def _pass(self, news: list[News], anew: list[LiveStream], *, first: bool = False) -> None:
        """One pass over what follows the news, and over streams to be started anew."""
        run = self._context()
        if first:
            warn_of_unclaimed(run)
        changed = {item.table.name for item in news} | {s.table.name for s in anew}
        nearest = _nearest(changed)
        pass_ = Pass(
            run,
            [*(stream.table for stream in anew), *self._derived],
            take_in=self._take_in,
            order=_behind(nearest),
            enough=lambda table: self._enough(table, nearest),
        )
        carry_out(pass_, lambda: self._steps(pass_, news, anew))
        self._left = bool(pass_.left)
        # Those that were left come first the next time, the one left longest before all.
        self._in_turn.sort(key=lambda name: tables()[name].full_name not in pass_.left)

    def _steps(self, pass_: Pass, news: list[News], anew: list[LiveStream]) -> None:
        run = pass_.context
        plans = plans_of(run, [stream.table for stream in anew])
        pending = sum(len(plan.pending) for plan in plans.values())
        besides = [item.table for item in news if item.table.name not in plans]
        pass_.announce(pending + sum(item.files for item in news), besides=besides)
        for item in news:
            pass_.finished(item.table, item.version, item.rows, item.seconds)
        self._start(run, {name: plan for name, plan in plans.items() if not plan.reason})
        pass_.go(plans)

    def _start(self, run: RunContext, plans: dict[str, Ingestion]) -> None:
        """Start streams; what they find is news."""
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda name: self._streams[name].start(run, plans[name]), plans))

    def _take_in(self, run: RunContext, table: Table, plan: Ingestion) -> None:
        """Start a stream as a table of a pass, which tells what it found."""
        self._streams[table.name].start(run, plan)
        self._streams[table.name].catch_up()

    def _enough(self, table: Table, nearest: Collection[str]) -> bool:
        """Whether a table can wait: live mode ends, or new rows wait for those before it.

        However many rows keep coming, in each pass one such table has its turn.
        """
        if self._stopping.is_set():
            return True
        if table.layer != "gold" or table.name in nearest:
            return False
        turn = next(name for name in self._in_turn if name not in nearest)
        return table.name != turn and any(s.has_news() for s in self._streams.values())

    def _context(self) -> RunContext:
        """A pass's own moment and id; two passes never share a second."""
        now = datetime.now(UTC).replace(microsecond=0)
        self._last = max(now, self._last + timedelta(seconds=1))
        return RunContext(
            settings=self._settings,
            lake=self._lake,
            session=self.session,
            run_id=f"{self._last:%Y%m%d%H%M%S}",
            moment=Moment(self._last, self._as_of),
            files=tuple(self._lake.source_files()),
            full=False,
            on_event=self._on_event,
            observer=Observer(self._settings),
        )


def _nearest(bronze: Iterable[str]) -> set[str]:
    """Gold tables that someone waits for: those made of one silver table with new rows alone."""
    sources = set(bronze)
    changed = {t.name for t in layer_tables("silver") if t.inputs[0] in sources}
    return {t.name for t in layer_tables("gold") if len(t.inputs) == 1 and t.inputs[0] in changed}


def _behind(nearest: set[str]) -> dict[str, set[str]]:
    """Every other gold table waits for the nearest ones: side by side, all would come late."""
    return {t.name: nearest for t in layer_tables("gold") if t.name not in nearest}
