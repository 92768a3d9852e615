"""Tables of the gold layer, one a file."""
