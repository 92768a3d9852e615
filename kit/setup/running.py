"""Running: a package manager's command, its output kept in a log, its failure one sentence."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

NO_NETWORK = (
    "name or service not known",
    "temporary failure in name resolution",
    "nodename nor servname",
    "failed to lookup address",
    "dns error",
    "enotfound",
    "eai_again",
    "econnrefused",
    "econnreset",
    "etimedout",
    "unknownhostexception",
    "connectexception",
    "sockettimeoutexception",
    "connection refused",
    "network is unreachable",
    "failed to establish a new connection",
    "error sending request",
    "tunnel error",
)
NOT_TRUSTED = ("certificate", "sslhandshakeexception", "pkix path", "unknownissuer")
WRONG_HASH = ("hash mismatch", "do not match the hashes", "eintegrity")
DISK_FULL = ("no space left", "enospc", "disk quota exceeded", "not enough space")


class SetupError(Exception):
    """Set-up cannot go on: one sentence with the cause and the remedy."""


def run(
    command: Sequence[object], *, log: Path, reaching: str, env: Mapping[str, str] | None = None
) -> None:
    """Run a command (words and paths) to its end, its output going to `log`.

    `reaching` says what the command fetches, for the sentence where it cannot.
    Raises `SetupError` where it fails.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        # Ctrl-C ends the command too: it is of our process group.
        code = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            check=False,
        ).returncode
    if code:
        raise SetupError(explain(log.read_text(errors="replace"), reaching, log))


def explain(output: str, reaching: str, log: Path) -> str:
    """One sentence for a failed command's output: what went wrong, and what helps."""
    text = output.lower()
    if any(sign in text for sign in DISK_FULL):
        return f"The disk is full while fetching {reaching}; free 3 GB and run `make setup` again."
    if any(sign in text for sign in WRONG_HASH):
        return (
            f"Of {reaching}, something fetched is not what the lock file names (wrong hash); "
            f"clear the package manager's cache or ask who runs your mirror. Details: {log}"
        )
    if any(sign in text for sign in NOT_TRUSTED):
        return (
            f"The server of {reaching} shows a certificate this machine does not trust; behind a "
            f"company proxy, set SSL_CERT_FILE to its CA bundle and try again. Details: {log}"
        )
    if any(sign in text for sign in NO_NETWORK):
        return (
            f"Set-up needs the network once and could not reach the server of {reaching}; "
            f"connect and run `make setup` again, what is done stays done. Details: {log}"
        )
    last = next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "no word")
    return f"Fetching {reaching} failed: {last[:200]}. Details: {log}"
