"""The document: the one session that every widget of the window shows and edits, its undo stack and its selection.

Widgets take the `Document` in their constructor, draw `document.shown` (the session, less the detector's marks during
a blinded reading) on `session_changed`, and change it only with `apply`, whose edit is a pure `Session -> Session` from
`annotator.session.edits`. A drag calls `apply` many times with one `merge` key: the edits become a single undo step,
each computed from the session as it was before the drag, so an edit must be given whole ("onset is now 3.2 s"), not as
a step.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.patterns.reflag import reflagged
from annotator.session.model import Movement, PatternFlag, Role, Session
from annotator.session.people import Author

Edit = Callable[[Session], Session]
BLINDED_KEY: Final = "blinded_reading"  # in a session's `extra`, while the reading is not finished
BLINDED_DONE_KEY: Final = "blinded_readings"  # in `extra`: who finished one, and when


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who is at the window: written on each verdict."""

    name: str = ""
    role: Role = "parent"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: a movement (by id), a flag (by its index in `Session.patterns`) or a free span in seconds."""

    movement: int | None = None
    flag: int | None = None
    span: tuple[float, float] | None = None

    def __bool__(self) -> bool:
        return self.movement is not None or self.flag is not None or self.span is not None


class Document(QObject):
    """The open session, or the open video that has none yet. Lives on the GUI thread."""

    session_changed = Signal(object)  # Session | None: what may be shown now
    selection_changed = Signal(object)  # Selection
    dirty_changed = Signal(bool)
    opened = Signal()  # another video or session is there; `session_changed` follows
    blinded_changed = Signal(bool)
    reviewer_changed = Signal(object)  # Reviewer
    read_only_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._session: Session | None = None
        self._shown: Session | None = None
        self._path: Path | None = None
        self._video: Path | None = None
        self._selection = Selection()
        self._reviewer = Reviewer()
        self._blinded = False
        self._partial = False
        self._read_only = False
        self._unsaved_at_open = False
        self._last: _Change | None = None
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def session(self) -> Session | None:
        """The whole session. For drawing, use `shown`."""
        return self._session

    @property
    def shown(self) -> Session | None:
        """The session as it may be shown: during a blinded reading without the detector's movements and flags."""
        return self._shown

    @property
    def path(self) -> Path | None:
        """The session's file, once it has one."""
        return self._path

    @property
    def video(self) -> Path | None:
        """The video's file, if one is open."""
        return self._video

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return self._selection

    @property
    def reviewer(self) -> Reviewer:
        """Who reviews."""
        return self._reviewer

    @property
    def blinded(self) -> bool:
        """Whether the detector's marks are hidden."""
        return self._blinded

    @property
    def partial(self) -> bool:
        """Whether the session is a first result of an analysis that still runs: to be looked at, not edited."""
        return self._partial

    @property
    def whole(self) -> bool:
        """Whether there is a session that a file can hold."""
        return self._session is not None and not self._partial

    @property
    def editable(self) -> bool:
        """Whether `apply` will do anything."""
        return self.whole and not self._read_only

    @property
    def dirty(self) -> bool:
        """Whether there is work that no file holds yet."""
        return self.whole and (self._unsaved_at_open or not self.undo_stack.isClean())

    def author(self) -> Author:
        """The reviewer as the author of an edit made now."""
        return Author.now(self._reviewer.name, self._reviewer.role)

    def movement(self, movement_id: int | None) -> Movement | None:
        """The shown movement of this id, if there is one."""
        if self._shown is None or movement_id is None:
            return None
        return next((m for m in self._shown.movements if m.id == movement_id), None)

    @property
    def selected_movement(self) -> Movement | None:
        """The selected movement, if one is."""
        return self.movement(self._selection.movement)

    @property
    def selected_flag(self) -> PatternFlag | None:
        """The selected pattern flag, if one is."""
        index = self._selection.flag
        if self._shown is None or index is None or not 0 <= index < len(self._shown.patterns):
            return None
        return self._shown.patterns[index]

    def open_session(self, session: Session, path: Path | None, video: Path | None, unsaved: bool = False) -> None:
        """Shows another session. `unsaved` when it holds work that `path` does not, as after a crash."""
        unfinished = BLINDED_KEY in session.extra
        if unfinished:
            session = replace(session, extra={k: v for k, v in session.extra.items() if k != BLINDED_KEY})
        self._reset(session, path, video, unsaved=unsaved)
        if unfinished:
            self.set_blinded(True)

    def to_save(self) -> Session | None:
        """The session as it goes into a file: a blinded reading that is not finished yet is noted in it."""
        if self._session is None or not self._blinded:
            return self._session
        note = {"reviewer": self._reviewer.name, "role": self._reviewer.role}
        return replace(self._session, extra={**self._session.extra, BLINDED_KEY: note})

    def open_video(self, video: Path) -> None:
        """Shows a video that has no session yet."""
        self._reset(None, None, video, unsaved=False)

    def close(self) -> None:
        """Shows nothing."""
        self._reset(None, None, None, unsaved=False)

    def show_partial(self, session: Session) -> None:
        """Shows a first result of the analysis that is running. It cannot be edited or saved."""
        self._partial = True
        self._set(session)

    def finish_analysis(self, session: Session, path: Path | None) -> None:
        """The analysis of the open video is done: its session becomes the document, with nothing to undo."""
        self._partial = False
        self._path = path
        self._unsaved_at_open = path is None
        self.undo_stack.clear()
        self._last = None
        self._set(session)
        self.dirty_changed.emit(self.dirty)

    def drop_partial(self) -> None:
        """The analysis was cancelled: back to a video without a session."""
        if self._partial:
            self._partial = False
            self._set(None)

    def apply(self, edit: Edit, text: str, merge: Hashable | None = None) -> bool:
        """Makes one undoable edit; tells whether it changed anything. Errors of the edit are left to the caller.

        With `merge`, an edit of the same key right before is replaced by this one (a drag, a slider, typing a note).
        """
        if self._session is None or not self.editable:
            return False
        last = self._last
        merging = (
            merge is not None
            and last is not None
            and last.merge == merge
            and self.undo_stack.index() == self.undo_stack.count() > 0
            and not self.undo_stack.isClean()
        )
        before = last.before if merging and last is not None else self._session
        after = edit(before)
        if after.movements != before.movements:
            # Flags follow what people say: a rejected movement counts in none.
            after = reflagged(after)
        if after == self._session:
            return False
        if merging and last is not None:
            last.after = after
            self._set(after)
            return True
        self._last = _Change(self, before, after, text, merge)
        self.undo_stack.push(self._last)
        return True

    def end_merge(self) -> None:
        """The drag is over: the next edit is a step of its own, whatever its key."""
        if self._last is not None:
            self._last.merge = None

    def mark_saved(self, path: Path) -> None:
        """The whole session is in `path` now."""
        self._path = path
        self._unsaved_at_open = False
        self.undo_stack.setClean()
        self.dirty_changed.emit(self.dirty)

    def set_video(self, video: Path) -> None:
        """The video of the open session was found elsewhere."""
        self._video = video
        self.opened.emit()
        self.session_changed.emit(self._shown)

    def select_movement(self, movement_id: int | None) -> None:
        """Selects a movement by its id."""
        self._select(Selection(movement=movement_id))

    def select_flag(self, index: int | None) -> None:
        """Selects a pattern flag by its index in `Session.patterns`."""
        self._select(Selection(flag=index))

    def select_span(self, start_s: float, end_s: float) -> None:
        """Selects a free span, for adding a movement or saying "looked here"."""
        self._select(Selection(span=(min(start_s, end_s), max(start_s, end_s))))

    def clear_selection(self) -> None:
        """Selects nothing."""
        self._select(Selection())

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """Sets who reviews from now on."""
        if reviewer != self._reviewer:
            self._reviewer = reviewer
            self.reviewer_changed.emit(reviewer)

    def set_blinded(self, blinded: bool) -> None:
        """Hides the detector's marks, or shows them again."""
        if blinded != self._blinded:
            self._blinded = blinded
            self.blinded_changed.emit(blinded)
            self._set(self._session)

    def set_read_only(self, read_only: bool) -> None:
        """Lets the session be looked at only, or edited again: while two reviews are compared neither may change."""
        if read_only != self._read_only:
            self._read_only = read_only
            self.read_only_changed.emit(read_only)
            self._set(self._session)

    def finish_blinded(self, text: str) -> None:
        """Shows the detector's marks again and notes in the session who has read it blinded."""
        if not self._blinded:
            return
        by = self.author()
        self.set_blinded(False)
        done = {"reviewer": by.name, "role": by.role, "finished_at": by.at}

        def edit(session: Session) -> Session:
            earlier = session.extra.get(BLINDED_DONE_KEY, [])
            return replace(session, extra={**session.extra, BLINDED_DONE_KEY: [*earlier, done]})

        self.apply(edit, text)

    def _reset(self, session: Session | None, path: Path | None, video: Path | None, *, unsaved: bool) -> None:
        self._path, self._video = path, video
        self._partial = False
        self._unsaved_at_open = unsaved
        self._last = None
        was_blinded, self._blinded = self._blinded, False
        was_read_only, self._read_only = self._read_only, False
        self._session = self._shown = session
        self.undo_stack.clear()
        self._select(Selection())
        if was_blinded:
            self.blinded_changed.emit(False)
        if was_read_only:
            self.read_only_changed.emit(False)
        self.opened.emit()
        self._set(session)
        self.dirty_changed.emit(self.dirty)

    def _select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def _set(self, session: Session | None) -> None:
        self._session = session
        self._shown = without_detector(session) if self._blinded and session is not None else session
        gone_movement = self._selection.movement is not None and self.selected_movement is None
        gone_flag = self._selection.flag is not None and self.selected_flag is None
        if gone_movement or gone_flag:
            self._select(Selection())
        self.session_changed.emit(self._shown)

    def _on_clean_changed(self, _clean: bool) -> None:
        self.dirty_changed.emit(self.dirty)


class _Change(QUndoCommand):
    """One edit: the session before and after it."""

    def __init__(self, document: Document, before: Session, after: Session, text: str, merge: Hashable | None) -> None:
        super().__init__(text)
        self.document = document
        self.before = before
        self.after = after
        self.merge = merge

    def undo(self) -> None:
        self.merge = None
        self.document._set(self.before)

    def redo(self) -> None:
        self.document._set(self.after)


def without_detector(session: Session) -> Session:
    """The session as a blinded reader may see it: only what people themselves marked."""
    return replace(
        session,
        movements=tuple(m for m in session.movements if m.source == "reviewer"),
        patterns=(),
        sounds=(),
    )
