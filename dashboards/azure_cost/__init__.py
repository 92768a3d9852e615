"""Azure cost: dated prices, what was measured here, and what both make of a month on Azure."""
