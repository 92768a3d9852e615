from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kit.doctor import Finding, machine
from kit.doctor import tools as tool_checks
from kit.services.site import Site
from kit.toolchain import Toolchain
from lakehouse.settings import Settings
from tests.kit.conftest import Petinsure

SUBJECTS = "python disk memory ports jars java node portal caches network clock".split()


@pytest.fixture
def site(home: Path) -> Site:
    return Site.of(Settings(home=home))


@pytest.fixture
def bare(site: Site, tmp_path: Path) -> Site:
    """A site where set-up was never run."""
    return replace(site, tools=Toolchain(tmp_path / "no-tools"))


def test_one_line_a_subject(petinsure: Petinsure) -> None:
    answer = petinsure("doctor", "--json")
    found = json.loads(answer.out)
    assert [each["subject"] for each in found] == SUBJECTS
    assert answer.code == (0 if all(each["ok"] for each in found) else 1)
    lines = petinsure("doctor").out.splitlines()
    assert [line.split()[1] for line in lines if line[0] in "✓✗"] == SUBJECTS


def test_the_tools_of_set_up_are_green(site: Site) -> None:
    for check in (tool_checks.jars, tool_checks.java, tool_checks.node, tool_checks.network):
        assert check(site).ok


def is_red_with_remedy(finding: Finding, remedy: str) -> bool:
    return not finding.ok and finding.blocks and remedy in (finding.remedy or "")


def test_missing_tools_are_red_with_their_remedy(bare: Site) -> None:
    assert is_red_with_remedy(tool_checks.jars(bare), "make setup")
    assert is_red_with_remedy(tool_checks.node(bare), "make setup")
    network = tool_checks.network(bare)
    assert is_red_with_remedy(network, "make setup")
    assert network.message == (
        "needed once more, for the jars, Azurite, the certificates, the portal's pages"
    )


def test_a_java_that_does_not_run_is_red(bare: Site, tmp_path: Path) -> None:
    broken = tmp_path / "java"
    broken.write_text("not a program")
    broken.chmod(0o755)
    bare.tools.__dict__["java"] = broken
    assert is_red_with_remedy(tool_checks.java(bare), "make setup")


def test_a_full_disk_is_red(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "DISK_WANTED", 1 << 60)
    assert not machine.disk(site).ok
    assert "PETINSURE_HOME" in (machine.disk(site).remedy or "")


def test_a_clock_behind_the_kit_s_own_files_is_red(site: Site) -> None:
    site.home.create()
    assert machine.clock(site).ok
    later = time.time() + 40 * 86400
    os.utime(site.home.logs, (later, later))
    found = machine.clock(site)
    assert not found.ok
    assert "40 days behind" in found.message or "39 days behind" in found.message


def test_up_does_nothing_where_the_doctor_sees_no_way(
    petinsure: Petinsure, home: Path, tmp_path: Path
) -> None:
    (home / "tools").unlink()
    (home / "tools").mkdir()
    answer = petinsure("up")
    assert answer.code == 1
    assert answer.err.startswith("The kit cannot start. jars: missing")
    assert len(answer.err.splitlines()) == 1
    assert not (home / "azurite").exists()
