"""Decisions: an open claim approved, cut or denied, as a revision of its file."""
