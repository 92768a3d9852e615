"""Observation: what the engine's OpenLineage listener tells of each write, kept for lineage."""
