"""Serving: the lake's views and tables in SQL, by DuckDB here and by Synapse on Azure."""

from __future__ import annotations

from lakehouse.serving.console import Console, Result, query
from lakehouse.serving.views import View, views

__all__ = ["Console", "Result", "View", "query", "views"]
