"""Asking what goes into the clinician's packet, and writing it with progress."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.export.options import FORMATS, ExportOptions
from annotator.ui.bits import Button, Frame, Hairline, Text, margins
from annotator.ui.theme import SPACE
from annotator.ui.work import Progress

SLOW: float = 0.25
CLIPS = frozenset({"clips", "highlights"})
REPORT = frozenset({"html", "pdf"})


class PacketDialog(QDialog):
    """The choices, then the progress. Whoever opens it does the work: it only asks and shows."""

    start_asked = Signal(object, object)  # Path of the folder, ExportOptions
    cancel_asked = Signal()

    def __init__(self, folder: Path, has_video: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make the packet"))
        self.resize(76 * SPACE, 86 * SPACE)
        self._has_video = has_video
        self._running = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choices(folder))
        self._pages.addWidget(self._progress())
        layout = QVBoxLayout(self)
        margins(layout, 3, 2)
        layout.addWidget(Text(self.tr("A packet for the clinician"), "title"))
        layout.addWidget(
            Text(
                self.tr("One folder with what was marked. It stays on this computer until you pass it on."),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self._pages, 1)

    @property
    def options(self) -> ExportOptions:
        """What was chosen."""
        wanted = set(FORMATS) - CLIPS - REPORT if self.tables.isChecked() else set()
        if self.report.isChecked():
            wanted |= REPORT
        if self.clips.isChecked():
            wanted |= CLIPS
        return ExportOptions(
            blur_face=self.blur.isChecked(),
            no_audio=self.silent.isChecked(),
            formats=frozenset(wanted),
            slow_motion=SLOW if self.slow.isChecked() else None,
            baby=self.baby.text().strip(),
            hide_video_name=self.hide_name.isChecked(),
            zip_packet=self.zip.isChecked(),
        )

    @property
    def folder(self) -> Path:
        """Where the packet goes."""
        return Path(self._folder.text())

    def show_progress(self, progress: Progress) -> None:
        """How far the writing has come."""
        share = progress.done / progress.total if progress.total > 0 else 0.0
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(min(max(share, 0.0), 1.0) * 1000))
        self._label.setText(progress.label)

    def set_running(self, running: bool) -> None:
        """Shows the progress, or the choices again."""
        self._running = running
        self._pages.setCurrentIndex(1 if running else 0)
        self._bar.setRange(0, 0)
        self._label.setText(self.tr("Getting ready"))
        self._stop.setEnabled(True)

    def reject(self) -> None:
        if self._running:
            self._on_stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            self._on_stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def _choices(self, folder: Path) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        margins(layout, 0, 1.5)
        card = Frame("card")
        inside = QVBoxLayout(card)
        margins(inside, 2, 1)
        inside.addWidget(Text(self.tr("What goes in"), "overline"))
        self.report = self._box(inside, self.tr("&Report to read or print"), True)
        self.clips = self._box(inside, self.tr("&Clips of the marked stretches"), self._has_video)
        self.slow = self._box(inside, self.tr("Each clip also in &slow motion"), False)
        self.tables = self._box(inside, self.tr("&Tables and files for other programs (ELAN, BORIS, Praat…)"), True)
        inside.addSpacing(SPACE)
        inside.addWidget(Hairline())
        inside.addSpacing(SPACE)
        inside.addWidget(Text(self.tr("What others may see and hear"), "overline"))
        self.blur = self._box(inside, self.tr("&Blur the face"), False)
        self.silent = self._box(inside, self.tr("&No sound"), False)
        self.hide_name = self._box(inside, self.tr("&Leave out the video's file name"), False)
        self.zip = self._box(inside, self.tr("Pack it into one &ZIP file as well"), False)
        layout.addWidget(card)
        if not self._has_video:
            for box in (self.clips, self.slow, self.blur, self.silent):
                box.setEnabled(False)
            layout.addWidget(Text(self.tr("The video is not there, so no clips can be made."), "small", wrap=True))
        self.baby = QLineEdit()
        self.baby.setPlaceholderText(self.tr("Initials or a code (may stay empty)"))
        self.baby.setMaxLength(40)
        self.baby.setAccessibleName(self.tr("What the report calls the baby"))
        self._row(layout, self.tr("The report calls the baby"), self.baby)
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Where the packet's folder goes"))
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self._on_choose)
        row = self._row(layout, self.tr("Put it into"), self._folder)
        row.addWidget(choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.make = Button(self.tr("Make the packet"), "primary")
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make)
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        layout.addLayout(buttons)
        for box in (self.report, self.clips, self.tables):
            box.toggled.connect(self._refresh)
        self._refresh()
        return page

    def _progress(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        margins(layout, 0, 1.5)
        layout.addStretch(1)
        self._label = Text("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the packet"))
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        row = QHBoxLayout()
        self._stop = Button(self.tr("Stop"))
        self._stop.clicked.connect(self._on_stop)
        row.addStretch(1)
        row.addWidget(self._stop)
        layout.addLayout(row)
        layout.addStretch(2)
        return page

    def _box(self, layout: QVBoxLayout, text: str, on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(on)
        layout.addWidget(box)
        return box

    def _row(self, layout: QVBoxLayout, text: str, field: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(round(1.5 * SPACE))
        label = Text(text)
        label.setBuddy(field)
        row.addWidget(label)
        row.addWidget(field, 1)
        layout.addLayout(row)
        return row

    @Slot()
    def _refresh(self) -> None:
        self.slow.setEnabled(self._has_video and self.clips.isChecked())
        self.make.setEnabled(self.report.isChecked() or self.clips.isChecked() or self.tables.isChecked())

    @Slot()
    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where the packet's folder goes"), self._folder.text())
        if name:
            self._folder.setText(name)

    @Slot()
    def _on_make(self) -> None:
        self.start_asked.emit(self.folder, self.options)

    @Slot()
    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._label.setText(self.tr("Stopping…"))
        self.cancel_asked.emit()
