"""SQL: what the pages of part 4 have in common; the pages themselves are in steps/part4_sql."""
