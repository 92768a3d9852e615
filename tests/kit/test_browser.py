from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kit import browser
from kit.browser import find_browser
from kit.setup import browser as provision
from kit.setup.running import SetupError
from kit.toolchain import Toolchain
from lakehouse.settings import Settings

NOTHING = Settings()


def program(place: Path, script: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    return place


def chromium(place: Path, version: str = "Chromium 156.0.8078.108 built on Debian") -> Path:
    return program(place, f"echo '{version}'")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs on a machine without a browser."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setattr(browser, "PLACES", ())
    monkeypatch.setattr(browser, "APPLICATION_FOLDERS", browser.APPLICATION_FOLDERS[1:])
    return folder


@pytest.fixture
def bare(tmp_path: Path) -> Toolchain:
    """The tools of a home where set-up fetched no browser."""
    return Toolchain(tmp_path / "tools")


def found(settings: Settings, tools: Toolchain) -> Path | None:
    answer = find_browser(settings, tools)
    return answer.program if answer else None


def test_a_machine_without_a_browser_has_none(path: Path, bare: Toolchain) -> None:
    assert find_browser(NOTHING, bare) is None


def test_the_one_that_is_named_wins(path: Path, bare: Toolchain, tmp_path: Path) -> None:
    chromium(path / "chromium")
    own = chromium(tmp_path / "own" / "chrome", "Google Chrome 150.0.1")
    assert found(Settings(browser=own), bare) == own
    assert found(Settings(browser=tmp_path / "missing"), bare) is None


def test_it_is_named_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETINSURE_BROWSER", "/opt/chrome")
    assert Settings().browser == Path("/opt/chrome")


@pytest.mark.parametrize("name", browser.NAMES)
def test_it_is_found_on_the_path(path: Path, bare: Toolchain, name: str) -> None:
    place = chromium(path / name)
    answer = find_browser(NOTHING, bare)
    assert answer is not None
    assert (answer.program, answer.version) == (place, "Chromium 156.0.8078.108")


def test_it_is_found_where_a_person_keeps_applications(path: Path, bare: Toolchain) -> None:
    applications = Path(os.environ["HOME"]) / "Applications"
    place = applications / "Google Chrome.app/Contents/MacOS/Google Chrome"
    chromium(place, "Google Chrome 150.0.1 ")
    assert found(NOTHING, bare) == place


@pytest.mark.parametrize(
    "where",
    [
        "chromium-1255/chrome-linux64/chrome",
        "chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome",
    ],
)
def test_it_is_found_where_playwright_put_it(path: Path, bare: Toolchain, where: str) -> None:
    place = chromium(bare.browser / where, "Google Chrome for Testing 159.0.1")
    assert found(NOTHING, bare) == place


@pytest.mark.parametrize(
    "script",
    [
        "echo Chromium 156.0; exit 127",
        "echo I am no browser 1.0",
        "exec /snap/bin/chromium; echo Chromium 156.0",
    ],
)
def test_what_does_not_start_or_is_a_snap_is_passed_over(
    path: Path, bare: Toolchain, script: str
) -> None:
    program(path / "google-chrome", script)
    other = chromium(path / "chromium")
    assert found(NOTHING, bare) == other


def test_there_is_a_sandbox_unless_root_drives_it(path: Path, bare: Toolchain) -> None:
    chromium(path / "chromium")
    answer = find_browser(NOTHING, bare)
    assert answer is not None
    assert answer.options()["chromium_sandbox"] is (os.geteuid() != 0)


def test_nothing_is_installed_where_there_is_one(path: Path, bare: Toolchain) -> None:
    place = chromium(path / "chromium")
    program(path / "apt-get", "exit 1")
    assert provision.ensure_browser(NOTHING, bare, bare.root / "logs").program == place
    assert not (bare.root / "logs").exists()


def test_debian_installs_its_package_once_it_knows_what_there_is(
    path: Path, bare: Toolchain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provision, "distribution", lambda: "debian")
    program(path / "sudo", 'shift; case "$1" in true) ;; *) exec "$@" ;; esac')
    program(
        path / "apt-get",
        f'if [ "$1" = update ]; then : > {path}/known; exit 0; fi\n'
        f'[ -e {path}/known ] || {{ echo "Unable to locate package"; exit 100; }}\n'
        f"echo '#!/bin/sh\necho Chromium 156.0.1' > {path}/chromium\n"
        f"/bin/chmod +x {path}/chromium",
    )
    answer = provision.ensure_browser(NOTHING, bare, bare.root / "logs")
    assert (answer.program, answer.version) == (path / "chromium", "Chromium 156.0.1")


@pytest.mark.parametrize(
    ("name", "ways"), [("debian", ["Debian's package", "Playwright"]), ("ubuntu", ["Playwright"])]
)
def test_the_ways_to_a_browser_follow_the_distribution(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ways: list[str]
) -> None:
    program(path / "apt-get", "exit 0")
    program(path / "sudo", "exit 0")
    monkeypatch.setattr(provision, "distribution", lambda: name)
    assert list(provision.installers()) == ways


def test_a_person_who_would_be_asked_for_a_password_is_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path / "apt-get", "exit 0")
    program(path / "sudo", "echo a password is required >&2; exit 1")
    monkeypatch.setattr(provision, "distribution", lambda: "debian")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert list(provision.installers()) == ["Playwright"]


def test_where_none_can_be_had_one_sentence_says_why_and_what_helps(
    path: Path, bare: Toolchain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provision, "distribution", lambda: "debian")
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    program(path / "sudo", "exit 0")
    program(path / "apt-get", "echo E: the package is held back; exit 100")
    with pytest.raises(SetupError) as raised:
        provision.ensure_browser(NOTHING, bare, bare.root / "logs")
    sentence = str(raised.value)
    assert sentence.startswith("The tests need a browser and none could be had (")
    assert "the package is held back" in sentence
    assert "Playwright's Chromium" in sentence
    assert sentence.endswith(f"{provision.REMEDY}.")
    assert "\n" not in sentence


def test_one_that_was_named_and_does_not_start_is_not_replaced(path: Path, bare: Toolchain) -> None:
    program(path / "apt-get", "exit 1")
    wrong = program(path / "wrong", "exit 1")
    with pytest.raises(SetupError, match=f"^{wrong} is no Chrome or Chromium that starts; "):
        provision.ensure_browser(Settings(browser=wrong), bare, bare.root / "logs")
