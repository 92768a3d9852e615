"""Tracker: sees landed claims reach bronze, silver and gold, whoever runs the pipeline."""
