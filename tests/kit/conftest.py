"""Fixtures of the kit's tests: homes of their own, and the command as people call it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kit.setup.places import PROJECT
from lakehouse.settings import Settings, get_settings
from tests.conftest import TOOLS


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


HIDDEN = ("java", "jar", "node", "npm", "npx", "docker", "python", "pip", "uv")
"""Beginnings of the names of programs that a machine need not have."""

Petinsure = Callable[..., Answer]


def home_with_tools(home: Path) -> Path:
    """A home that shares the tools of set-up."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "tools").symlink_to(TOOLS.root)
    return home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the test's own, in the environment too."""
    place = home_with_tools(tmp_path / "home")
    monkeypatch.setenv("PETINSURE_HOME", str(place))
    get_settings.cache_clear()
    yield place
    get_settings.cache_clear()


@pytest.fixture
def petinsure(
    home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Petinsure:
    """Calls the command in this process, in the test's home."""
    from kit.cli import main

    def call(*arguments: str) -> Answer:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["petinsure", *arguments])
        get_settings.cache_clear()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        said = capfd.readouterr()
        return Answer(code, said.out, said.err)

    return call


@pytest.fixture
def local(home: Path) -> Settings:
    """Settings of an empty lake in plain folders."""
    return Settings(home=home, storage="local")


def environment(
    home: Path, *arguments: str, add: Mapping[str, str]
) -> tuple[list[str], dict[str, str]]:
    """The command as a process of its own, on a machine without Java, Node and Docker."""
    programs = home / "programs"
    if not programs.exists():
        programs.mkdir()
        for program in [*Path("/bin").iterdir(), *Path("/usr/bin").iterdir()]:
            place = programs / program.name
            if not place.is_symlink() and not program.name.startswith(HIDDEN):
                place.symlink_to(program)
    kept = {name: value for name, value in os.environ.items() if name in ("LANG", "TMPDIR")}
    own = {"HOME": str(home), "PATH": str(programs), "PETINSURE_HOME": str(home), "CI": "true"}
    return [sys.executable, "-m", "kit", *arguments], {**kept, **own, **add}


def run_petinsure(home: Path, *arguments: str, add: Mapping[str, str]) -> Answer:
    """Run the command to its end as people do."""
    command, env = environment(home, *arguments, add=add)
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=env,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
