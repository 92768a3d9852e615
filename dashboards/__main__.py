"""Entry of the walkthrough's server: `python -m dashboards`, on the settings' host and port."""

from __future__ import annotations

from dashboards.server import run
from lakehouse.settings import get_settings

if __name__ == "__main__":
    run(get_settings())
