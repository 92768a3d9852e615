"""Entry of `make setup`: says plainly when this Python is too old, else hands over.

Written for any Python 3, so that an old one prints a sentence and not a syntax error.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this line is what the check is for
    found = f"Python {sys.version_info[0]}.{sys.version_info[1]} at {sys.executable}"
    remedy = "install a newer one, or name it: make setup PYTHON=/path/to/python3.12"
    sys.exit("PetInsure360 needs Python 3.11 or newer, not " + found + "; " + remedy)

from kit.setup.environment import main  # after the check: it needs the newer Python

sys.exit(main())
