"""Proxy of the tests: between the portal and its storage, so that storage can go away."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Literal

Mood = Literal["through", "refused", "unheard"]
"""`unheard`: what is written is stored, and the connection breaks before that is said."""


class Proxy:
    """Passes connections on to a port of this machine, in the mood that it is in."""

    def __init__(self, port: int) -> None:
        """Listens on a free port; nothing is passed on yet."""
        self.mood: Mood = "through"
        self._behind = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.port: int = self._listening.getsockname()[1]

    def turn(self, mood: Mood) -> None:
        """Change the mood; what is open is cut off."""
        self.mood = mood
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def serve(self) -> None:
        """Take connections until it is closed."""
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                if self.mood == "refused":
                    client.close()
                    continue
                storage = socket.create_connection(("127.0.0.1", self._behind))
                self._open += [client, storage]
                written = Event()
                for work in (self._ask, self._answer):
                    args = (client, storage, written)
                    Thread(target=work, args=args, daemon=True).start()

    def close(self) -> None:
        """End it all."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.turn("refused")

    def _ask(self, client: socket.socket, storage: socket.socket, written: Event) -> None:
        with suppress(OSError), storage:
            while data := client.recv(65536):
                if data.startswith(b"PUT "):
                    written.set()
                storage.sendall(data)

    def _answer(self, client: socket.socket, storage: socket.socket, written: Event) -> None:
        with suppress(OSError), client:
            while data := storage.recv(65536):
                if self.mood == "unheard" and written.is_set():
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(data)


@contextmanager
def between(port: int) -> Iterator[Proxy]:
    """A proxy before a port of this machine while the block lasts."""
    proxy = Proxy(port)
    Thread(target=proxy.serve, daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.close()
