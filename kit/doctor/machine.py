"""Checks of the machine: Python, disk, memory, ports, clock."""

from __future__ import annotations

import platform
import shutil
import sys
import time
from pathlib import Path

import psutil

from kit.doctor.finding import Finding, green, red
from kit.errors import PortsTaken
from kit.home import Home
from kit.services.all import SERVICES
from kit.services.ports import free_port, is_free
from kit.services.record import read
from kit.services.site import Site
from kit.setup.places import PROJECT

GIB = 1 << 30
DISK_WANTED, DISK_NEEDED = 2 * GIB, GIB // 2
MEMORY_WANTED = 2.5 * GIB
"""Engine, Azurite and a client: what a demo holds at its height, less what is shared."""
CLOCK_SLACK = 24 * 3600


def python(site: Site) -> Finding:
    """Whether the environment's packages are those of the lock."""
    from kit.setup.environment import environment_is_current

    version = f"{platform.python_version()} at {sys.executable}"
    if not environment_is_current():
        told = "packages are not those of requirements.lock"
        return red("python", f"{version}: {told}", "run `make setup`", blocks=False)
    return green("python", version)


def disk(site: Site) -> Finding:
    """Free disk where the lake lives."""
    free = shutil.disk_usage(_existing(site.home.path)).free
    text = f"{free / GIB:.1f} GiB free at {site.home.path}"
    if free < DISK_WANTED:
        remedy = "free some disk, or set PETINSURE_HOME to a folder with more"
        return red("disk", text, remedy, blocks=free < DISK_NEEDED)
    return green("disk", text)


def memory(site: Site) -> Finding:
    """Memory that can be had, or that the running engine already has."""
    available = psutil.virtual_memory().available
    text = f"{available / GIB:.1f} GiB available"
    engine = read(site.home).services.get("spark")
    if engine and engine.alive():
        held = engine.process.resident_bytes() or 0
        return green("memory", f"{text}; the engine holds {held / GIB:.1f} GiB")
    if available < MEMORY_WANTED:
        remedy = "close other programs, or set PETINSURE_SPARK_MEMORY=1200m"
        return red("memory", text, remedy, blocks=False)
    return green("memory", text)


def ports(site: Site) -> Finding:
    """A port for every service: its own, or the next free one."""
    record, said, given = read(site.home), [], set[int]()
    for service in SERVICES:
        wanted = service.port(site)
        entry = record.services.get(service.name)
        if entry and entry.alive():
            said.append(f"{entry.port} {service.name}, in use by it")
            continue
        try:
            port = free_port(site.settings.host, wanted, frozenset(given))
        except PortsTaken as error:
            remedy = f"free one, or set PETINSURE_{service.port_setting.upper()}"
            return red("ports", str(error).rstrip("."), remedy)
        given.add(port)
        free = is_free(site.settings.host, wanted)
        said.append(f"{port} {service.name}" + ("" if free else f" ({wanted} is taken)"))
    return green("ports", ", ".join(said))


def clock(site: Site) -> Finding:
    """Whether the clock is behind what was written here: history and leases go by it."""
    now = time.time()
    newest = max(_written(PROJECT / "requirements.lock"), *map(_written, _kept(site.home)), 0.0)
    if now < newest - CLOCK_SLACK:
        late = (newest - now) / 86400
        text = f"the clock is {late:.0f} days behind files that were written here"
        return red("clock", text, "set the date and time of this machine", blocks=False)
    return green("clock", time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(now)))


def _kept(home: Home) -> list[Path]:
    return [home.logs, home.run, home.azurite]


def _written(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


def _existing(path: Path) -> Path:
    return path if path.exists() else _existing(path.parent)
