"""Control: starts and ends runs and live mode, one at a time, and knows what goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock

from app.notifications.notices import Notices
from app.pipeline import telling
from app.pipeline.child import Child
from app.pipeline.progress import Event, Progress
from app.pipeline.schemas import RunOrder
from lakehouse.errors import RunInProgress
from lakehouse.pipeline.lease import Holder, holder
from lakehouse.settings import Settings
from lakehouse.storage import Lake


class Control:
    """The pipeline as the portal drives it; safe to use from several threads."""

    def __init__(self, settings: Settings, lake: Lake, notices: Notices) -> None:
        """Nothing is started yet."""
        self._settings = settings
        self._lake = lake
        self._notices = notices
        self._child: Child | None = None
        self._lock = Lock()
        self.progress = Progress()
        self.error: str | None = None
        self.failed_at: datetime | None = None
        """When what the portal started ended early; None where it did not."""

    @property
    def child(self) -> Child | None:
        """What the portal started and still goes on."""
        return self._child if self._child and self._child.alive else None

    def holder(self) -> Holder | None:
        """Who holds the pipeline, whoever started it. Raises `StorageUnavailable`."""
        return holder(self._lake)

    def start_run(self, by: str, order: RunOrder) -> None:
        """Start a run. Raises `RunInProgress` where one goes on, `StorageUnavailable`."""
        layer = ["--layer", order.layer] if order.layer else []
        self._start(Child(by, live=False), [*layer, *(["--full"] if order.full else [])])

    def set_live(self, by: str, *, on: bool) -> None:
        """Start or end live mode. Raises `RunInProgress` where somebody else holds the pipeline."""
        child = self.child
        ours = child is not None and child.live
        if on and not ours:
            self._start(Child(by, live=True), ["--live"])
        elif not on and child is not None and ours:
            child.stop()
        elif not on and (held := self.holder()) and held.live:
            raise _in_progress(held)

    def stop(self) -> None:
        """End what the portal started; the server stops."""
        with self._lock:
            if child := self.child:
                child.stop()

    def _start(self, child: Child, arguments: list[str]) -> None:
        with self._lock:
            if other := self.child:
                msg = (
                    f"{'Live mode is on' if other.live else 'A pipeline run is going on'}, by "
                    f"{other.by} since {other.since:%Y-%m-%dT%H:%M:%S+00:00}; "
                    f"{'switch it off' if other.live else 'wait until it ends'}, then run again."
                )
                raise RunInProgress(msg)
            if held := self.holder():
                raise _in_progress(held)
            self.error = self.failed_at = None
            self._child = child
            child.start(
                self._settings,
                arguments,
                lambda event: self._heard(child, event),
                lambda error: self._ended(child, error),
            )
        if child.live:
            telling.live_changed(self._notices, child.by, on=True)

    def _heard(self, child: Child, event: Event) -> None:
        self.progress.take(event)
        telling.heard(self._notices, child.by, event, live=child.live)

    def _ended(self, child: Child, error: str | None) -> None:
        self.error = error
        if error:
            self.failed_at = datetime.now(UTC)
            telling.stopped(self._notices, self.progress.run_id, error)
        if child.live:
            telling.live_changed(self._notices, child.by, on=False)


def _in_progress(held: Holder) -> RunInProgress:
    return RunInProgress(f"{held}, then try again.")
