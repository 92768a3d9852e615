from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kit.setup.azurite import HERE as AZURITE
from kit.setup.environment import BUILD_LOCK, UV_LOCK
from kit.setup.jars import IVY_FILE
from kit.setup.places import PROJECT
from kit.setup.portal import SOURCE as PORTAL

CREDIT = re.compile(r"^  (?P<name>\S.*?)  +(?P<licence>\S.*?)  +https://\S+$", re.MULTILINE)


def credited() -> dict[str, str]:
    """Licences in NOTICE by the name of what has them."""
    return dict(CREDIT.findall((PROJECT / "NOTICE").read_text()))


def python_packages() -> list[str]:
    """Packages that pyproject.toml asks for: to run, to develop, to build."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *(each for group in project["dependency-groups"].values() for each in group),
        *project["build-system"]["requires"],
    ]
    return [re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in wanted]


def installers() -> list[str]:
    """Packages that set-up itself runs on, each the one name in a lock."""
    return [re.findall(r"^[\w-]+", f.read_text(), re.MULTILINE)[0] for f in (UV_LOCK, BUILD_LOCK)]


def node_packages(home: Path) -> dict[str, str]:
    """Packages that a package.json asks for, with the licence that each declares, by its lock."""
    asked = json.loads((home / "package.json").read_text())
    locked = json.loads((home / "package-lock.json").read_text())["packages"]
    names = [*asked["dependencies"], *asked.get("devDependencies", {})]
    return {name: locked[f"node_modules/{name}"]["license"] for name in names}


def jars() -> list[str]:
    """Jars that set-up fetches, without the versions in their names."""
    wanted = ElementTree.parse(IVY_FILE).iter("dependency")
    return [f"{each.attrib['org']}:{each.attrib['name'].split('_')[0]}" for each in wanted]


NODE_PACKAGES = node_packages(AZURITE) | node_packages(PORTAL)
FETCHED = [*python_packages(), *installers(), *NODE_PACKAGES, *jars()]


@pytest.mark.parametrize("name", FETCHED)
def test_what_the_kit_fetches_is_credited_with_its_licence(name: str) -> None:
    assert name in credited()


@pytest.mark.parametrize(("name", "licence"), NODE_PACKAGES.items())
def test_a_node_package_is_credited_with_the_licence_it_declares(name: str, licence: str) -> None:
    assert credited()[name] == licence


def test_what_the_kit_no_longer_fetches_is_not_credited() -> None:
    packages = {re.sub(r".* \(in (.*)\)", r"\1", name) for name in credited()}
    assert packages - set(FETCHED) == set()
