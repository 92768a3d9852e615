"""Telling: what analysts and presenters hear of the pipeline."""

from __future__ import annotations

from app.notifications.notices import Notices
from app.pipeline.progress import Event


def heard(notices: Notices, by: str, event: Event, *, live: bool) -> None:
    """Tell of an event of a run; in live mode the beginning of each pass is no news."""
    told = {"run_id": event.get("run_id"), "live": live}
    match event["event"]:
        case "RunStarted" if not live:
            files = _counted(event["new_files"], "new file")
            notices.tell(
                kind="run_started",
                audience="staff",
                title="A pipeline run has started",
                body=f"By {by}, over {files}.",
                data=told | {"by": by, "new_files": event["new_files"]},
            )
        case "TableFinished":
            figures = {n: event[n] for n in ("table", "layer", "version", "rows", "seconds")}
            notices.tell(
                kind="table_finished",
                audience="staff",
                title=f"{event['table']} has version {event['version']}",
                body=f"{_counted(event['rows'], 'row')} in {event['seconds']:.1f} s.",
                data=told | figures,
            )
        case "RunFinished":
            figures = {n: event[n] for n in ("built", "unchanged", "seconds")}
            notices.tell(
                kind="run_finished",
                audience="staff",
                title="New versions by live mode" if live else "All tables are up to date",
                body=f"{_counted(event['built'], 'table')} built in {event['seconds']:.1f} s, "
                f"{event['unchanged']} unchanged.",
                data=told | figures,
            )


def stopped(notices: Notices, run_id: str | None, error: str) -> None:
    """Tell that a run, or live mode, ended early, and why."""
    notices.tell(
        kind="run_stopped",
        audience="staff",
        title="The pipeline stopped early",
        body=error,
        data={"run_id": run_id, "error": error},
    )


def live_changed(notices: Notices, by: str, *, on: bool) -> None:
    """Tell that tables follow their files, or no more."""
    body = "Tables follow their files within seconds." if on else "Tables wait for the next run."
    notices.tell(
        kind="live_changed",
        audience="staff",
        title=f"Live mode is {'on' if on else 'off'}",
        body=body,
        data={"on": on, "by": by},
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
