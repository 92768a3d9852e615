"""Naive way: the layers as three classic applications, timed beside the kit's one warm engine."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.clone import PROJECT
from benchmarks.table import Measurements
from generator import Request
from kit.lake.containers import create_containers
from kit.lake.filling import land_source_files
from kit.services.azurite import AZURITE
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.ports import any_free_port
from kit.services.process import Process
from kit.services.site import Site
from kit.setup.places import default_home
from kit.toolchain import Toolchain
from lakehouse.settings import Settings
from lakehouse.table import LAYERS


def naive_way(table: Measurements) -> None:
    """Build a lake of scale 1 from nothing, an application a layer, and compare."""
    with tempfile.TemporaryDirectory(prefix="petinsure-naive-") as folder:
        settings = Settings(home=Path(folder), azurite_port=any_free_port("127.0.0.1"))
        site = Site(settings, Toolchain.of(default_home()))
        child = start(AZURITE, site)
        process = Process.of(child.pid)
        try:
            wait_until_it_answers(AZURITE, site, process)
            create_containers(settings)
            land_source_files(settings, Request(as_of=date(2026, 6, 1)), lambda *_: None)
            seconds = sum(_application(settings, layer) for layer in LAYERS)
        finally:
            stop(AZURITE, process)
            child.wait()
    table.add("naive way: raw → gold", seconds, "s")
    for mine in ("raw → gold, engine just started", "raw → gold, full, warm"):
        if any(m.what == mine for m in table.found):
            table.add(f"naive way to {mine}", seconds / table.value(mine), "times")


def _application(settings: Settings, layer: str) -> float:
    environment = {
        **os.environ,
        "PETINSURE_HOME": str(settings.home),
        "PETINSURE_AZURITE_PORT": str(settings.azurite_port),
    }
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.naive", layer, str(default_home())],
        cwd=PROJECT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        msg = f"The naive application of {layer} failed:\n{done.stderr[-20000:]}"
        raise RuntimeError(msg)
    return time.monotonic() - began
