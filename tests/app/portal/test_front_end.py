"""The portal's own checks, and that its client is of today's API."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.openapi import openapi
from kit.setup.portal import SOURCE, sources
from kit.toolchain import Toolchain


@pytest.fixture(scope="module")
def copy(tools: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The front end's source with the packages that set-up fetched."""
    place = tmp_path_factory.mktemp("front-end")
    for file in sources():
        target = place / file.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    (place / "node_modules").symlink_to(tools.root / "portal.build" / "node_modules")
    return place


def npm(tools: Toolchain, place: Path, *arguments: str) -> str:
    """What a command of npm says; one that fails fails the test with it."""
    path = f"{tools.node.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [tools.node, tools.npm, *arguments],
        cwd=place,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_its_description_is_of_todays_api() -> None:
    assert (SOURCE / "openapi.json").read_text() == openapi(), (
        "the API has changed: python -m app.openapi > app/portal/openapi.json, npm run generate"
    )


def test_its_client_is_generated_from_that_description(tools: Toolchain, copy: Path) -> None:
    client = copy / "src/api/schema.d.ts"
    committed = client.read_text()
    npm(tools, copy, "run", "generate")
    assert client.read_text() == committed, "the client is stale: npm run generate"


@pytest.mark.parametrize(
    "check",
    [("run", "lint"), ("exec", "--", "tsc"), ("run", "test")],
    ids=["lint", "types", "test"],
)
def test_it_passes_its_own(tools: Toolchain, copy: Path, check: tuple[str, ...]) -> None:
    npm(tools, copy, *check)
