"""Insights: the numbers of the SQL views, for analysts."""
