"""Addresses: the ports and the token of the running kit, where its other processes read them."""

from __future__ import annotations

import json
import secrets

from pydantic import SecretStr

from kit.console import Narration
from kit.files import write_private
from kit.home import Home
from kit.services.all import SERVICES
from kit.services.ports import free_port
from kit.services.record import Record
from kit.services.service import Service
from kit.services.site import Site
from lakehouse.settings import Settings, get_settings


def settle(settings: Settings, record: Record, narration: Narration) -> Settings:
    """Give every service its port: that of a running one, else the wanted or the next free one.

    What was settled is announced for other processes, and returned.
    """
    for service in SERVICES:
        entry = record.services.get(service.name)
        if entry and entry.alive():
            settings = settings.model_copy(update={service.port_setting: entry.port})
        else:
            settings = with_free_port(service, settings, narration)
    if settings.spark_token is None:
        token = SecretStr(secrets.token_urlsafe(24))
        settings = settings.model_copy(update={"spark_token": token})
    announce(settings)
    return settings


def with_free_port(service: Service, settings: Settings, narration: Narration) -> Settings:
    """Settings in which a service that is about to start has a port that nobody else has."""
    site = Site.of(settings)
    wanted = service.port(site)
    others = frozenset(other.port(site) for other in SERVICES if other is not service)
    port = free_port(settings.host, wanted, others)
    if port != wanted and service.needed(site):
        narration.say(f"port {wanted} is taken; {service.title} uses {port}", style="yellow")
    return settings.model_copy(update={service.port_setting: port})


def announce(settings: Settings) -> None:
    """Write the addresses for other processes of this person, and nobody else."""
    token = settings.spark_token
    addresses = {service.port_setting: service.port(Site.of(settings)) for service in SERVICES}
    known = {**addresses, "spark_token": token.get_secret_value() if token else None}
    write_private(Home(settings.home).addresses, json.dumps(known, indent=1) + "\n")
    get_settings.cache_clear()


def withdraw(home: Home) -> None:
    """Take the addresses back once nothing runs."""
    home.addresses.unlink(missing_ok=True)
    get_settings.cache_clear()
