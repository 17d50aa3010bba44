"""Opening, saving and closing documents: the window's side of `annotator.session.file`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotator.errors import AnnotatorError
from annotator.inputs import VIDEO_SUFFIXES
from annotator.session import file
from annotator.ui.document import Document
from annotator.ui.notices import NoticeBar
from annotator.ui.opening import Opened, expand, last_good, open_path, problem_of, session_beside
from annotator.ui.preferences import Preferences
from annotator.ui.samples import sample_clip, sample_folder
from annotator.ui.video_check import Checked, VideoCheck
from annotator.ui.work import Failure


class DocumentFiles(QObject):
    """Knows the files of this sitting: the open one, and the others that were dropped with it."""

    playlist_changed = Signal()
    before_open = Signal()  # work on the open video must end now

    def __init__(self, document: Document, preferences: Preferences, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._preferences = document, preferences
        self._notices, self._window = notices, window
        self._playlist: list[Path] = []
        self._candidate: Path | None = None
        self._damaged: Path | None = None
        self._check = VideoCheck(self)
        self._check.done.connect(self._on_checked)
        self._check.failed.connect(self._on_check_failed)

    @property
    def playlist(self) -> list[Path]:
        """The files that were opened together, the open one among them."""
        return list(self._playlist)

    @property
    def place(self) -> int:
        """Where in the playlist the open file is, or -1."""
        current = {path.absolute() for path in (self._document.video, self._document.path) if path is not None}
        return next((i for i, path in enumerate(self._playlist) if path in current), -1)

    @property
    def checking(self) -> bool:
        """Whether a video is being compared with its session."""
        return self._check.running

    def open_dialog(self) -> None:
        """Asks for files and opens them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open videos or sessions"),
            self._preferences.last_folder,
            self.tr("Videos and sessions ({patterns})").format(patterns=_patterns()) + ";;" + self.tr("All files (*)"),
        )
        if names:
            self.open_paths([Path(name) for name in names])

    def open_folder_dialog(self) -> None:
        """Asks for a folder and opens what it holds."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder"), self._preferences.last_folder)
        if name:
            self.open_paths([Path(name)])

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Opens the first of the files and keeps the others at hand. Tells whether something was opened."""
        found = expand(paths)
        if not found:
            self._notices.tell_failure(Failure.of(problem_of(list(paths))))
            return False
        return self.open_file(found[0], found)

    def open_sample(self) -> None:
        """Opens the sample clip that came with the program."""
        try:
            clip = sample_clip(sample_folder())
        except AnnotatorError as error:
            self._notices.tell_failure(Failure.of(error))
        else:
            self.open_file(clip)

    def open_next(self) -> None:
        """Opens the next of the files opened together."""
        self.open_step(1)

    def open_previous(self) -> None:
        """Opens the previous of the files opened together."""
        self.open_step(-1)

    def open_step(self, step: int) -> None:
        """Opens the next (1) or previous (-1) file of those opened together."""
        place = self.place + step
        if 0 <= place < len(self._playlist):
            self.open_file(self._playlist[place], self._playlist)

    def open_file(self, path: Path, playlist: Sequence[Path] = ()) -> bool:
        """Opens one file, after asking about unsaved work. A file that cannot be opened changes nothing."""
        try:
            opened = open_path(path)
        except AnnotatorError as error:
            self._tell_unreadable(path, error)
            return False
        if not self.may_close():
            return False
        self._playlist = list(playlist) or [path.absolute()]
        self.show_opened(opened)
        return True

    def show_opened(self, opened: Opened, *, unsaved: bool = False) -> None:
        """Puts what was read into the document."""
        self._check.cancel()
        self._candidate = None
        self.before_open.emit()
        self._notices.clear()
        if opened.session is not None:
            self._document.open_session(opened.session, opened.path, opened.video, unsaved)
        elif opened.video is not None:
            self._document.open_video(opened.video)
        shown = opened.video or opened.path
        if shown is not None:
            self._preferences.add_recent(shown)
            self._preferences.last_folder = str(shown.absolute().parent)
        self.playlist_changed.emit()
        if opened.video_missing:
            self._tell_missing()
        elif opened.session is not None and opened.video is not None:
            self._check.start(opened.video, opened.session.video.sha256)

    def _tell_unreadable(self, path: Path, error: AnnotatorError) -> None:
        """Tells what is wrong; where a session is damaged and an earlier version of it is kept, offers that one."""
        self._damaged = path
        if not file.is_damaged(error) or last_good(path) is None:
            self._notices.tell_failure(Failure.of(error))
        else:
            self._notices.tell_failure(Failure.of(error), self.tr("Open its last good version"), self._open_last_good)

    @Slot()
    def _open_last_good(self) -> None:
        opened = last_good(self._damaged) if self._damaged is not None else None
        if opened is None or not self.may_close():
            return
        self._playlist = [path for path in (opened.video or opened.path,) if path is not None]
        self.show_opened(opened, unsaved=True)

    def save(self) -> bool:
        """Saves the session; asks where if it has no file yet. Tells whether everything is saved now."""
        document = self._document
        if not document.whole:
            return True
        path = document.path or (session_beside(document.video) if document.video is not None else None)
        return self.save_as() if path is None else self._write(path)

    def save_as(self) -> bool:
        """Asks where to save the session."""
        document = self._document
        if not document.whole:
            return True
        start = document.path or (session_beside(document.video) if document.video is not None else Path())
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the session"),
            str(start),
            self.tr("Sessions (*{suffix})").format(suffix=file.SUFFIX),
        )
        if not name:
            return False
        path = Path(name)
        if not path.name.endswith(".json"):
            path = path.with_name(path.name + file.SUFFIX)
        return self._write(path)

    def may_close(self) -> bool:
        """Whether the open document may be left: asks about work that is not saved."""
        if not self._document.dirty:
            return True
        answer = self._ask_about_unsaved()
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    def close(self) -> None:
        """Closes the document, after asking about unsaved work."""
        if self.may_close():
            self.before_open.emit()
            self._notices.clear()
            self._document.close()
            self._playlist = []
            self.playlist_changed.emit()

    def find_video(self) -> None:
        """Asks where a session's missing video is now."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Where is the video now?"), self._preferences.last_folder, self.tr("All files (*)")
        )
        if name and self._document.session is not None:
            self._candidate = Path(name)
            self._check.start(self._candidate, self._document.session.video.sha256)

    def stop(self) -> None:
        """Ends what still runs, for closing."""
        self._check.stop()

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        session, path = self._document.session, self._document.path
        candidate, self._candidate = self._candidate, None
        if session is None or path is None:
            return
        if not checked.same:
            failure = Failure(
                checked.video.name,
                self.tr("this is not the video that the session was made from, or it was changed"),
                self.tr("Choose the original video; the times of the marks fit only that one"),
            )
            self._notices.tell_failure(failure, self.tr("Find the video…"), self.find_video)
        elif candidate is not None:
            moved = file.with_video_at(session, candidate, path)
            self._document.apply(lambda _session: moved, self.tr("Find the video"))
            self._document.set_video(candidate)

    @Slot(object)
    def _on_check_failed(self, failure: Failure) -> None:
        self._candidate = None
        self._notices.tell_failure(failure, self.tr("Find the video…"), self.find_video)

    def _write(self, path: Path) -> bool:
        document = self._document
        session, kept = document.session, document.to_save()
        if session is None or kept is None:
            return True
        moved = session
        try:
            video = document.video
            if video is not None and document.path is not None and path.parent != document.path.parent:
                moved, kept = file.with_video_at(session, video, path), file.with_video_at(kept, video, path)
            file.save(kept, path)
        except AnnotatorError as error:
            self._notices.tell_failure(Failure.of(error), self.tr("Save as…"), self._save_as_slot)
            return False
        if moved != session:
            document.apply(lambda _session: moved, self.tr("Save elsewhere"))
        document.mark_saved(path)
        return True

    def _save_as_slot(self) -> None:
        self.save_as()

    def _ask_about_unsaved(self) -> QMessageBox.StandardButton:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Save your work?"))
        box.setText(self.tr("Save the changes to this session?"))
        box.setInformativeText(self.tr("Without saving, the verdicts and corrections since the last save are lost."))
        box.setStandardButtons(
            QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        )
        box.setDefaultButton(QMessageBox.StandardButton.Save)
        return QMessageBox.StandardButton(box.exec())

    def _tell_missing(self) -> None:
        session = self._document.session
        name = Path(session.video.file).name if session is not None else ""
        self._notices.tell(
            self.tr("The video of this session was not found"),
            self.tr(
                "{name} was moved or renamed. The marks can be read; to see the picture, say where it is now."
            ).format(name=name),
            self.tr("Find the video…"),
            self.find_video,
        )


def _patterns() -> str:
    return " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(VIDEO_SUFFIXES)) + f" *{file.SUFFIX}"
