"""Viewer's prices: the listed ones with what this viewer typed over them."""

from __future__ import annotations

from dashboards.azure_cost.prices import tariff
from dashboards.viewer import viewer

KEPT = "azure-prices"


def edits() -> dict[str, float]:
    """Dollars by price, where this viewer changed them."""
    kept: dict[str, float] = viewer().progress.get(KEPT, {})
    return dict(kept)


def edit(changed: dict[str, float]) -> None:
    """Keep a viewer's own prices, in place of those before."""
    if changed != edits():
        viewer().progress[KEPT] = changed
        viewer().save()


def viewers_tariff() -> dict[str, float]:
    """Dollars by price, for this viewer."""
    return tariff(edits())
