"""Journey: a claim's way from its file to gold."""
