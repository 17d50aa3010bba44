"""Review: the table of what was found, the actions on it, the queue and the blinded reading."""
