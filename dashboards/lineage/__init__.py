"""Lineage on pages: what was observed, kept until it changes, and pictures that one can click."""
