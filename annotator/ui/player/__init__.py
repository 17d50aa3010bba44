"""The player: a worker that decodes, a canvas that paints, and the controller that keeps both in time."""
