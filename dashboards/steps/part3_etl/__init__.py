"""Part 3: from raw to gold, and what Delta Lake gives on the way."""
