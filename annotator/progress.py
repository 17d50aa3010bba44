"""One bar on the terminal for a whole batch, with the time left."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from tqdm import tqdm

_FORMAT = "{desc} {percentage:3.0f} % |{bar}| {elapsed} gone, {remaining} left"
_LABEL_WIDTH = 28


class Bar:
    """A bar over tasks of these weights (bytes, say); silent where the error stream is no terminal."""

    def __init__(self, weights: Sequence[float], *, shown: bool | None = None) -> None:
        total = sum(weights) or 1.0
        self._weights = [weight / total for weight in weights]
        self._shares = [0.0] * len(weights)
        self._ended = 0
        shown = sys.stderr is not None and sys.stderr.isatty() if shown is None else shown
        self._bar: tqdm[NoReturn] | None = None
        if shown and weights:
            # A terminal that does not know its own size would get no bar at all.
            size: dict[str, Any] = {"dynamic_ncols": True}
            if not shutil.get_terminal_size((0, 0)).columns:
                size = {"ncols": 80, "nrows": 24}
            self._bar = tqdm(total=1.0, bar_format=_FORMAT, leave=False, smoothing=0.1, miniters=0, **size)

    def move(self, task: int, share: float, label: str) -> None:
        """Notes that a task has come to this share; a task never goes back."""
        self._shares[task] = max(self._shares[task], share)
        self._draw(label)

    def end(self, task: int) -> None:
        """Notes that a task has ended, well or not."""
        self._ended += 1
        self._shares[task] = 1.0
        self._draw("")

    def aside(self) -> None:
        """Takes the bar off the screen, so that a line can be printed; it comes back by itself."""
        if self._bar is not None:
            self._bar.clear()

    def close(self) -> None:
        """Takes the bar off the screen for good."""
        if self._bar is not None:
            self._bar.close()

    def _draw(self, label: str) -> None:
        if self._bar is None:
            return
        count = f"{min(self._ended + 1, len(self._shares))} of {len(self._shares)} " if len(self._shares) > 1 else ""
        self._bar.set_description_str(f"{count}{label[:_LABEL_WIDTH]:<{_LABEL_WIDTH}}", refresh=False)
        done = sum(weight * share for weight, share in zip(self._weights, self._shares, strict=True))
        self._bar.update(min(done, 1.0) - self._bar.n)
