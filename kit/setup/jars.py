"""Jars: fetched by the Ivy that pyspark brings, each checked against its SHA-256."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

from kit.setup.progress import say
from kit.setup.running import SetupError, run
from kit.setup.stamps import fingerprint, is_done, mark_done, remove_folder, replace_folder
from kit.toolchain import TRUST_STORE_PASSWORD, Toolchain, delta_version, spark_minor

HERE = Path(__file__).parent.parent / "jars"
IVY_FILE = HERE / "ivy.xml"
HASHES = HERE / "jars.sha256"


def ensure_jars(tools: Toolchain, logs: Path) -> None:
    """Fetch the engine's jars, unless those of these versions are there."""
    stamp = tools.root / "jars.stamp"
    mark = fingerprint([IVY_FILE, HASHES, delta_version(), spark_minor()])
    if is_done(stamp, mark) and tools.jars.is_dir():
        return
    say("jars", "Delta, Azure storage and lineage for Spark")
    partial = tools.root / "jars.partial"
    remove_folder(partial)
    _fetch(tools, partial, logs / "setup-jars.log")
    wrong = wrong_jars(partial)
    if wrong:
        msg = (
            f"Jars that are not what jars.sha256 names: {', '.join(wrong)}; "
            "empty Ivy's cache (~/.ivy2) and run `make setup` again, or ask who runs your mirror."
        )
        raise SetupError(msg)
    replace_folder(partial, tools.jars)
    mark_done(stamp, mark)
    say("jars", f"{len(expected_hashes())} jars, checked")


def wrong_jars(folder: Path) -> list[str]:
    """Names of jars that are missing, unknown or not of the bytes that the list names."""
    expected = expected_hashes()
    found = {jar.name: jar for jar in folder.glob("*.jar")}
    return sorted(
        name
        for name in expected.keys() | found.keys()
        if name not in found or name not in expected or sha256(found[name]) != expected[name]
    )


def expected_hashes() -> dict[str, str]:
    """SHA-256 by jar name."""
    lines = HASHES.read_text().splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def sha256(file: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _fetch(tools: Toolchain, target: Path, log: Path) -> None:
    settings = Path.home() / ".ivy2" / "ivysettings.xml"  # where people name a mirror of theirs
    mirror = ["-settings", str(settings)] if settings.exists() else []
    run(
        [
            tools.java,
            f"-Djavax.net.ssl.trustStore={tools.trust_store}",
            f"-Djavax.net.ssl.trustStorePassword={TRUST_STORE_PASSWORD}",
            *proxy_flags(),
            f"-Ddelta.version={delta_version()}",
            f"-Dspark.minor={spark_minor()}",
            *["-jar", tools.ivy, *mirror, "-ivy", IVY_FILE, "-types", "jar", "bundle"],
            *["-retrieve", f"{target}/[artifact]-[revision].[ext]"],
        ],
        log=log,
        reaching="the jars",
    )


def proxy_flags() -> list[str]:
    """Java's flags for the proxy that the environment names; Java reads no such variable itself."""
    flags = []
    for scheme in ("http", "https"):
        url = os.environ.get(f"{scheme}_proxy") or os.environ.get(f"{scheme.upper()}_PROXY")
        proxy = urlsplit(url) if url else None
        if proxy and proxy.hostname:
            flags.append(f"-D{scheme}.proxyHost={proxy.hostname}")
            flags.append(f"-D{scheme}.proxyPort={proxy.port or 80}")
    return flags
