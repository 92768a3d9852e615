"""Set-up: from a bare Python to everything the kit runs on, each step done once."""
