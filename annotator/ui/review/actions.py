"""What a reviewer does, each on one key and in a menu: verdicts, corrections, adding, splitting, merging, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from annotator.errors import AnnotatorError
from annotator.session import edits
from annotator.session.effective import effective, effective_movements
from annotator.session.model import KINDS, Kind, Session, Verdict
from annotator.session.placing import next_id
from annotator.ui.clock import PlaybackClock
from annotator.ui.dialogs.movement import MovementDialog, NoteDialog
from annotator.ui.dialogs.preferences import ReviewerDialog
from annotator.ui.document import Document
from annotator.ui.review.queue import ReviewQueue
from annotator.ui.review.rows import Key
from annotator.ui.words import kind_name
from annotator.ui.work import Failure

SHORTEST_ADDED_S = 0.1


class ReviewActions(QObject):
    """Owns the review's QActions; knows what each may do now."""

    failed = Signal(object)  # Failure: an edit was refused
    told = Signal(str)  # a short confirmation

    def __init__(self, document: Document, clock: PlaybackClock, queue: ReviewQueue, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._clock, self._queue, self._window = document, clock, queue, window
        self.chosen: Callable[[], Sequence[Key]] = self._chosen_in_document
        make = self._make
        self.accept = make(self.tr("&Accept"), "A", self._accept, self.tr("The movement is there as marked"))
        self.reject = make(self.tr("Re&ject"), "X", self._reject, self.tr("There is no such movement"))
        self.unsure = make(self.tr("&Unsure"), "U", self._unsure, self.tr("Looked at, not decided"))
        self.relabel = make(self.tr("&Kind and limbs…"), "E", self._relabel, self.tr("Correct kind and limbs"))
        self.note = make(self.tr("No&te…"), "T", self._note, self.tr("Write a note"))
        self.add = make(self.tr("A&dd a movement…"), ("+", "Ins"), self._add, self.tr("At the loop, span or playhead"))
        self.split = make(self.tr("&Split at the playhead"), "S", self._split)
        self.merge = make(self.tr("&Merge (glue) with the next or the chosen"), "G", self._merge)
        self.delete = make(self.tr("De&lete"), "Del", self._delete)
        self.looked = make(self.tr("&Looked here, nothing seen"), "O", self._looked)
        self.start_queue = make(self.tr("Review &queue"), "Q", self._toggle_queue, checkable=True)
        self.queue_next = make(self.tr("&Next in the queue"), ("PgDown",), queue.next)
        self.blinded = make(self.tr("&Blinded reading"), "B", self._start_blinded)
        self.finish_blinded = make(self.tr("Finish the &blinded reading"), ("Ctrl+B",), self._finish_blinded)
        self.kinds: dict[Kind, QAction] = {}
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for number, kind in enumerate(KINDS, 1):
            action = make(kind_name(kind), str(number), self._on_kind)
            action.setData(kind)
            self.kinds[kind] = action
        document.session_changed.connect(self.refresh)
        document.selection_changed.connect(self.refresh)
        document.blinded_changed.connect(self.refresh)
        queue.changed.connect(self.refresh)
        self.refresh()

    def context_actions(self) -> list[QAction]:
        """What a right click on a row offers."""
        return [self.accept, self.reject, self.unsure, self.relabel, self.note, self.split, self.merge, self.delete]

    def all_actions(self) -> list[QAction]:
        """Every action, in the menu's order."""
        return [
            *(self.accept, self.reject, self.unsure, self.note),
            *(self.relabel, *self.kinds.values()),
            *(self.add, self.split, self.merge, self.delete, self.looked),
            *(self.start_queue, self.queue_next, self.blinded, self.finish_blinded),
        ]

    @Slot()
    def refresh(self) -> None:
        """Greys out what cannot be done now."""
        document, keys = self._document, self.chosen()
        editable = document.editable
        movements = [key for key in keys if key.movement is not None]
        for action in (self.accept, self.reject, self.unsure, self.note):
            action.setEnabled(editable and bool(keys))
        for action in (self.relabel, self.split, self.merge, self.delete, *self.kinds.values()):
            action.setEnabled(editable and bool(movements))
        for action in (self.add, self.looked, self.start_queue):
            action.setEnabled(editable)
        self.start_queue.setChecked(self._queue.running)
        self.queue_next.setEnabled(editable and self._queue.running)
        self.blinded.setEnabled(editable and not document.blinded)
        self.finish_blinded.setEnabled(document.blinded)

    def ensure_reviewer(self) -> bool:
        """Asks who reviews, once, before the first verdict without a name."""
        if self._document.reviewer.name:
            return True
        dialog = ReviewerDialog(self._document.reviewer, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if accepted:
            self._document.set_reviewer(dialog.value)
        dialog.deleteLater()
        return accepted

    def _chosen_in_document(self) -> list[Key]:
        selection = self._document.selection
        if selection.movement is not None or selection.flag is not None:
            return [Key(selection.movement, selection.flag)]
        return []

    def _movements(self) -> list[int]:
        return [key.movement for key in self.chosen() if key.movement is not None]

    def _edit(self, edit: Callable[[Session], Session], text: str) -> bool:
        try:
            return self._document.apply(edit, text)
        except AnnotatorError as error:
            self.failed.emit(Failure.of(error))
            return False

    @Slot()
    def _accept(self) -> None:
        self._judge("accepted", self.tr("Accept"))

    @Slot()
    def _reject(self) -> None:
        self._judge("rejected", self.tr("Reject"))

    @Slot()
    def _unsure(self) -> None:
        self._judge("unsure", self.tr("Unsure"))

    def _judge(self, verdict: Verdict, text: str) -> None:
        keys = self.chosen()
        if not keys or not self.ensure_reviewer():
            return
        by, blinded = self._document.author(), self._document.blinded

        def edit(session: Session) -> Session:
            for key in keys:
                if key.movement is not None:
                    session = edits.judge(session, key.movement, verdict, by, blinded=blinded)
                elif key.flag is not None:
                    session = edits.judge_flag(session, key.flag, verdict, by)
            return session

        self._edit(edit, text)

    @Slot()
    def _on_kind(self) -> None:
        action = self.sender()
        ids = self._movements()
        if not isinstance(action, QAction) or not ids or not self.ensure_reviewer():
            return
        kind, by, blinded = action.data(), self._document.author(), self._document.blinded

        def edit(session: Session) -> Session:
            for movement_id in ids:
                session = edits.relabel(session, movement_id, by, kind=kind, blinded=blinded)
            return session

        self._edit(edit, self.tr("Change the kind"))

    @Slot()
    def _relabel(self) -> None:
        ids = self._movements()
        movement = self._document.movement(ids[0]) if ids else None
        if movement is None or not self.ensure_reviewer():
            return
        now = effective(movement)
        dialog = MovementDialog(self.tr("Kind and limbs"), now.kind, now.limbs, parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            by, blinded, kind, limbs = self._document.author(), self._document.blinded, dialog.kind, dialog.limbs
            new_kind = kind if kind != now.kind else None
            new_limbs = limbs if limbs != now.limbs else None
            if new_kind is not None or new_limbs is not None:
                self._edit(
                    lambda s: edits.relabel(s, movement.id, by, kind=new_kind, limbs=new_limbs, blinded=blinded),
                    self.tr("Change kind and limbs"),
                )
        dialog.deleteLater()

    @Slot()
    def _note(self) -> None:
        keys = self.chosen()
        session = self._document.shown
        if not keys or session is None or not self.ensure_reviewer():
            return
        movement = self._document.movement(keys[0].movement)
        flag = session.patterns[keys[0].flag] if keys[0].flag is not None else None
        review = movement.review if movement is not None else flag.review if flag is not None else None
        dialog = NoteDialog(review.note if review is not None else "", self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            by, note, key = self._document.author(), dialog.note, keys[0]
            if key.movement is not None:
                movement_id = key.movement
                self._edit(lambda s: edits.annotate(s, movement_id, note, by), self.tr("Note"))
            elif key.flag is not None:
                index = key.flag
                verdict = review.verdict if review is not None else "unsure"
                self._edit(lambda s: edits.judge_flag(s, index, verdict, by, note), self.tr("Note"))
        dialog.deleteLater()

    @Slot()
    def _add(self) -> None:
        if not self._document.editable or not self.ensure_reviewer():
            return
        start, end = self._span()
        dialog = MovementDialog(self.tr("Add a movement"), "jerk", (), (start, end), parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            by, blinded, kind, limbs = self._document.author(), self._document.blinded, dialog.kind, dialog.limbs
            session = self._document.session
            new_id = next_id(session) if session is not None else 0
            if self._edit(
                lambda s: edits.add(s, by, start, end, kind, limbs, blinded=blinded), self.tr("Add a movement")
            ):
                self._document.select_movement(new_id)
        dialog.deleteLater()

    def _span(self) -> tuple[float, float]:
        """Where an added movement goes: the chosen span, else the loop, else from the playhead on."""
        span = self._document.selection.span or self._clock.loop
        if span is not None:
            return self._clock.snap(span[0]), self._clock.snap(span[1])
        start = self._clock.position_s
        return start, max(self._clock.snap(start + 0.5), start + SHORTEST_ADDED_S)

    @Slot()
    def _split(self) -> None:
        ids, at_s = self._movements(), self._clock.position_s
        if ids and self.ensure_reviewer():
            by, session = self._document.author(), self._document.session
            new_id = next_id(session) if session is not None else 0
            if self._edit(lambda s: edits.split(s, ids[0], at_s, by), self.tr("Split")):
                self._document.select_movement(new_id)

    @Slot()
    def _merge(self) -> None:
        ids = self._movements()
        session = self._document.shown
        if not ids or session is None or not self.ensure_reviewer():
            return
        if len(ids) == 1:
            follower = _next_of_same_limbs(session, ids[0])
            if follower is None:
                return
            ids = [ids[0], follower]
        by, new_id = self._document.author(), next_id(self._document.session or session)
        if self._edit(lambda s: edits.merge(s, ids, by), self.tr("Merge")):
            self._document.select_movement(new_id)

    @Slot()
    def _delete(self) -> None:
        ids = self._movements()
        if not ids or not self.ensure_reviewer():
            return
        by = self._document.author()

        def edit(session: Session) -> Session:
            for movement_id in ids:
                session = edits.delete(session, movement_id, by)
            return session

        self._edit(edit, self.tr("Delete"))

    @Slot()
    def _looked(self) -> None:
        span = self._document.selection.span or self._clock.loop
        if span is None:
            self.failed.emit(
                Failure(
                    self.tr("Looked here"),
                    self.tr("no span is chosen yet"),
                    self.tr("Drag over the timeline with Shift, or set both loop ends with [ and ]"),
                )
            )
            return
        if self.ensure_reviewer():
            start, end, by = span[0], span[1], self._document.author()
            if self._edit(lambda s: edits.add_looked(s, start, end, by), self.tr("Looked here")):
                self.told.emit(self.tr("Noted: looked here, nothing seen"))

    @Slot()
    def _toggle_queue(self) -> None:
        if self._queue.running:
            self._queue.stop()
        else:
            self._queue.start()

    @Slot()
    def _start_blinded(self) -> None:
        if self.ensure_reviewer():
            self._queue.stop()
            self._document.set_blinded(True)

    @Slot()
    def _finish_blinded(self) -> None:
        self._document.finish_blinded(self.tr("Finish the blinded reading"))

    def _make(
        self,
        text: str,
        keys: str | tuple[str, ...],
        slot: Callable[[], None],
        tip: str = "",
        *,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys)])
        action.setCheckable(checkable)
        action.triggered.connect(slot)
        if tip:
            action.setToolTip(tip)
            action.setStatusTip(tip)
        return action


def _next_of_same_limbs(session: Session, movement_id: int) -> int | None:
    """The next standing movement that shares a limb (or, without limbs, the next without)."""
    standing = effective_movements(session)
    own = next((m for m in standing if m.id == movement_id), None)
    if own is None:
        return None
    after = (m for m in standing if m.onset_s >= own.offset_s and m.id != own.id)
    return next((m.id for m in after if set(m.limbs) & set(own.limbs) or (not m.limbs and not own.limbs)), None)
