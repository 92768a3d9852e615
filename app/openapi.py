"""OpenAPI: the API's description as JSON, from which the portal's client is generated."""

from __future__ import annotations

import json
import sys

from app.main import create_app
from lakehouse.settings import Settings


def openapi() -> str:
    """The description, the same text for the same API."""
    settings = Settings.model_construct()  # whatever this machine's are
    return json.dumps(create_app(settings).openapi(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(openapi())
