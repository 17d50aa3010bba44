"""Motion signals to timed movements: onset, peak, offset, limbs, kind, rhythm. Pure: numpy and the standard library."""
