"""Ingestion: source files of container raw become bronze rows, each exactly once."""
