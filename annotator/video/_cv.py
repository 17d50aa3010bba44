"""OpenCV, imported late and kept from steering Qt.

The wheel's `import cv2` points Qt at its own plug-ins through environment variables; a window opened afterwards would
load those and fail. So cv2 is always taken from here.
"""

from __future__ import annotations

import os
from functools import cache
from types import ModuleType
from typing import Final

_QT_VARIABLES: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


@cache
def load_cv2() -> ModuleType:
    """The cv2 module, with Qt's environment variables as they were before it was first imported."""
    before = {name: os.environ.get(name) for name in _QT_VARIABLES}
    import cv2

    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    return cv2
