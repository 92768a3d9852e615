"""Dashboards: the walkthrough, which carries the presenter and teaches the newcomer."""
