"""The kit's services: each a declaration; one place starts, watches and stops them."""
