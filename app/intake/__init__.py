"""Intake: what customers hand in becomes one JSON file each in container raw."""
