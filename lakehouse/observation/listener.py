"""Listener: the engine's configuration by which OpenLineage notes what each write is made of."""

from __future__ import annotations

from pathlib import Path

from lakehouse.settings import Settings

EVENTS = "events.jsonl"
UNOBSERVED = {
    "lineage": "AppendDataExecV1 org.apache.spark.sql.delta.catalog.DeltaCatalog$StagedDeltaTableV2"
}
"""Option of a write that the listener is to pass over.

It passes over every plan whose text names this step of Delta's, and the text names the options.
To look at a build costs a tenth of it; what was seen once is not worth that.
"""


def events_file(settings: Settings) -> Path:
    """File to which the engine appends an event a line; it makes the file anew when it is gone."""
    return settings.lineage_folder / EVENTS


def listener_conf(settings: Settings) -> dict[str, str]:
    """Configuration of a local engine that has the listener's jar; without it, none may be set.

    The listener works beside the queries, in a thread of its own: what fails there is a line in
    the engine's log.
    """
    prefix = "spark.openlineage"
    # Whatever else an event could tell is not asked for: it would be built for every event.
    unread = ("environment-properties", "spark_properties", "dataSource", "schema", "catalog")
    return {
        "spark.extraListeners": "io.openlineage.spark.agent.OpenLineageSparkListener",
        f"{prefix}.transport.type": "file",
        f"{prefix}.transport.location": str(events_file(settings)),
        f"{prefix}.namespace": "petinsure360",
        f"{prefix}.columnLineage.datasetLineageEnabled": "true",
        f"{prefix}.filter.rddEventsDisabled": "true",
        **{f"{prefix}.facets.{facet}.disabled": "true" for facet in unread},
    }
