"""The rows of the source files as columns of text, before any defect is planted."""
