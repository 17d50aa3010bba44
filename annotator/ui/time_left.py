"""How long an analysis still takes, from how it has gone so far."""

from __future__ import annotations

SETTLING_S = 2.0  # the first seconds load models and say nothing about the rest
SMOOTHING = 0.15  # share of the newest estimate


class TimeLeft:
    """Watches progress against a clock in seconds that the caller reads; one instance a piece of work."""

    def __init__(self) -> None:
        self._label = ""
        self._start: tuple[float, float] = (0.0, 0.0)
        self._estimate_s: float | None = None
        self._estimated_at_s = 0.0

    def update(self, now_s: float, done: float, total: float, label: str) -> float | None:
        """The seconds left of the step named `label`, or None while nobody can tell."""
        if label != self._label or done < self._start[1]:
            self._label, self._start, self._estimate_s = label, (now_s, done), None
            return None
        elapsed, gained = now_s - self._start[0], done - self._start[1]
        if elapsed < SETTLING_S or gained <= 0 or total <= 0:
            return None
        fresh = max(total - done, 0.0) * elapsed / gained
        if self._estimate_s is None:
            self._estimate_s = fresh
        else:
            carried = max(self._estimate_s - (now_s - self._estimated_at_s), 0.0)
            self._estimate_s = carried + SMOOTHING * (fresh - carried)
        self._estimated_at_s = now_s
        return self._estimate_s
