"""Engine: the Spark Connect server, one warm JVM that all of the kit shares."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from kit.files import write_private
from kit.services.service import Command, Service
from kit.services.site import Site
from kit.toolchain import TRUST_STORE_PASSWORD, Toolchain
from lakehouse.observation.listener import listener_conf
from lakehouse.spark import engine_conf

OPENED = (
    "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util "
    "java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs "
    "sun.security.action sun.util.calendar"
).split()
"""Packages that Spark reaches into, as its own launcher opens them."""

JAVA_25 = [
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.noUnsafe=false",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Djdk.reflect.useDirectMethodHandle=false",
]
"""What Spark and Netty need of a Java this new."""

LOG = Path(__file__).with_name("engine-log.properties")
"""What the engine logs."""

FOREIGN = ("SPARK_", "HADOOP_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
"""Variables of another Spark or Java on this machine, which must not steer ours."""


def command(site: Site) -> Command:
    """The JVM with Spark's Connect server; flags and secrets go by files, not by the command."""
    folder = site.home.spark
    for name in ("tmp", "warehouse"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    arguments = write_private(
        site.home.run / "engine.args", "\n".join(map(_quoted, java_flags(site)))
    )
    conf = {
        **engine_conf(site.settings),
        **(listener_conf(site.settings) if site.tools.listens else {}),
        **_server_conf(site),
        **site.spark_conf,
    }
    properties = write_private(site.home.run / "engine.properties", _properties(conf))
    argv = [
        *[str(site.tools.java), f"@{arguments}", "org.apache.spark.deploy.SparkSubmit"],
        *["--properties-file", str(properties)],
        *["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal"],
    ]
    # Without these Spark asks for the machine's own name, which without a network may not resolve.
    local = {"SPARK_LOCAL_IP": site.settings.host, "SPARK_LOCAL_HOSTNAME": "localhost"}
    return Command(argv, cwd=folder, drop=FOREIGN, add=local)


def java_flags(site: Site) -> list[str]:
    """The JVM's flags; a training run writes the AOT cache that others use."""
    cache = site.tools.aot_cache
    uses_cache = cache.exists() and not site.java_flags
    return [
        f"-Xmx{site.settings.spark_memory}",
        f"-Djavax.net.ssl.trustStore={site.tools.trust_store}",
        f"-Djavax.net.ssl.trustStorePassword={TRUST_STORE_PASSWORD}",
        f"-Dlog4j2.configurationFile={LOG}",
        f"-Djava.io.tmpdir={site.home.spark / 'tmp'}",
        *([f"-XX:AOTCache={cache}"] if uses_cache else []),
        *site.java_flags,
        *fixed_flags(site.tools),
    ]


def fixed_flags(tools: Toolchain) -> list[str]:
    """The flags that an AOT cache is bound to."""
    class_path = os.pathsep.join(map(str, tools.class_path()))
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    return [*JAVA_25, *opened, "-XX:+UseParallelGC", "-cp", class_path]


def _server_conf(site: Site) -> dict[str, str]:
    token = site.settings.spark_token
    return {
        "spark.connect.grpc.binding.address": site.settings.host,
        "spark.connect.grpc.binding.port": str(site.settings.spark_port),
        "spark.driver.bindAddress": site.settings.host,
        "spark.local.dir": str(site.home.spark / "tmp"),
        "spark.sql.warehouse.dir": str(site.home.spark / "warehouse"),
        "spark.log.level": "WARN",
        **({"spark.connect.authenticate.token": token.get_secret_value()} if token else {}),
    }


def answers(site: Site) -> bool:
    """Whether the port is open: the server opens it last."""
    try:
        address = (site.settings.host, site.settings.spark_port)
        socket.create_connection(address, timeout=1).close()
    except OSError:
        return False
    return True


def _properties(conf: dict[str, str]) -> str:
    """A Java properties file; keys of ours hold nothing that needs an escape."""
    return "".join(f"{key}={value.replace(chr(92), chr(92) * 2)}\n" for key, value in conf.items())


def _quoted(flag: str) -> str:
    """One line of a Java argument file."""
    return '"' + flag.replace("\\", "\\\\").replace('"', '\\"') + '"'


def without_cache(site: Site) -> bool:
    """Put the AOT cache away: a cache that harms must never stop the engine. Whether one was."""
    if not site.tools.aot_cache.exists():
        return False
    site.tools.aot_cache.unlink()
    return True


ENGINE = Service(
    name="spark",
    title="Spark engine",
    port_setting="spark_port",
    command=command,
    answers=answers,
    url=lambda site: f"sc://localhost:{site.settings.spark_port}",
    needed=lambda site: site.settings.spark_remote is None,
    seconds_to_start=180,
    seconds_to_stop=20,
    afterwards=(sys.executable, "-m", "kit.registration"),
    second_try=without_cache,
)
