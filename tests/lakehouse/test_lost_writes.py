"""Lost writes: an emulator that is killed forgets what it had acknowledged, and verify tells."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from kit.lake.containers import create_containers
from kit.services.azurite import AZURITE
from kit.services.ports import any_free_port
from kit.services.site import Site
from kit.toolchain import Toolchain
from lakehouse.commits import latest_version
from lakehouse.marks import note_marks
from lakehouse.settings import Settings
from lakehouse.storage import Lake, delta_options, delta_url
from lakehouse.tables import table_named
from lakehouse.verify.finding import Finding
from lakehouse.verify.lost import lost_write_findings
from tests.conftest import HOST, running

TABLE = table_named("providers_raw")
TRIES = 5  # Azurite saves every few seconds; a save just before the kill loses nothing


def commit(settings: Settings) -> int:
    """One more version of the table, noted as a run notes it; its number."""
    url = delta_url(settings, TABLE.layer, TABLE.name)
    rows = pa.table({"provider_id": ["V1"]})
    write_deltalake(url, rows, mode="append", storage_options=delta_options(settings))
    version = latest_version(Lake(settings), TABLE)
    assert version is not None
    note_marks(settings, {TABLE.full_name: version})
    return version


def red(settings: Settings) -> list[Finding]:
    return [f for f in lost_write_findings(settings, Lake(settings)) if not f.ok]


@pytest.fixture
def site(tmp_path: Path, tools: Toolchain) -> Site:
    """Azurite in a home of its own, whose first commit was saved."""
    settings = Settings(home=tmp_path, azurite_port=any_free_port(HOST))
    site = Site(settings, tools)
    with running(AZURITE, site):
        create_containers(settings)
        commit(settings)
    return site


def test_a_killed_emulator_forgets_and_verify_tells(site: Site) -> None:
    settings = site.settings
    for _ in range(TRIES):
        with running(AZURITE, site) as process:
            seen = commit(settings)
            assert red(settings) == []
            process.kill()
            assert process.ended_within(10)
        with running(AZURITE, site):
            newest = latest_version(Lake(settings), TABLE)
            if newest != seen:
                (finding,) = red(settings)
                assert finding.subject == TABLE.full_name
                assert f"version {seen} was committed" in finding.message
                return
    pytest.fail("Azurite kept every write it was killed after")


def test_an_emulator_that_is_asked_to_end_forgets_nothing(site: Site) -> None:
    with running(AZURITE, site):
        seen = commit(site.settings)
    with running(AZURITE, site):
        assert latest_version(Lake(site.settings), TABLE) == seen
        assert red(site.settings) == []
