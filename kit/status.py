"""Status: what runs, what is in each layer, and the last run; no engine is asked."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from kit.services.all import SERVICES
from kit.services.record import read
from kit.services.site import Site
from lakehouse.errors import StorageUnavailable
from lakehouse.settings import Settings

COLOURS = {"running": "green", "starting": "yellow", "stopped": "dim", "failed": "red"}
UNKNOWN: dict[str, Any] = {"raw": {"files": None}, "bronze": {}, "silver": {}, "gold": {}}
"""The layers where storage does not answer."""
INTERRUPTED = "KeyboardInterrupt"


def status_of(settings: Settings) -> dict[str, Any]:
    """Services (state, url, pid), layers (files; rows and version a table) and the last run."""
    return {"services": services_of(settings), **_lake_of(settings)}


def services_of(settings: Settings) -> dict[str, dict[str, Any]]:
    """State, URL and process number of every service that these settings need."""
    site = Site.of(settings)
    record = read(site.home)
    found: dict[str, dict[str, Any]] = {}
    for service in SERVICES:
        if not service.needed(site):
            continue
        entry = record.services.get(service.name)
        if entry is None or not entry.alive():
            state = "failed" if entry and entry.state == "failed" else "stopped"
            found[service.name] = {"state": state, "url": None, "pid": None}
            continue
        url, pid = service.url(site), entry.process.pid
        found[service.name] = {"state": entry.state, "url": url, "pid": pid}
    return found


def _lake_of(settings: Settings) -> dict[str, Any]:
    from lakehouse.status import last_run, layers  # brings DuckDB's and Delta's libraries along

    if settings.storage == "azurite" and not _answers(settings):
        return {"layers": UNKNOWN, "last_run": None}
    try:
        return {"layers": layers(settings), "last_run": last_run(settings)}
    except StorageUnavailable:
        return {"layers": UNKNOWN, "last_run": None}


def _answers(settings: Settings) -> bool:
    from kit.services.azurite import AZURITE

    return AZURITE.answers(Site.of(settings))


def shown(status: dict[str, Any], logins: str) -> RenderableType:
    """The status as people read it; `logins` says who can sign in to the portal."""
    services = Grid(box=None, padding=(0, 2, 0, 0), show_header=False)
    for name, service in status["services"].items():
        state = Text(service["state"], style=COLOURS[service["state"]])
        pid = f"process {service['pid']}" if service["pid"] else ""
        services.add_row(name, state, Text(service["url"] or "", overflow="fold"), pid)
    if status["services"].get("portal", {}).get("state") == "running":
        services.caption, services.caption_justify = Text(logins, style="dim"), "left"
    if status["layers"]["raw"]["files"] is None:
        silent = Text("storage does not answer: start it with `./petinsure up`", style="yellow")
        return Group(services, Text(), silent)
    return Group(services, Text(), _tables(status["layers"]), Text(), _run(status["last_run"]))


def _tables(layers: dict[str, Any]) -> Grid:
    grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim")
    grid.add_column("layer")
    grid.add_column("table")
    grid.add_column("rows", justify="right")
    grid.add_column("version", justify="right")
    files = layers["raw"]["files"]
    grid.add_row("raw", "1 file" if files == 1 else f"{files:,} files", "", "")
    for layer in ("bronze", "silver", "gold"):
        for table, figures in layers[layer].items():
            grid.add_row(layer, table, f"{figures['rows']:,}", str(figures["version"]))
    return grid


def _run(run: dict[str, Any] | None) -> Text:
    if run is None:
        return Text("no run yet", style="dim")
    error = "interrupted; the next run carries on" if run["error"] == INTERRUPTED else run["error"]
    end = "done" if run["ok"] else f"ended early ({error})"
    built = "1 table" if len(run["built"]) == 1 else f"{len(run['built'])} tables"
    moment = f"{run['started_at'][:19].replace('T', ' ')} UTC"
    return Text(f"last run {moment} by {run['by']}: {end} in {run['seconds']:.1f} s, {built} built")
