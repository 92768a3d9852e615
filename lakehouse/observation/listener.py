"""Listener: the engine's configuration by which OpenLineage notes what each write is made of."""

from __future__ import annotations

from pathlib import Path

from lakehouse.settings import Settings

EVENTS = "events.jsonl"
UNOBSERVED = "org.apache.spark.sql.execution.datasources.SaveIntoDataSourceCommand"
"""What the listener passes over: writes by `DataFrameWriter.save`.

To look at a build costs a tenth of it: the listener asks Delta for the files of every input, twice.
What was seen once is not worth that, so a run writes this way, and by `DataFrameWriterV2` where it
is to be observed.
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
        f"{prefix}.filter.deniedSparkNodes": f"[{UNOBSERVED}]",
        **{f"{prefix}.facets.{facet}.disabled": "true" for facet in unread},
    }
