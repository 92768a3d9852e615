"""The pet insurance business as pure data and functions; imports nothing else of this project."""
