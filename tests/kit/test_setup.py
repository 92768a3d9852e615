from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit.setup import jars
from kit.setup.places import PROJECT, VENV, default_home
from kit.setup.running import SetupError, explain, run
from kit.setup.stamps import fingerprint, is_done, mark_done, replace_folder
from kit.toolchain import Toolchain, delta_version
from lakehouse.settings import DEFAULT_HOME


def test_a_second_set_up_does_nothing(tools: Toolchain) -> None:
    stamps = [*tools.root.glob("*.stamp"), VENV / "petinsure.stamp"]
    before = {stamp: stamp.stat().st_mtime_ns for stamp in stamps}
    done = subprocess.run(
        [sys.executable, "-m", "kit.setup", "--no-train"],
        cwd=PROJECT,
        env={"PETINSURE_HOME": str(tools.root.parent), "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    assert {stamp: stamp.stat().st_mtime_ns for stamp in stamps} == before


def test_an_old_python_is_told_so_in_one_sentence() -> None:
    pretend = (
        "import sys, runpy; sys.version_info = (3, 9, 2); "
        "runpy.run_module('kit.setup', run_name='__main__')"
    )
    asked = subprocess.run(
        [sys.executable, "-c", pretend], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 1
    assert asked.stderr.startswith("PetInsure360 needs Python 3.11 or newer, not Python")
    assert len(asked.stderr.splitlines()) == 1


def test_set_up_and_the_settings_agree_on_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PETINSURE_HOME", raising=False)
    assert default_home() == DEFAULT_HOME


def test_a_step_is_done_for_its_inputs_only(tmp_path: Path) -> None:
    lock, stamp = tmp_path / "a.lock", tmp_path / "a.stamp"
    lock.write_text("one")
    assert not is_done(stamp, fingerprint([lock]))
    mark_done(stamp, fingerprint([lock]))
    assert is_done(stamp, fingerprint([lock]))
    lock.write_text("two")
    assert not is_done(stamp, fingerprint([lock]))


def test_a_finished_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    place, partial = tmp_path / "jars", tmp_path / "jars.partial"
    for folder, text in ((place, "old"), (partial, "new")):
        folder.mkdir()
        (folder / "a.jar").write_text(text)
    replace_folder(partial, place)
    assert (place / "a.jar").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["jars"]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("curl: (6) Could not resolve: Name or service not known", "needs the network once"),
        ("java.net.UnknownHostException: host", "needs the network once"),
        ("npm error code ENOTFOUND", "needs the network once"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("npm error code EINTEGRITY", "wrong hash"),
        ("error: Hash mismatch for `pyspark==4.2.0`", "wrong hash"),
        ("javax.net.ssl.SSLHandshakeException: PKIX path building failed", "certificate"),
        ("\nsomething else\n\n", "failed: something else"),
    ],
)
def test_a_failed_fetch_is_one_sentence(output: str, said: str) -> None:
    sentence = explain(output, "the jars", Path("setup.log"))
    assert said in sentence
    assert "the jars" in sentence
    assert "\n" not in sentence


def test_a_failing_command_leaves_its_output_in_a_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "step.log"
    with pytest.raises(SetupError, match=r"^Fetching the tool failed: oh no\. Details: "):
        run([sys.executable, "-c", "import sys; sys.exit('oh no')"], log=log, reaching="the tool")
    assert log.read_text() == "oh no\n"


def test_the_jars_follow_the_delta_package(tools: Toolchain) -> None:
    names = [name for name in jars.expected_hashes() if name.startswith("delta-")]
    assert len(names) == 5
    assert all(name.endswith(f"-{delta_version()}.jar") for name in names)
    assert jars.wrong_jars(tools.jars) == []


def test_a_jar_that_was_tampered_with_is_named(tools: Toolchain, tmp_path: Path) -> None:
    for jar in tools.jars.iterdir():
        (tmp_path / jar.name).symlink_to(jar)
    first, second, *_ = sorted(tmp_path.iterdir())
    data = bytearray(first.read_bytes())
    data[len(data) // 2] ^= 1
    first.unlink()
    first.write_bytes(data)
    second.unlink()
    assert jars.wrong_jars(tmp_path) == [first.name, second.name]


def test_java_goes_through_the_proxy_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert jars.proxy_flags() == []
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.internal:3128")
    flags = ["-Dhttps.proxyHost=proxy.internal", "-Dhttps.proxyPort=3128"]
    assert jars.proxy_flags() == flags


def test_the_locks_name_every_hash_and_no_host() -> None:
    for lock in ("requirements.lock", "kit/setup/uv.lock", "kit/setup/build.lock"):
        text = (PROJECT / lock).read_text()
        assert "://" not in text
        packages = re.findall(r"^\S+==\S+.*\\$", text, re.MULTILINE)
        assert packages
        assert len(re.findall(r"^\S+==", text, re.MULTILINE)) == len(packages)
    node = json.loads((PROJECT / "kit/azurite/package-lock.json").read_text())["packages"]
    fetched = {name: each for name, each in node.items() if name}
    assert all("integrity" in each for each in fetched.values())
    assert not any("resolved" in each for each in fetched.values())
