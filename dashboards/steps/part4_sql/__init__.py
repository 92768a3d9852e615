"""Part 4: serverless SQL over the gold tables."""
