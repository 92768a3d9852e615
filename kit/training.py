"""Training: one run of the engine that teaches later ones to start in half the time.

The JVM writes an ahead-of-time cache of the classes and profiles that a small lake's seeding
needed. That takes a minute or two, so it never stands between a person and the kit: set-up does
it last, and `up` leaves it to a process of the lowest priority. A missing or stale cache is
no error: the JVM passes over it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import SecretStr

from kit.console import Narration
from kit.lake.containers import create_containers
from kit.lake.filling import land_portal_claims, land_source_files
from kit.services.azurite import AZURITE
from kit.services.engine import ENGINE, fixed_flags
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.ports import any_free_port
from kit.services.process import Process
from kit.services.service import Service
from kit.services.site import Site
from kit.setup.places import default_home
from kit.setup.progress import say
from kit.setup.stamps import fingerprint, is_done, mark_done
from kit.toolchain import Toolchain
from lakehouse.settings import Settings

SECONDS_TO_WRITE = 300
"""The JVM writes its cache when it ends; on a busy machine that takes its time."""


def is_trained(tools: Toolchain) -> bool:
    """Whether the cache is there and made for exactly these jars, this Java and these flags."""
    return tools.aot_cache.exists() and is_done(_stamp(tools), _mark(tools))


def wanted() -> bool:
    """Whether to train unasked: not on a CI machine, which starts few engines and is soon gone."""
    return not os.environ.get("CI")


def ensure_trained(home: Path) -> None:
    """Train, unless that is done; one process at a time."""
    tools = Toolchain.of(home)
    if is_trained(tools):
        return
    say("engine", "learning to start faster (once, a minute or two; Ctrl-C leaves it for later)")
    train(home)
    say("engine", "learned" if is_trained(tools) else "not learned; it works without")


def train(home: Path) -> None:
    """Make the cache, in a lake of its own that is removed afterwards; failing is no error."""
    tools = Toolchain.of(home)
    place = tools.root / "training"
    tools.root.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(Timeout), FileLock(tools.root / "training.lock", timeout=0):
        shutil.rmtree(place, ignore_errors=True)
        mark = _mark(tools)
        try:
            cache = _observed_seeding(place, tools)
            if cache.exists():
                cache.replace(tools.aot_cache)
                mark_done(_stamp(tools), mark)
        finally:
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def train_in_background(site: Site, narration: Narration) -> Iterator[None]:
    """Train while the block lasts, at the lowest priority; the block's end cuts it off."""
    if is_trained(site.tools) or not wanted():
        yield
        return
    narration.say("a second engine learns in the background to start faster (once, some minutes)")
    log = site.home.log("training").open("wb")
    command = [sys.executable, "-m", "kit.training", "--home", str(site.home.path)]
    with log, subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True) as child:
        try:
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                child.terminate()


def _observed_seeding(place: Path, tools: Toolchain) -> Path:
    cache = place / "engine.aot"
    settings = Settings(
        home=place,
        storage="azurite",
        spark_remote=None,
        azurite_port=any_free_port("127.0.0.1"),
        spark_port=any_free_port("127.0.0.1"),
        spark_token=SecretStr("training"),
    )
    site = Site(settings, tools, java_flags=(f"-XX:AOTCacheOutput={cache}",))
    with _running(AZURITE, site):
        create_containers(settings)
        with _running(ENGINE, site):
            _seed_a_little(settings)
    return cache


def _seed_a_little(settings: Settings) -> None:
    from generator import Request
    from lakehouse.pipeline.run import run
    from lakehouse.spark import spark_session
    from lakehouse.spark_sql import execute

    request = Request(as_of=datetime.now(UTC).date(), scale=0.05)
    land_source_files(settings, request, lambda *_: None)
    run(settings, on_event=lambda _: None)
    land_portal_claims(settings, request)
    run(settings, on_event=lambda _: None)
    spark = spark_session(settings)
    for sql in ("DESCRIBE HISTORY petinsure_gold.customer_360", "SHOW DATABASES"):
        execute(spark, sql, by="training")
    spark.stop()


def _stamp(tools: Toolchain) -> Path:
    return tools.root / "engine.aot.stamp"


def _mark(tools: Toolchain) -> str:
    jars = [(jar.name, jar.stat().st_size, jar.stat().st_mtime_ns) for jar in tools.class_path()]
    release = tools.java.parent.parent / "release"
    return fingerprint([release, repr(jars), *fixed_flags(tools)])


@contextmanager
def _running(service: Service, site: Site) -> Iterator[None]:
    child = start(service, site)
    process = Process.of(child.pid)
    try:
        wait_until_it_answers(service, site, process)
        yield
        process.ask_to_end()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(SECONDS_TO_WRITE)
    except BaseException:
        if service.may_be_killed:  # cut off, it would first spend a minute on writing its cache
            process.kill()
        raise
    finally:
        stop(service, process)
        child.wait()


def main() -> int:
    """Train the engine of a home, giving way to everything else on the machine."""
    options = argparse.ArgumentParser(prog="kit.training")
    options.add_argument("--home", type=Path, default=default_home())
    os.nice(19)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are stopped too
    ensure_trained(options.parse_args().home)
    return 0


if __name__ == "__main__":
    sys.exit(main())
