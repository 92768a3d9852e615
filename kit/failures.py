"""Failures: whatever goes wrong, people see one sentence and never a traceback."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

from pydantic import ValidationError

from kit.console import fail
from kit.files import write_private
from kit.setup.places import default_home
from lakehouse.errors import PetInsureError

INTERRUPTED = 130


def guarded(action: Callable[[], object]) -> int:
    """Run a command's work; 0, or the exit code of the failure that was told."""
    try:
        action()
    except PetInsureError as error:
        fail(str(error))
    except ValidationError as error:
        fail(_about_settings(error))
    except BrokenPipeError:  # whoever read our output has read enough
        sys.stderr.close()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last line of defence; the whole story goes to a file
        log = default_home() / "logs" / "petinsure.log"
        write_private(log, traceback.format_exc())
        first = (str(error).strip().splitlines() or [""])[0][:200]
        fail(f"Unexpected {type(error).__name__}: {first}; the details are in {log}")
    else:
        return 0
    return 1


def _about_settings(error: ValidationError) -> str:
    first = error.errors()[0]
    name = "_".join(str(part) for part in first["loc"]).upper()
    return f"Setting PETINSURE_{name} makes no sense: {first['msg']}."
