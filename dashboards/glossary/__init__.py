"""Glossary: the field's terms in our own words, each with the page that shows it."""

from __future__ import annotations

from dashboards.glossary.term import Term, found, terms

__all__ = ["Term", "found", "terms"]
