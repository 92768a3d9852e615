"""BI: the dashboard over the six views; each of its pages is a file, each panel has its SQL."""
