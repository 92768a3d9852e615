"""What the kit does to the lake as a whole: fill it, clear it, copy it, bring it back."""
