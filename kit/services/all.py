"""All services, in the order in which they are started; they are stopped in the reverse order."""

from __future__ import annotations

from kit.services.azurite import AZURITE
from kit.services.engine import ENGINE
from kit.services.portal import PORTAL
from kit.services.service import Service
from kit.services.walkthrough import WALKTHROUGH

SERVICES: tuple[Service, ...] = (AZURITE, ENGINE, PORTAL, WALKTHROUGH)
