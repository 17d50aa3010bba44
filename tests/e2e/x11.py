"""Real keys and mouse buttons on an X display, through the server's XTEST extension, as a person's hands would send."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Sequence
from typing import Any, Final

REVERT_TO_PARENT: Final = 2
CURRENT_TIME: Final = 0
SYMBOLS: Final = {"+": "plus", "[": "bracketleft", "]": "bracketright", "?": "question", " ": "space", ".": "period"}
SHIFTED: Final = frozenset("+?")


class Hands:
    """One connection to the display named by DISPLAY."""

    def __init__(self, display: str) -> None:
        self._x11 = _library("X11", "libX11.so.6")
        self._xtst = _library("Xtst", "libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise RuntimeError(f"no display {display}")
        self._display = ctypes.c_void_p(opened)

    def focus(self, window: int) -> None:
        """Gives a window the keyboard, as a window manager would."""
        self._x11.XSetInputFocus(self._display, ctypes.c_ulong(window), REVERT_TO_PARENT, ctypes.c_ulong(CURRENT_TIME))
        self._flush()

    def press(self, *keys: str) -> None:
        """Presses keys together, the last one after the modifiers: `press("Control_L", "z")`."""
        codes = [self._code(key) for key in keys]
        for code in codes:
            self._key(code, down=True)
        for code in reversed(codes):
            self._key(code, down=False)
        self._flush()

    def type(self, text: str) -> None:
        """Types letters, digits and the few signs in SYMBOLS."""
        for letter in text:
            name = SYMBOLS.get(letter, letter)
            if letter in SHIFTED or letter.isupper():
                self.press("Shift_L", name)
            else:
                self.press(name)

    def click(self, x: int, y: int) -> None:
        """A left click at a place on the screen."""
        self._move(x, y)
        self._button(down=True)
        self._button(down=False)
        self._flush()

    def drag(self, places: Sequence[tuple[int, int]]) -> None:
        """Presses at the first place, moves through the others and lets go at the last."""
        self._move(*places[0])
        self._button(down=True)
        for place in places[1:]:
            self._move(*place)
        self._button(down=False)
        self._flush()

    def close(self) -> None:
        """Ends the connection."""
        self._x11.XCloseDisplay(self._display)

    def _code(self, key: str) -> int:
        code = int(self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(key.encode())))
        if not code:
            raise ValueError(f"no key {key}")
        return code

    def _key(self, code: int, *, down: bool) -> None:
        self._xtst.XTestFakeKeyEvent(self._display, code, int(down), ctypes.c_ulong(0))

    def _button(self, *, down: bool) -> None:
        self._xtst.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))

    def _move(self, x: int, y: int) -> None:
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))

    def _flush(self) -> None:
        self._x11.XSync(self._display, 0)


def _library(name: str, usual: str) -> Any:
    return ctypes.CDLL(ctypes.util.find_library(name) or usual)
