"""Workbench: Spark SQL as a viewer types it, on tables of the viewer's own; the lake's are read."""
