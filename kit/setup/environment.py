"""Environment: the virtual environment, filled from the hashed lock; standard library only."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from kit.setup.lock import setup_lock
from kit.setup.outcome import exit_code
from kit.setup.places import PROJECT, VENV, default_home, venv_executable
from kit.setup.progress import begin, say
from kit.setup.running import SetupError, run
from kit.setup.stamps import fingerprint, is_done, mark_done

HERE = Path(__file__).parent
UV_LOCK = HERE / "uv.lock"
BUILD_LOCK = HERE / "build.lock"
REQUIREMENTS = PROJECT / "requirements.lock"
STAMP = VENV / "petinsure.stamp"
DISK_NEEDED = 3_000_000_000  # bytes; environment 1.6 GB, jars and Node packages 0.3, caches 0.3


def main() -> int:
    """Make the environment, then go on in it with the tools; 0 when all is ready."""
    options = argparse.ArgumentParser(prog="make setup", description="Set PetInsure360 up.")
    options.add_argument("--no-train", action="store_true", help="leave the JVM's AOT cache out")
    arguments = options.parse_args()
    begin()
    if code := exit_code(_ensure_alone, "make setup"):
        return code
    python = str(venv_executable("python"))
    extra = ["--no-train"] if arguments.no_train else []
    os.chdir(PROJECT)
    return os.execv(python, [python, "-m", "kit.setup.tools", *extra])


def _ensure_alone() -> None:
    with setup_lock(default_home()):
        ensure_environment()


def ensure_environment() -> None:
    """Create the virtual environment and install what the lock names, unless done."""
    if environment_is_current() and _works(venv_executable("python")):
        return
    free = shutil.disk_usage(PROJECT).free
    if free < DISK_NEEDED and not venv_executable("python").exists():
        msg = f"Set-up needs 3 GB of disk and {PROJECT} has {free / 1e9:.1f} GB left."
        raise SetupError(msg)
    logs = default_home() / "logs"
    installers = [venv_executable("uv"), venv_executable("pip")]
    if not _works(venv_executable("python")) or not any(tool.exists() for tool in installers):
        say("python", f"virtual environment of Python {sys.version.split()[0]}")
        _create(logs / "setup-venv.log")
    if not _pinned_uv():
        say("python", "the installer, by its hash")
        pip = [venv_executable("python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
        run(
            [*pip, "--only-binary", ":all:", "-r", UV_LOCK],
            log=logs / "setup-uv.log",
            reaching="the installer (uv, from the Python package index)",
        )
    say("python", "packages, by their hashes")
    _install(logs / "setup-packages.log")
    mark_done(STAMP, _mark())
    say("python", "ready")


def environment_is_current() -> bool:
    """Whether the environment was filled from the locks as they are now."""
    return is_done(STAMP, _mark())


def _mark() -> str:
    # The folder counts too: an environment does not survive a move.
    locks = [UV_LOCK, BUILD_LOCK, REQUIREMENTS, PROJECT / "pyproject.toml"]
    return fingerprint([*locks, str(PROJECT)])


def _install(log: Path) -> None:
    uv = [venv_executable("uv"), "pip", "install", "--python", venv_executable("python")]
    locked = ["--require-hashes", "--build-constraints", BUILD_LOCK, "-r", REQUIREMENTS]
    try:  # What the cache has needs no network, and no server's word on whether it is fresh.
        run([*uv, "--offline", *locked], log=log, reaching="the packages")
    except SetupError:
        say("python", "fetching the packages that the cache does not have")
        run([*uv, *locked], log=log, reaching="the Python packages")
    ourselves = ["--offline", "--no-deps", "--no-build-isolation", "-e", PROJECT]
    run([*uv, *ourselves], log=log, reaching="the petinsure command")


def _create(log: Path) -> None:
    try:
        run([sys.executable, "-m", "venv", "--clear", VENV], log=log, reaching="the environment")
    except SetupError as error:
        if "ensurepip" not in log.read_text(errors="replace"):
            raise
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        msg = (
            f"This Python cannot make virtual environments; install its venv package "
            f"(Debian, Ubuntu: `apt install {version}-venv`) and run `make setup` again."
        )
        raise SetupError(msg) from error


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    probe = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode == 0


def _pinned_uv() -> bool:
    uv = venv_executable("uv")
    if not uv.exists():
        return False
    said = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout
    return f"uv=={said.split()[1]}" in UV_LOCK.read_text() if len(said.split()) > 1 else False
