"""Explore: pages beside the five parts, for one's own pace, one file a page."""
