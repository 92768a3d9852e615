"""Outcome: how a stage of set-up ends a command: its exit code, and a sentence where it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable

from kit.setup.running import SetupError


def exit_code(stage: Callable[[], None], command: str) -> int:
    """0 once the stage is done; 1 where it fails and 130 where it is interrupted, after saying so.

    `command` is what a person runs to carry on.
    """
    try:
        stage()
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Set-up cannot write: {error}; run `{command}` again once mended.\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write(f"Interrupted; `{command}` carries on from here.\n")
        return 130
    return 0
