"""Usage: what nobody can measure here, how often things would happen on Azure; a viewer says."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from dashboards.viewer import viewer

KEPT = "azure-usage"
DAYS = 30


@dataclass(frozen=True)
class Usage:
    """A month of thirty days. Bytes, scans and work of the cluster grow with `times`."""

    times: int = 1
    runs_a_day: int = 24
    visits_a_day: int = 200
    nodes: int = 2
    start_minutes: float = 4.0

    @property
    def runs(self) -> int:
        """Runs a month."""
        return self.runs_a_day * DAYS

    @property
    def visits(self) -> int:
        """Visits to the dashboard a month."""
        return self.visits_a_day * DAYS


WORDS = {
    "times": "Lake, times the size",
    "runs_a_day": "Runs a day",
    "visits_a_day": "Dashboard visits a day",
    "nodes": "Nodes of the cluster",
    "start_minutes": "Minutes it starts",
}


def viewers_usage() -> Usage:
    """As this viewer said."""
    known = {each.name for each in fields(Usage)}
    kept = viewer().progress.get(KEPT, {})
    return Usage(**{name: value for name, value in kept.items() if name in known})


def say(usage: Usage) -> None:
    """Keep what a viewer says."""
    if usage != viewers_usage():
        viewer().progress[KEPT] = asdict(usage)
        viewer().save()
