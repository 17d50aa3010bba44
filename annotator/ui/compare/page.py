"""The page of a comparison: who is compared, how far they agree in numbers, and the table of differences."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator import wording
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button, Frame, Hairline, Text, clear_layout, margins
from annotator.ui.compare.comparison import Compared, Comparison
from annotator.ui.compare.model import DifferencesModel, Index
from annotator.ui.document import Document
from annotator.ui.review.page import action_button
from annotator.ui.theme import SPACE
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.paint_compared import Whose, paint_share

LINES_A_ROW = 2.6
SIGN_WIDTH = 4


class ComparePage(QWidget):
    """Shown while two reviews are compared. It changes neither."""

    def __init__(
        self, document: Document, appearance: Appearance, comparison: Comparison, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._appearance, self._comparison = document, appearance, comparison
        self.setAccessibleName(self.tr("Comparing two reviews"))
        self.model = DifferencesModel(self)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Where the two reviews differ"))
        self.view.chosen.connect(self._on_chosen)
        self._none = Text(self.tr("The two reviews differ nowhere."), "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setContentsMargins(3 * SPACE, 4 * SPACE, 3 * SPACE, 4 * SPACE)
        self._numbers_part = QWidget()
        self._names, self._numbers = QGridLayout(), QGridLayout(self._numbers_part)
        facts = QVBoxLayout()
        facts.setContentsMargins(round(1.5 * SPACE), SPACE, round(1.5 * SPACE), SPACE)
        facts.setSpacing(SPACE)
        for grid in (self._names, self._numbers):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(round(1.5 * SPACE))
            grid.setVerticalSpacing(SPACE // 2)
            grid.setColumnStretch(1, 1)
        facts.addLayout(self._names)
        facts.addWidget(self._numbers_part)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0)
        layout.addWidget(self._bar())
        layout.addLayout(facts)
        layout.addWidget(Hairline())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._none, 1)
        comparison.changed.connect(self._refresh)
        comparison.moved.connect(self._on_moved)
        appearance.changed.connect(self._resize_rows)
        self._resize_rows()
        self._refresh()

    def _bar(self) -> Frame:
        bar = Frame("notice")
        self._heading = Text("", "heading", wrap=True)
        self.numbers_button = Button(self.tr("Numbers"))
        self.numbers_button.setCheckable(True)
        self.numbers_button.setToolTip(self.tr("How far the two reviews agree, in numbers"))
        self.numbers_button.toggled.connect(self._numbers_part.setVisible)
        steps, rest = QHBoxLayout(), QHBoxLayout()
        steps.addWidget(self._heading, 1)
        for action in (self._comparison.previous, self._comparison.next):
            steps.addWidget(action_button(action))
        rest.addWidget(Text(self.tr("Neither review is changed. Editing waits meanwhile."), "small", wrap=True), 1)
        rest.addWidget(self.numbers_button)
        rest.addWidget(action_button(self._comparison.stop, quiet=True))
        column = QVBoxLayout(bar)
        margins(column, 1, 0.5)
        for line in (steps, rest):
            line.setSpacing(SPACE // 2)
            column.addLayout(line)
        return bar

    @Slot()
    def _refresh(self) -> None:
        compared = self._comparison.compared
        self.model.set_differences(self._comparison.differences)
        some = bool(self._comparison.differences)
        self.view.setVisible(some)
        self._none.setVisible(not some)
        clear_layout(self._names)
        clear_layout(self._numbers)
        if compared is not None:
            self._show_names(compared)
            self._show_numbers(compared)
            self.numbers_button.setChecked(True)
        self._on_moved()

    def _show_names(self, compared: Compared) -> None:
        found = compared.agreement
        own = self._document.path.name if self._document.path is not None else self.tr("not saved yet")
        shares: tuple[tuple[Whose, str, int, str], ...] = (
            ("first", own, found.count_a, self.tr("First: whole frame, above")),
            ("second", compared.other_path.name, found.count_b, self.tr("Second: dashed frame, hatched, below")),
        )
        for row, ((whose, name, count, meaning), who) in enumerate(zip(shares, wording.reviewers(found), strict=True)):
            sign = _Sign(whose, self._appearance)
            sign.setAccessibleName(meaning)
            sign.setToolTip(meaning)
            person = Text(who or self.tr("nobody named"))
            person.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            about = Text(f"{wording.movement_count(count)} · {name}", "small")
            about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            about.setToolTip(name)
            line = QHBoxLayout()
            line.setSpacing(round(1.5 * SPACE))
            line.addWidget(person)
            line.addWidget(about, 1)
            self._names.addWidget(sign, row, 0)
            self._names.addLayout(line, row, 1)

    def _show_numbers(self, compared: Compared) -> None:
        found = compared.agreement
        rows = [
            (self.tr("Both have"), wording.movement_count(len(found.matched))),
            (self.tr("When"), f"κ {wording.kappa_of_time(found)}"),
            (self.tr("Which kind"), f"κ {wording.kappa_of_kinds(found)}"),
            (self.tr("Which limb"), " · ".join(wording.kappas_of_limbs(found))),
        ]
        onsets = wording.onset_differences(found)
        if onsets:
            rows.append((self.tr("Onsets"), onsets))
        for row, (name, said) in enumerate(rows):
            label = Text(name, "muted")
            self._numbers.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._numbers.addWidget(Text(said, wrap=True), row, 1)
        meaning = self.tr("κ (Cohen's kappa): 1 where both always agree, 0 where only chance makes them agree.")
        self._numbers.addWidget(Text(meaning, "small", wrap=True), len(rows), 0, 1, 2)

    @Slot()
    def _on_moved(self) -> None:
        at, count = self._comparison.at, len(self._comparison.differences)
        if at is None:
            self._heading.setText(self.tr("Comparing: %n difference(s)", "", count))
            self.view.clearSelection()
            return
        if self.view.current_row() is None:
            self.numbers_button.setChecked(False)  # the walk begins: room for the table
        self._heading.setText(self.tr("Difference {place} of {count}").format(place=at + 1, count=count))
        self.view.show_row(at)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self._comparison.go(row)

    @Slot()
    def _resize_rows(self) -> None:
        metrics = self.view.fontMetrics()
        self.view.verticalHeader().setDefaultSectionSize(round(metrics.height() * LINES_A_ROW))
        self.view.setColumnWidth(0, SIGN_WIDTH * metrics.averageCharWidth() + 2 * SPACE)


class _View(QTableView):
    chosen = Signal(int)  # a person went to this row, by mouse or keys

    def __init__(self) -> None:
        super().__init__()
        self._following = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.hide()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def current_row(self) -> int | None:
        """The marked row."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def show_row(self, row: int) -> None:
        """Marks a row and scrolls to it. Emits nothing."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._following = True
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        self._following = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._following and self.hasFocus():
            self.chosen.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row the current one now: nobody chose it.
        self._following = True
        super().focusInEvent(event)
        self._following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's keys, not a search."""


class _Sign(QWidget):
    """How one reviewer's movements are marked on the timeline."""

    def __init__(self, whose: Whose, appearance: Appearance) -> None:
        super().__init__()
        self._whose, self._appearance = whose, appearance
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(round(3.4 * height), height + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = Look.of(self, self._appearance.theme)
        left = look.small_em + 8
        paint_share(painter, QRectF(left, 3, self.width() - left - 3, self.height() - 6), self._whose, None, look)
        painter.end()
