"""Tables of the bronze layer, one a file."""
