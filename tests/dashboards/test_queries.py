"""Queries: kept while nothing changes, and never older than the viewer's own last work."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from deltalake import write_deltalake

from dashboards import queries
from dashboards.work import Job
from lakehouse.settings import Settings
from lakehouse.storage import delta_options, delta_url
from lakehouse.tables import table_named
from tests.dashboards.conftest import as_environment


def test_a_page_sees_what_its_own_work_wrote_the_moment_it_ended(storage: Settings) -> None:
    table = table_named("customers_raw")
    url = delta_url(storage, table.layer, table.name)

    def work() -> Iterator[None]:
        for _ in range(2):
            queries.versions()  # another viewer looks, just before
            rows = pa.table({"customer_id": ["DEMO-001"]})
            write_deltalake(url, rows, mode="append", storage_options=delta_options(storage))
            yield None

    with as_environment(storage):
        job = Job(work)
        job.wait(60)
        assert job.done, job.error
        assert [(name, version) for name, version, _ in queries.versions()] == [
            (table.full_name, 1)
        ]
