"""Part 5: where each number comes from."""
