"""The translations, and the tool that keeps them up to date."""
