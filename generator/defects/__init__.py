"""The defects planted in the raw files: which, how many and where."""
