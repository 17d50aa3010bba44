"""Starts the window: `run(paths)`. Nothing heavy is imported before it is on screen."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator.ui import languages
from annotator.ui.appearance import Appearance
from annotator.ui.dialogs.about import PROGRAM
from annotator.ui.icon import program_icon
from annotator.ui.look import Look
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences import Preferences
from annotator.ui.work import unexpected

ORGANISATION = "annotator"
log = logging.getLogger(__name__)


def run(paths: Sequence[str | Path] = ()) -> int:
    """Shows the window on these files until it is closed; returns the exit status."""
    application = create_application()
    preferences = Preferences(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, PROGRAM))
    translators = languages.install(application, languages.code_for(preferences.language))
    window = create_window(application, preferences)
    _show_unforeseen_in(window)
    window.show()
    QTimer.singleShot(0, window, lambda: window.start([Path(path) for path in paths]))
    status = application.exec()
    window.deleteLater()
    del translators
    return status


def create_application() -> QApplication:
    """The one QApplication. `import cv2` may have pointed Qt at its own plug-ins before: that is taken back here."""
    os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(PROGRAM)
    application.setOrganizationName(ORGANISATION)
    application.setStyle("Fusion")
    return application


def create_window(application: QApplication, preferences: Preferences) -> MainWindow:
    """The window with its look, not shown yet."""
    appearance = Appearance()
    look = Look(application, preferences, appearance)
    application.setWindowIcon(QIcon(program_icon(appearance.theme)))
    window = MainWindow(preferences, appearance, look)
    look.dress()
    return window


def _show_unforeseen_in(window: MainWindow) -> None:
    """An error nobody foresaw is logged and told calmly; the window stays, and so does the person's work."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.critical("unforeseen", exc_info=(kind, error, trace))
        window.notices.tell_failure(unexpected(error))

    sys.excepthook = hook
