"""The portal in a real browser. A package, so that its servers and browser end with its tests."""
