"""Part 1: the customer portal, where a claim begins."""
