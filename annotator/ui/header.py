"""The strip above the content: what is open, and the one switch between the window's two depths."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.bits import Button, Frame, Text, margins
from annotator.ui.document import Document
from annotator.ui.formats import spoken_duration
from annotator.ui.theme import SPACE


class Header(Frame):
    """File name and saved state; "Simple / Clinician"; "Make the packet"."""

    clinician_asked = Signal(bool)
    packet_asked = Signal()
    step_asked = Signal(int)  # to the next (1) or previous (-1) of the files opened together

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("header", parent)
        self._document = document
        self._name = Text("", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._about = Text("", "small")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        margins(self._words, 0, 0.25)
        self._words.addWidget(self._name)
        self._words.addWidget(self._about)

        self.simple_button = Button(self.tr("Simple"), "segment")
        self.simple_button.setProperty("edge", "first")
        self.simple_button.setToolTip(self.tr("Picture, one strip and the table in plain words"))
        self.clinician_button = Button(self.tr("Clinician"), "segment")
        self.clinician_button.setProperty("edge", "last")
        self.clinician_button.setToolTip(self.tr("Lanes, review table and reasons"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for index, button in enumerate((self.simple_button, self.clinician_button)):
            button.setCheckable(True)
            self._group.addButton(button, index)
        self._group.idClicked.connect(self._on_depth)
        self.packet_button = Button(self.tr("Make the packet…"), "primary")
        self.packet_button.setToolTip(self.tr("Clips, report and tables in one folder for the clinician"))
        self.packet_button.clicked.connect(self.packet_asked)

        self._playlist = QWidget()
        files = QHBoxLayout(self._playlist)
        margins(files, 0, 0.5)
        self._previous = Button("‹", "quiet")
        self._previous.setAccessibleName(self.tr("Previous file"))
        self._previous.clicked.connect(self._on_previous)
        self._next = Button("›", "quiet")
        self._next.setAccessibleName(self.tr("Next file"))
        self._next.clicked.connect(self._on_next)
        self._place = Text("", "muted")
        for widget in (self._previous, self._place, self._next):
            files.addWidget(widget)

        switch = QHBoxLayout()
        switch.setSpacing(0)
        switch.addWidget(self.simple_button)
        switch.addWidget(self.clinician_button)
        self._row = layout = QHBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(self._words, 1)
        layout.addWidget(self._playlist)
        layout.addLayout(switch)
        layout.addWidget(self.packet_button)
        layout.setAlignment(Qt.AlignmentFlag.AlignVCenter)

        document.session_changed.connect(self._refresh)
        document.dirty_changed.connect(self._refresh)
        document.opened.connect(self._refresh)
        self._refresh()

    def set_clinician(self, clinician: bool) -> None:
        """Shows which depth is on. The clinician's header is one line, which leaves the table more room."""
        across = QBoxLayout.Direction.LeftToRight if clinician else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across)
        self._words.setSpacing(2 * SPACE if clinician else SPACE // 4)
        self._words.setStretch(1, 1 if clinician else 0)
        policy = QSizePolicy.Policy.Maximum if clinician else QSizePolicy.Policy.Ignored
        self._name.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        edge = round((0.5 if clinician else 1.25) * SPACE)
        self._row.setContentsMargins(2 * SPACE, edge, 2 * SPACE, edge)
        (self.clinician_button if clinician else self.simple_button).setChecked(True)

    def set_playlist(self, place: int, count: int) -> None:
        """Shows which of several files is open."""
        self._playlist.setVisible(count > 1)
        self._place.setText(self.tr("{place} of {count}").format(place=place + 1, count=count))
        self._previous.setEnabled(place > 0)
        self._next.setEnabled(place < count - 1)

    @Slot()
    def _on_previous(self) -> None:
        self.step_asked.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.step_asked.emit(1)

    @Slot(int)
    def _on_depth(self, index: int) -> None:
        self.clinician_asked.emit(index == 1)

    def _refresh(self) -> None:
        document = self._document
        session = document.session
        video = document.video
        self.packet_button.setEnabled(session is not None and not document.partial)
        if video is None and session is None:
            self._name.setText("")
            self._about.setText("")
            return
        self._name.setText(video.name if video is not None else session.video.file if session is not None else "")
        if session is None:
            state = self.tr("Not analysed yet")
        elif document.partial:
            state = self.tr("First results; the analysis is still running")
        elif document.dirty:
            state = self.tr("Changes not saved yet (kept safe meanwhile)")
        else:
            state = self.tr("Saved")
        if session is not None:
            length = spoken_duration(session.video.duration_s)
            seen = spoken_duration(session.coverage.observed_s)
            facts = self.tr("{length} of video, {seen} of it observed").format(length=length, seen=seen)
            state = f"{facts} · {state}"
        self._about.setText(state)
