"""Examination: all checks side by side; `up` asks for it before it does anything slow."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kit.doctor.finding import Finding, red
from kit.doctor.machine import clock, disk, memory, ports, python
from kit.doctor.tools import caches, jars, java, network, node, portal
from kit.errors import NotSetUp
from kit.services.site import Site
from lakehouse.settings import Settings

CHECKS: tuple[Callable[[Site], Finding], ...] = (
    python,
    disk,
    memory,
    ports,
    jars,
    java,
    node,
    portal,
    caches,
    network,
    clock,
)


def examine(settings: Settings) -> list[Finding]:
    """What every check finds, in an order that never changes."""
    site = Site.of(settings)
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda check: _found(check, site), CHECKS))


def require_sound(settings: Settings) -> None:
    """Raise `NotSetUp` with all that stands in the way of `up`; pass over what does not."""
    wrong = [finding for finding in examine(settings) if finding.blocks]
    if wrong:
        told = "; ".join(f"{each.subject}: {each.message} ({each.remedy})" for each in wrong)
        msg = f"The kit cannot start. {told}"
        raise NotSetUp(msg)


def _found(check: Callable[[Site], Finding], site: Site) -> Finding:
    try:
        return check(site)
    except (OSError, ModuleNotFoundError) as error:  # a check must not end the examination
        return red(check.__name__, str(error), "run `make setup`")
