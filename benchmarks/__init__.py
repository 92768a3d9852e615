"""Benchmarks: speed and memory of the kit as a user meets them, measured in one run."""
