"""Which theme and text size the window has now, for style sheet and painters alike."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.ui.theme import DARK, LIGHT, Theme


class Appearance(QObject):
    """The current look. Painters read `theme` and `scale` while painting and call `update()` on `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme = LIGHT, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    @property
    def scale(self) -> float:
        """Text size: 1.0 is the system's own."""
        return self._scale

    def set(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Changes the look; what is None stays."""
        theme = self._theme if dark is None else (DARK if dark else LIGHT)
        scale = self._scale if scale is None else min(max(scale, 0.75), 2.5)
        if (theme, scale) != (self._theme, self._scale):
            self._theme, self._scale = theme, scale
            self.changed.emit()
