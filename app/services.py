"""Services: everything that a request may need, made once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from app.database import Sessions, open_database, sessions
from app.notifications.notices import Notices
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
    console: Console
    notices: Notices

    @classmethod
    def of(cls, settings: Settings) -> Services:
        """The services of these settings; storage is not contacted yet."""
        engine = open_database(settings.home)
        opened = sessions(engine)
        return cls(
            settings=settings,
            engine=engine,
            sessions=opened,
            lake=Lake(settings),
            console=Console(settings),
            notices=Notices(opened),
        )

    def close(self) -> None:
        """Give back what is held."""
        self.console.close()
        self.engine.dispose()
