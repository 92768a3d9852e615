"""Pipeline: runs, schedule and live mode, steered from the portal."""
