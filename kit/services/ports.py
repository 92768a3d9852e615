"""Ports: the wanted one, else the next free one."""

from __future__ import annotations

import secrets
import socket

from kit.errors import PortsTaken

TRIES = 50
OWN_CHOICE = range(20_000, 32_000)


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do, so that a port in its minute of rest after use counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def free_port(host: str, wanted: int, not_these: frozenset[int] = frozenset()) -> int:
    """The wanted port or the next free one; raises `PortsTaken` where fifty in a row are taken."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if port not in not_these and is_free(host, port):
            return port
    msg = f"Ports {wanted} to {wanted + TRIES - 1} are all taken; free one, or name another."
    raise PortsTaken(msg)


def any_free_port(host: str) -> int:
    """Some free port, from below those that systems give to outgoing connections."""
    while True:
        port = secrets.choice(OWN_CHOICE)
        if is_free(host, port):
            return port
