"""Keeps the application's look as the preferences and the system say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from annotator.ui.appearance import Appearance
from annotator.ui.preferences import Preferences
from annotator.ui.style import apply_colours, apply_sheet

STEP = 0.15
SMALLEST_BASE_POINTS = 10.0  # some desktops give 9 or less, which is small for a tired reader


class Look(QObject):
    """Applies theme and text size to the application, and changes them on request."""

    def __init__(self, application: QApplication, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__(application)
        self._application, self._preferences, self._appearance = application, preferences, appearance
        size = application.font().pointSizeF()
        self._base_points = max(size, SMALLEST_BASE_POINTS)
        self._dressed = False
        preferences.changed.connect(self.refresh)
        appearance.changed.connect(self._apply)
        application.styleHints().colorSchemeChanged.connect(self.refresh)
        self.refresh()
        self._apply()

    def dress(self) -> None:
        """Puts the style sheet on, once the window is built, and keeps it in step from then on."""
        self._dressed = True
        self._apply()

    @Slot()
    def refresh(self) -> None:
        """Takes over what the preferences and the system say now."""
        choice = self._preferences.theme
        system_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = choice == "dark" or (choice == "system" and system_dark)
        self._appearance.set(dark=dark, scale=self._preferences.text_scale)

    @Slot()
    def toggle_dark(self) -> None:
        """Changes between light and dark."""
        self._preferences.theme = "light" if self._appearance.theme.dark else "dark"

    @Slot()
    def larger(self) -> None:
        """Larger text."""
        self._preferences.text_scale = min(self._preferences.text_scale + STEP, 2.5)

    @Slot()
    def smaller(self) -> None:
        """Smaller text."""
        self._preferences.text_scale = max(self._preferences.text_scale - STEP, 0.75)

    @Slot()
    def usual(self) -> None:
        """The system's own text size."""
        self._preferences.text_scale = 1.0

    @Slot()
    def _apply(self) -> None:
        look = (self._application, self._appearance.theme, self._appearance.scale, self._base_points)
        apply_colours(*look)
        if self._dressed:
            apply_sheet(*look)
