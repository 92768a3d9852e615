from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kit.services.ports import any_free_port
from lakehouse.settings import PROJECT, Settings
from lakehouse.storage import Lake
from tests.kit.conftest import Petinsure


@pytest.fixture(autouse=True)
def _local_lake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETINSURE_STORAGE", "local")
    monkeypatch.setenv("PETINSURE_SPARK_PORT", str(any_free_port("127.0.0.1")))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["generate", "--as-of", "yesterday"], "--as-of is a day like"),
        (["generate", "--seed", "-1"], "--seed is a whole number"),
        (["generate", "--scale", "0"], "--scale makes no sense"),
        (["generate", "--scale", "nan"], "--scale makes no sense"),
        (["history", "no_such_table"], "no_such_table"),
        (["history", "customer_36"], "did you mean customer_360?"),
        (["history", "customer_360"], "petinsure run"),
        (["run"], "petinsure generate"),
        (["sql", "SELECT"], "SELECT"),
        (["sql", "--engine", "spark", "SELECT 1"], "petinsure up"),
        (["reset"], "There is no snapshot 'seeded'"),
        (["reset", "--anew", "--yes"], "petinsure up"),
        (["jump", "claimed", "--yes"], "There is no snapshot 'seeded'"),
        (["restart", "spark"], "The kit is not running"),
        (["restart", "kafka"], "There is no service 'kafka'"),
        (["snapshot", "two words"], "two words"),
        (["snapshot", "seeded", "--remove"], "it stays"),
    ],
)
def test_a_failure_is_one_sentence(petinsure: Petinsure, command: list[str], said: str) -> None:
    answer = petinsure(*command)
    assert answer.code == 1
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert "Traceback" not in answer.out + answer.err


@pytest.mark.parametrize(
    "command",
    [["no-such-command"], ["generate", "--seed", "many"], ["run", "--layer", "lead"], ["sql"]],
)
def test_wrong_usage_ends_with_two(petinsure: Petinsure, command: list[str]) -> None:
    assert petinsure(*command).code == 2


def test_a_setting_that_makes_no_sense_is_named(
    petinsure: Petinsure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETINSURE_AZURITE_PORT", "ten thousand")
    answer = petinsure("status")
    assert answer.code == 1
    assert answer.err.startswith("Setting PETINSURE_AZURITE_PORT makes no sense")


def test_status_of_a_kit_that_does_not_run(
    petinsure: Petinsure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETINSURE_STORAGE", "azurite")
    monkeypatch.setenv("PETINSURE_AZURITE_PORT", str(any_free_port("127.0.0.1")))
    stopped = {"state": "stopped", "url": None, "pid": None}
    assert json.loads(petinsure("status", "--json").out) == {
        "services": dict.fromkeys(("azurite", "spark", "portal", "walkthrough"), stopped),
        "layers": {"raw": {"files": None}, "bronze": {}, "silver": {}, "gold": {}},
        "last_run": None,
    }
    assert "stopped" in petinsure("status").out


def test_down_where_nothing_runs(petinsure: Petinsure) -> None:
    answer = petinsure("down")
    assert answer.code == 0
    assert "nothing is running" in answer.out


def test_generate_puts_the_source_files_in_raw(petinsure: Petinsure, local: Settings) -> None:
    assert petinsure("generate", "--scale", "0.05").code == 0
    assert len(Lake(local).source_files()) == 45


def test_generate_says_what_it_replaces_and_asks(petinsure: Petinsure, local: Settings) -> None:
    petinsure("generate", "--scale", "0.05", "--as-of", "2026-02-01")
    lake = Lake(local)
    lake.write("silver", "dim_pets/_delta_log/0.json", b"{}")
    kept = {file.path: file.etag for file in lake.files("raw")}
    answer = petinsure("generate", "--scale", "0.05", "--as-of", "2026-03-01")
    assert answer.code == 1
    assert "replaces" in answer.out
    assert {file.path: file.etag for file in lake.files("raw")} == kept
    assert petinsure("generate", "--scale", "0.05", "--as-of", "2026-03-01", "--yes").code == 0
    assert lake.files("silver") == []
    assert json.loads(lake.read("raw", "_lake/lake.json") or b"")["as_of"] == "2026-03-01"


def test_generating_without_storage_names_it(
    petinsure: Petinsure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETINSURE_STORAGE", "azurite")
    monkeypatch.setenv("PETINSURE_AZURITE_PORT", str(any_free_port("127.0.0.1")))
    answer = petinsure("generate", "--yes")
    assert answer.code == 1
    assert "does not answer (nothing listens there); start it with" in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_the_command_is_found_through_a_link(tmp_path: Path) -> None:
    link = tmp_path / "petinsure"
    link.symlink_to(PROJECT / "petinsure")
    said = subprocess.run([link, "--help"], capture_output=True, text=True, check=True).stdout
    assert "PetInsure360" in said
