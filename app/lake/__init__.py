"""What the portal reads of the lake: its own files, and the tables and views by SQL."""
