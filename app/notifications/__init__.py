"""Notifications: what happened, told at once and kept until it was seen."""
