"""Step: the four containers of the lake, counted just now."""

from __future__ import annotations

import pandas as pd

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Step

STEP = Step(
    key="lake-layers",
    part=2,
    place=1,
    title="Four containers, one lake",
    minutes=1,
    essential=True,
    say=(
        "One storage account holds it all: raw, bronze, silver, gold.",
        "Each layer adds worth: raw keeps what came, bronze makes it a table, silver makes it "
        "true, gold makes it an answer.",
    ),
    more=("Locations are the very URLs that Azure would have; only the endpoint is local.",),
)


def render() -> None:
    """Count files and rows of each layer."""
    with stopwatch() as watch:
        layers = queries.status()["layers"]
    rows = [("raw", f"{layers['raw']['files']} files", None, None)]
    for layer in ("bronze", "silver", "gold"):
        for name, found in layers[layer].items():
            rows.append((layer, name, found["rows"], found["version"]))
    frame = pd.DataFrame(rows, columns=["layer", "table", "rows", "version"])
    code = "lakehouse.status.layers(settings)"
    show.evidence(
        Evidence("What is in the lake", code, "python", watch.seconds, frame), key="layers"
    )
