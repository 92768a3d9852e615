"""Parts: what is done and checked at each step of the demo, one file a part or so."""
