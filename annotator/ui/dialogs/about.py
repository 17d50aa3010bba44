"""What the program is, and what it is not."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

import annotator
from annotator import wording
from annotator.ui.bits import Text, margins

PROGRAM: Final = "Annotator"


class AboutDialog(QDialog):
    """Name, version, purpose, limits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this program"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        margins(layout, 3, 1.5)
        layout.addWidget(Text(PROGRAM, "title"))
        layout.addWidget(Text(self.tr("Version {version}").format(version=annotator.__version__), "muted"))
        for text in (
            wording.purpose(),
            self.tr("Everything stays on this computer: the program opens no network connection."),
            wording.disclaimer(),
        ):
            layout.addWidget(Text(text, wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
