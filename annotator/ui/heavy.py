"""Loading PyAV and MediaPipe late, and by one thread at a time.

The window loads them only once a video is open. Their modules import each other in circles, so that two threads that
both import them for the first time can get them half made: every thread of the window loads them through here.
"""

from __future__ import annotations

import contextlib
import importlib
import threading

_one_at_a_time = threading.Lock()


def load_pose() -> None:
    """Imports what finds poses, or waits until another thread has. Where it does not load, who uses it says so."""
    with _one_at_a_time:
        from annotator.pose.native import chatter_filtered, refuse_usage_reports
        from annotator.video._cv import load_cv2

        refuse_usage_reports()
        with chatter_filtered(), contextlib.suppress(ImportError, OSError):
            load_cv2()
            importlib.import_module("mediapipe.tasks.python.vision")


def load_pyav() -> None:
    """Imports PyAV, or waits until another thread has."""
    with _one_at_a_time:
        importlib.import_module("av")
