"""Tables of the silver layer, one a file."""
