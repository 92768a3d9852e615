"""Data quality: from a bronze row to a silver one that is typed, judged and deduplicated."""
