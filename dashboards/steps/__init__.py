"""Steps: the five parts of the demo, one file a step."""
