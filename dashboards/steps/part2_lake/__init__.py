"""Part 2: the data lake, folder by folder."""
