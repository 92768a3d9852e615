"""`python -m kit` is the `petinsure` command."""

from __future__ import annotations

from kit.cli import main

main()
