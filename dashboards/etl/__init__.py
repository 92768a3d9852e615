"""ETL: what the pages of part 3 have in common; the pages themselves are in steps/part3_etl."""
