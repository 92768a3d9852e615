"""Services: everything that a request may need, made once when the server starts."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from app.accounts.ended import EndedSessions
from app.accounts.throttle import Throttle
from app.accounts.tokens import Tokens
from app.database import Sessions, open_database, sessions
from app.insights.views import Views
from app.lake.landed import Landed
from app.lake.portfolio import Portfolio
from app.lake.rows import SilverRows
from app.notifications.notices import Notices
from app.pipeline.control import Control
from app.pipeline.scheduling import Scheduling
from app.tracker.tracker import Tracker
from lakehouse.serving import Console
from lakehouse.settings import Settings
from lakehouse.storage import Lake


@dataclass(frozen=True)
class Services:
    """The parts of a running portal."""

    settings: Settings
    engine: Engine
    sessions: Sessions
    lake: Lake
    landed: Landed
    console: Console
    portfolio: Portfolio
    insights: Views
    notices: Notices
    pipeline: Control
    schedule: Scheduling
    tracker: Tracker
    tokens: Tokens
    ended: EndedSessions
    throttle: Throttle

    @classmethod
    def of(cls, settings: Settings, key: str) -> Services:
        """The services of these settings, sessions signed by `key`; storage is not contacted."""
        engine = open_database(settings.home)
        opened, lake, console = sessions(engine), Lake(settings), Console(settings)
        landed, notices = Landed(lake), Notices(opened)
        control = Control(settings, lake, notices)
        return cls(
            settings=settings,
            engine=engine,
            sessions=opened,
            lake=lake,
            landed=landed,
            console=console,
            portfolio=Portfolio(SilverRows(console, lake), landed),
            insights=Views(console, lake),
            notices=notices,
            pipeline=control,
            schedule=Scheduling(opened, control),
            tracker=Tracker(opened, notices, landed, lake, console),
            tokens=Tokens(key),
            ended=EndedSessions(opened),
            throttle=Throttle(),
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """What works in the background, for as long as the server runs."""
        self.landed.start()
        self.tracker.start()
        self.schedule.start()
        try:
            yield
        finally:
            self.schedule.stop()
            await to_thread(self.pipeline.stop)
            self.tracker.stop()
            self.landed.stop()
            self.console.close()
            self.engine.dispose()
