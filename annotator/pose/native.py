"""Keeps MediaPipe's native library off the network, and its start-up chatter off the terminal.

MediaPipe 1.2 sends usage figures to its maker from a background thread of its native library, and offers no switch
(its package description says so). They hold no picture, but nothing here may open a connection. The library sends with
libcurl, which asks the environment for a proxy before each transfer: a proxy address that cannot be parsed makes it
give up before it looks up a name or opens a connection. The address stays set for the life of the process, as the
thread lives that long. Child processes would inherit it: start them with `environment_for_children()`.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_UNUSABLE_PROXY: Final = "none://"
_PROXIES: Final = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
_EXCEPTIONS: Final = ("no_proxy", "NO_PROXY")

_CHATTER: Final = re.compile(
    rb"Created TensorFlow Lite XNNPACK delegate"
    rb"|Logging before InitGoogle\(\) is written to STDERR"
    rb"|All log messages before absl::InitializeLog\(\)"
    rb"|inference_feedback_manager\.cc"
    rb"|landmark_projection_calculator\.cc"
)

_before: dict[str, str | None] = {}
_stderr_lock = threading.RLock()


def refuse_usage_reports() -> None:
    """Makes MediaPipe's usage reports fail before they reach the network. Call it before MediaPipe is imported."""
    for name in _PROXIES + _EXCEPTIONS:
        _before.setdefault(name, os.environ.get(name))
    for name in _EXCEPTIONS:
        os.environ.pop(name, None)
    for name in _PROXIES:
        os.environ[name] = _UNUSABLE_PROXY


def environment_for_children() -> dict[str, str]:
    """The process's environment with the person's own proxy settings put back."""
    environment = dict(os.environ)
    for name, value in _before.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    return environment


@contextmanager
def chatter_filtered() -> Iterator[None]:
    """Holds back what the block writes to the error stream, then passes on every line that is not known chatter.

    The native library writes to file descriptor 2 itself, so that is where it is caught. One thread at a time.
    """
    with _stderr_lock:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            kept = os.dup(2)
        except OSError:  # a window program without an error stream
            yield
            return
        with tempfile.TemporaryFile() as caught:
            os.dup2(caught.fileno(), 2)
            try:
                yield
            finally:
                if sys.stderr is not None:
                    sys.stderr.flush()
                os.dup2(kept, 2)
                os.close(kept)
                caught.seek(0)
                others = b"".join(line for line in caught if not _CHATTER.search(line))
                while others:
                    others = others[os.write(2, others) :]
