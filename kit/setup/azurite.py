"""Azurite: the storage emulator, by `npm ci` from its lock, run by the environment's Node."""

from __future__ import annotations

import shutil
from pathlib import Path

from kit.setup.progress import say
from kit.setup.running import run
from kit.setup.stamps import fingerprint, is_done, mark_done, remove_folder, replace_folder
from kit.toolchain import Toolchain

HERE = Path(__file__).parent.parent / "azurite"
FILES = ("package.json", "package-lock.json", ".npmrc")


def ensure_azurite(tools: Toolchain, logs: Path) -> None:
    """Install Azurite, unless the locked one is there."""
    stamp = tools.root / "azurite.stamp"
    mark = fingerprint([HERE / name for name in FILES])
    if is_done(stamp, mark) and tools.azurite_main.exists():
        return
    say("azurite", "Azure storage on this machine")
    partial = tools.root / "azurite.partial"
    remove_folder(partial)
    partial.mkdir(parents=True)
    for name in FILES:
        shutil.copy(HERE / name, partial / name)
    run(
        [
            *[tools.node, tools.npm, "ci", "--prefix", partial],
            # No package of the lock needs to run anything at its installation.
            *["--omit=dev", "--ignore-scripts", "--prefer-offline", "--loglevel=warn"],
        ],
        log=logs / "setup-azurite.log",
        reaching="Azurite (from the Node package registry)",
        env={"NODE_USE_SYSTEM_CA": "1"},
    )
    replace_folder(partial, tools.azurite)
    mark_done(stamp, mark)
    say("azurite", "ready")
