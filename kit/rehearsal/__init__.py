"""Rehearsal: the whole demo run unattended in a real browser, its numbers checked, and reported."""
