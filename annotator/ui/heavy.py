"""Loading PyAV late, and by one thread at a time.

The window loads it only once a video is open. Its compiled modules import each other in a circle, so that two threads
that both import it for the first time can get it half made: every thread of the window loads it through here.
"""

from __future__ import annotations

import importlib
import threading

_one_at_a_time = threading.Lock()


def load_pyav() -> None:
    """Imports PyAV, or waits until another thread has."""
    with _one_at_a_time:
        importlib.import_module("av")
