"""Checks of the set-up: jars, Java, Node, Azurite, caches, and whether the network is needed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from kit.doctor.finding import Finding, green, red
from kit.services.site import Site
from kit.setup.jars import expected_hashes, wrong_jars
from kit.training import is_trained

SET_UP = "run `make setup`"
NODE_NEEDED = 22
SECONDS = 20


def jars(site: Site) -> Finding:
    """The engine's jars, byte for byte."""
    wrong = wrong_jars(site.tools.jars)
    if wrong:
        many = f"{', '.join(wrong[:3])}{' and more' if len(wrong) > 3 else ''}"
        remedy = f"remove {site.tools.jars} and {SET_UP}"
        return red("jars", f"missing or not of the known SHA-256: {many}", remedy)
    return green("jars", f"{len(expected_hashes())} jars of the known SHA-256")


def java(site: Site) -> Finding:
    """The environment's own Java."""
    said = _said(site.tools.java, "-version")
    found = re.search(r'version "([^"]+)"', said or "")
    if not found:
        return red("java", f"{site.tools.java} does not run", f"remove .venv and {SET_UP}")
    return green("java", f"{found[1]}, of the environment")


def node(site: Site) -> Finding:
    """The environment's own Node, and Azurite."""
    said = _said(site.tools.node, "--version")
    found = re.match(r"v(\d+)\.\S+", said or "")
    if not found or int(found[1]) < NODE_NEEDED:
        text = f"{site.tools.node} does not run or is older than {NODE_NEEDED}"
        return red("node", text, f"remove .venv and {SET_UP}")
    if not site.tools.azurite_main.exists():
        remedy = f"remove {site.tools.azurite} and {SET_UP}"
        return red("node", f"{found[0]}, but Azurite is not installed", remedy)
    package = site.tools.azurite / "node_modules/azurite/package.json"
    version = json.loads(package.read_text())["version"]
    return green("node", f"{found[0]}, of the environment, with Azurite {version}")


def portal(site: Site) -> Finding:
    """The built pages of the portal."""
    if not (site.tools.portal / "index.html").exists():
        return red("portal", "its pages are not built", SET_UP, blocks=False)
    return green("portal", "its pages are built")


def caches(site: Site) -> Finding:
    """The engine's AOT cache: never needed, only faster."""
    if is_trained(site.tools):
        return green("caches", "the engine has learned to start fast")
    return green("caches", "the engine has yet to learn to start fast; `up` teaches it in passing")


def network(site: Site) -> Finding:
    """Whether anything still has to be fetched."""
    parts = {
        "the jars": site.tools.jars,
        "Azurite": site.tools.azurite_main,
        "the certificates": site.tools.trust_store,
        "the portal's pages": site.tools.portal,
    }
    missing = [name for name, place in parts.items() if not place.exists()]
    if missing:
        return red("network", f"needed once more, for {', '.join(missing)}", SET_UP)
    return green("network", "not needed, set-up is complete")


def _said(program: Path, question: str) -> str | None:
    try:
        asked = subprocess.run(
            [program, question], capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout + asked.stderr if asked.returncode == 0 else None
