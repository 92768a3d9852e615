"""Dictionary: the lake's tables as declared, with what is really in them just now."""
