"""Portal: the React pages, built from their source by the environment's Node."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kit.setup.places import PROJECT
from kit.setup.progress import say
from kit.setup.running import run
from kit.setup.stamps import fingerprint, is_done, mark_done, remove_folder, replace_folder
from kit.toolchain import Toolchain

SOURCE = PROJECT / "app" / "portal"
PACKAGES = ("package.json", "package-lock.json", ".npmrc", "lock.mjs")
NOT_SOURCE = ("node_modules", "dist")


def ensure_portal(tools: Toolchain, logs: Path) -> None:
    """Build the portal, unless the one there is of this source."""
    stamp = tools.root / "portal.stamp"
    mark = fingerprint([*map(str, sources()), *sources()])
    if is_done(stamp, mark) and tools.portal.exists():
        return
    place = tools.root / "portal.build"
    _ensure_packages(tools, place, logs)
    say("portal", "building the pages")
    for name in [each.name for each in place.iterdir() if each.name != "node_modules"]:
        _remove(place / name)
    shutil.copytree(SOURCE, place, ignore=_not_source, dirs_exist_ok=True)
    run(
        [tools.node, tools.npm, "run", "build", "--prefix", place],
        log=logs / "setup-portal.log",
        reaching="the portal's pages",
        env={"PATH": f"{tools.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"},
    )
    replace_folder(place / "dist", tools.portal)
    mark_done(stamp, mark)
    say("portal", "ready")


def sources() -> list[Path]:
    """Every file the pages are made from."""
    inside = (f for f in SOURCE.rglob("*") if not set(f.parts) & set(NOT_SOURCE))
    return sorted(file for file in inside if file.is_file())


def _ensure_packages(tools: Toolchain, place: Path, logs: Path) -> None:
    stamp = tools.root / "portal-packages.stamp"
    mark = fingerprint([SOURCE / name for name in PACKAGES])
    if is_done(stamp, mark) and (place / "node_modules").exists():
        return
    say("portal", "the packages its pages are made with")
    remove_folder(place)
    place.mkdir(parents=True)
    for name in PACKAGES:
        shutil.copy(SOURCE / name, place / name)
    run(
        [
            *[tools.node, tools.npm, "ci", "--prefix", place],
            *["--ignore-scripts", "--prefer-offline", "--loglevel=warn"],
        ],
        log=logs / "setup-portal-packages.log",
        reaching="the portal's packages (from the Node package registry)",
        env={"NODE_USE_SYSTEM_CA": "1"},
    )
    mark_done(stamp, mark)


def _not_source(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name in NOT_SOURCE]


def _remove(place: Path) -> None:
    if place.is_dir():
        remove_folder(place)
    else:
        place.unlink()
