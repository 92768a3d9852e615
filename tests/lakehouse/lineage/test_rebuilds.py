"""Rebuilds: lineage is that of the builds the tables are from, whatever else happens to them.

The tests follow one another like a presenter's day, on the lake that the other tests read.
"""

from __future__ import annotations

import json
from threading import Event
from time import monotonic

import pytest

from lakehouse.commits import commits
from lakehouse.lineage import Lineage, lineage_of, upstream
from lakehouse.observation.gathering import gathered
from lakehouse.observation.listener import events_file
from lakehouse.settings import Settings
from lakehouse.spark import end_session, spark_session
from lakehouse.storage import CONTAINERS, Lake, spark_url
from lakehouse.tables import table_named
from tests.lakehouse.lakes import run_quietly, versions
from tests.lakehouse.lineage.conftest import UntilObserved
from tests.lakehouse.observed import PATIENCE

Files = dict[tuple[str, str], bytes]
SECOND = "raw/customers_second.csv"


@pytest.fixture(scope="module")
def morning(observed_lake: Settings, lineage: Lineage) -> Files:
    """All files of the lake before the day begins."""
    lake = Lake(observed_lake)
    assert lineage.unobserved == ()
    return {(c, f.path): lake.read(c, f.path) or b"" for c in CONTAINERS for f in lake.files(c)}


def put_back(settings: Settings, files: Files) -> None:
    """What a reset does: the lake's files as they were."""
    lake = Lake(settings)
    for container in CONTAINERS:
        lake.delete(container, [file.path for file in lake.files(container)])
    for (container, path), data in files.items():
        if data:  # an empty one is how Hadoop writes down a folder, which is no plain file
            lake.write(container, path, data)


def shape(lineage: Lineage) -> tuple[set[str], set[object], set[object]]:
    return set(lineage.datasets), set(lineage.edges), set(lineage.rows)


def builds(lineage: Lineage) -> dict[str, object]:
    return {name: dataset.build for name, dataset in lineage.datasets.items()}


def is_told(settings: Settings, table: str, operation: str) -> bool:
    """Whether the engine tells, soon, that somebody did this to a table."""
    pause, began = Event(), monotonic()
    while monotonic() - began < PATIENCE:
        if any(span.operation == operation for span in gathered(settings).spans.get(table, ())):
            return True
        pause.wait(0.3)
    return False


def say(settings: Settings, sql: str, notes: dict[str, object]) -> None:
    """A statement of somebody's, with what is noted beside its commit."""
    spark = spark_session(settings)
    spark.conf.set("spark.databricks.delta.commitInfo.userMetadata", json.dumps(notes))
    spark.sql(sql).collect()
    end_session(spark)


def at(settings: Settings, name: str) -> str:
    table = table_named(name)
    return f"delta.`{spark_url(settings, table.layer, table.name)}`"


def renamed(settings: Settings) -> str:
    """A statement that writes other names into risk_scoring, from dim_customers."""
    rows = (
        "SELECT customer_id, concat(first_name, email) AS named"
        f" FROM {at(settings, 'dim_customers')} WHERE _is_valid AND NOT _is_duplicate"
    )
    return (
        f"MERGE INTO {at(settings, 'risk_scoring')} t USING ({rows}) s"
        " ON t.customer_id = s.customer_id WHEN MATCHED THEN UPDATE SET t.full_name = s.named"
    )


def test_a_presenters_statement_is_no_lineage(
    observed_lake: Settings, lineage: Lineage, morning: Files
) -> None:
    say(observed_lake, renamed(observed_lake), {"by": "presenter"})
    assert is_told(observed_lake, "gold.risk_scoring", "execute_merge_into_command")
    after = lineage_of(observed_lake)
    assert shape(after) == shape(lineage)
    assert builds(after) == builds(lineage)


def test_a_build_by_merge_is_read_like_one_by_overwrite(
    observed_lake: Settings, until_observed: UntilObserved
) -> None:
    log = commits(Lake(observed_lake), table_named("risk_scoring"))
    own = next(commit for commit in log if commit.run_id)
    say(observed_lake, renamed(observed_lake), {**own.notes, "code": "another"})
    lineage = until_observed(observed_lake)
    build = lineage.datasets["gold.risk_scoring"].build
    assert build
    assert build.version == versions(observed_lake)["risk_scoring"]
    trace = upstream(lineage, lineage.column("vw_risk_scoring.full_name"))
    assert trace.of("silver.dim_customers", "direct") == {"first_name", "email"}
    assert trace.of("raw/customers.csv", "direct") == {"first_name", "email"}


def test_a_new_file_is_a_new_source_until_a_reset_takes_it_back(
    observed_lake: Settings, lineage: Lineage, morning: Files, until_observed: UntilObserved
) -> None:
    second = b"customer_id,email,nickname\nC-NEW,new@example.com,Newt\n"
    Lake(observed_lake).write("raw", SECOND.removeprefix("raw/"), second)
    run_quietly(observed_lake)

    after = until_observed(observed_lake)
    rescued = upstream(after, after.column("bronze.customers_raw._rescued_data"))
    assert rescued.of(SECOND) == {"nickname"}
    assert after.datasets[SECOND].files == 1
    assert "nickname" not in after.datasets["raw/customers.csv"].columns
    # The run has built anew what the presenter had changed.
    edges = shape(lineage)[1]
    assert edges <= shape(after)[1]
    assert {e.source.dataset for e in after.edges if e not in edges} == {SECOND}

    put_back(observed_lake, morning)
    assert shape(lineage_of(observed_lake)) == shape(lineage)
    assert builds(lineage_of(observed_lake)) == builds(lineage)


def test_an_engine_that_cannot_write_its_events_builds_all_the_same(
    observed_lake: Settings,
) -> None:
    Lake(observed_lake).write("raw", "pets_second.csv", b"pet_id,species\nP-NEW,Dog\n")
    events = events_file(observed_lake)
    aside = events.rename(events.with_name("aside.jsonl"))
    events.mkdir()
    try:
        report, _ = run_quietly(observed_lake)
    finally:
        events.rmdir()
        aside.rename(events)
    assert report.ok
    lineage = lineage_of(observed_lake)
    assert lineage.datasets["raw/pets_second.csv"].files == 1
    assert lineage.unobserved == ("bronze.pets_raw",)
    # How the later layers are made is known from builds by the same code.
    assert "raw/pets.csv.species" in {
        str(one.column)
        for one in upstream(lineage, lineage.column("vw_claims_analytics.species")).reached
    }


def test_a_replay_forgets_files_that_are_gone(
    observed_lake: Settings, lineage: Lineage, until_observed: UntilObserved
) -> None:
    Lake(observed_lake).delete("raw", ["pets_second.csv"])
    gone = lineage_of(observed_lake).datasets["raw/pets_second.csv"]
    assert gone.files == 0  # its rows are in bronze yet
    say(observed_lake, f"DELETE FROM {at(observed_lake, 'pets_raw')}", {"by": "presenter"})
    run_quietly(observed_lake)
    assert shape(until_observed(observed_lake)) == shape(lineage)
