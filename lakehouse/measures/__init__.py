"""Measures that several gold tables share: each is defined once, so that tables agree."""
