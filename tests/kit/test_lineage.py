"""Lineage in the engine: its listener is asked for where its jar is, and told where to write."""

from __future__ import annotations

from pathlib import Path

from kit.services.engine import command
from kit.services.site import Site
from kit.toolchain import Toolchain
from lakehouse.settings import Settings


def properties(site: Site) -> str:
    command(site)
    return (site.home.run / "engine.properties").read_text()


def test_an_engine_with_the_jar_notes_its_events_in_the_kits_home(
    tmp_path: Path, tools: Toolchain
) -> None:
    told = properties(Site(Settings(home=tmp_path), tools))
    assert "spark.extraListeners=io.openlineage" in told
    assert f"transport.location={tmp_path}/lineage/events.jsonl" in told


def test_an_engine_without_the_jar_starts_without_a_listener(tmp_path: Path) -> None:
    assert "openlineage" not in properties(Site(Settings(home=tmp_path), Toolchain.of(tmp_path)))
