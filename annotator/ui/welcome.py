"""What the window shows before anything is open: one place to drop a video, and what was open last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button, Frame, Text, clear_layout, margins, restyle
from annotator.ui.preferences import Preferences
from annotator.ui.theme import SPACE

MOST_RECENT_SHOWN = 5


class WelcomePage(QWidget):
    """The empty state."""

    open_asked = Signal()
    folder_asked = Signal()
    sample_asked = Signal()
    path_chosen = Signal(object)  # Path

    def __init__(self, preferences: Preferences, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer = QVBoxLayout(self)
        margins(outer, 4)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(3 * SPACE)
        row.addLayout(column, 4)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)

        column.addWidget(self._drop_card(appearance))
        self._recent_heading = Text(self.tr("Opened last"), "overline")
        self._recent_heading.setContentsMargins(SPACE, 0, 0, SPACE // 2)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._recent_heading)
        below.addLayout(self._recent)
        column.addLayout(below)
        preferences.recent_changed.connect(self.refresh)
        self.refresh()

    def _drop_card(self, appearance: Appearance) -> QWidget:
        self._card = Frame("drop")
        self._card.setMinimumHeight(36 * SPACE)
        card = QVBoxLayout(self._card)
        margins(card, 4, 1.5)
        card.addStretch(1)
        card.addWidget(_Cradle(appearance), 0, Qt.AlignmentFlag.AlignHCenter)
        title = Text(self.tr("Drop a video of your baby asleep here"), "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = Text(
            self.tr(
                "The program marks the moments in which arms, legs or head move, so that a clinician can look at them. "
                "Everything stays on this computer."
            ),
            "muted",
            wrap=True,
        )
        body.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.setMaximumWidth(68 * SPACE)
        card.addWidget(title)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(body, 6)
        line.addStretch(1)
        card.addLayout(line)
        card.addSpacing(SPACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(round(1.5 * SPACE))
        self.open_button = Button(self.tr("Choose a video…"), "primary")
        self.open_button.clicked.connect(self.open_asked)
        folder = Button(self.tr("Choose a folder…"))
        folder.clicked.connect(self.folder_asked)
        sample = Button(self.tr("Try a sample clip"), "quiet")
        sample.clicked.connect(self.sample_asked)
        buttons.addStretch(1)
        for button in (self.open_button, folder, sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.addLayout(buttons)
        card.addStretch(1)
        return self._card

    def set_drop_over(self, over: bool) -> None:
        """Shows that letting go now would open something."""
        self._card.setProperty("over", "true" if over else "false")
        restyle(self._card)

    def refresh(self) -> None:
        """Lists the recent files that still exist."""
        clear_layout(self._recent)
        known = [path for path in self._preferences.recent if path.exists()][:MOST_RECENT_SHOWN]
        self._recent_heading.setVisible(bool(known))
        for path in known:
            button = _RecentButton(path)
            button.chosen.connect(self.path_chosen)
            self._recent.addWidget(button)


class _RecentButton(Button):
    chosen = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__("", "row")
        self._path = path
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, 0, SPACE, 0)
        layout.setSpacing(2 * SPACE)
        name = Text(path.name)
        folder = Text(_short(path.parent), "small")
        for label in (name, folder):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        folder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(name)
        layout.addWidget(folder, 1)
        self.setAccessibleName(path.name)
        self.setToolTip(str(path))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._path)


class _Cradle(QWidget):
    """A quiet drawing: a moon over a cot's rail, in the theme's own lines."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(12 * SPACE, 9 * SPACE)
        appearance.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w, h = float(self.width()), float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent", 0.9))
        painter.drawEllipse(int(w * 0.58), int(h * 0.04), int(h * 0.42), int(h * 0.42))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(int(w * 0.66), int(h * 0.0), int(h * 0.38), int(h * 0.38))
        painter.setPen(QPen(theme.color("muted"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        top, bottom = h * 0.58, h * 0.92
        painter.drawLine(int(w * 0.08), int(top), int(w * 0.92), int(top))
        painter.drawLine(int(w * 0.08), int(bottom), int(w * 0.92), int(bottom))
        for step in range(7):
            x = int(w * (0.14 + step * 0.12))
            painter.drawLine(x, int(top), x, int(bottom))
        painter.end()


def _short(folder: Path) -> str:
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except ValueError:
        return str(folder)
