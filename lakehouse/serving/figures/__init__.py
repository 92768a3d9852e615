"""Figures: what analysts ask of the views, in SQL, once for the portal and the walkthrough."""
