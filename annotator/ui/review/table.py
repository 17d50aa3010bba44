"""The review table with its filters, in step with the document's selection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.appearance import Appearance
from annotator.ui.bits import Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document, Selection
from annotator.ui.formats import clock_text
from annotator.ui.review.model import LIMB_CHOICES, ReviewModel, limb_choice_name
from annotator.ui.review.rows import COLUMNS, Column, Key
from annotator.ui.theme import SPACE

# In characters: what a column needs at least, and what it would like to have.
NEEDS: dict[Column, int] = {
    "state": 2, "start": 7, "what": 14, "limbs": 11, "duration": 7, "who": 22, "note": 8, "size": 5,
}  # fmt: skip
LIKES: dict[Column, int] = {**NEEDS, "what": 20, "limbs": 24, "who": 32, "note": 40}
HIDDEN_WHEN_SIMPLE: tuple[Column, ...] = ("size", "who", "note")
FIRST_TO_GO: tuple[Column, ...] = ("size", "note")  # the chosen row's are shown in full below the table


class ReviewTable(QWidget):
    """Filters above, rows below. Choosing a row selects it in the document and goes to its first frame."""

    activated = Signal()  # Enter or a double click: look at it

    def __init__(
        self,
        document: Document,
        clock: PlaybackClock,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        simple: bool = False,
    ) -> None:
        super().__init__(parent)
        self._simple = simple
        self._document, self._clock, self._appearance = document, clock, appearance
        self._following = self._fitting = self._by_hand = False
        self.model = ReviewModel(appearance, self)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Movements and pattern flags"))
        self.view.horizontalHeader().setSortIndicator(COLUMNS.index("start"), Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.doubleClicked.connect(self._on_activated)
        self.view.entered_key.connect(self.activated)
        self.view.room_changed.connect(self._fit_columns)
        self.view.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self._menu_actions: list[QAction] = []
        layout = QVBoxLayout(self)
        margins(layout, 0, 0)
        filters = QWidget()
        filters.setLayout(self._filters())
        filters.setVisible(not simple)
        layout.addWidget(filters)
        layout.addWidget(self.view, 1)
        if simple:
            self.model.set_filter("moments", None, "")
        self._empty = Text("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(3 * SPACE, 4 * SPACE, 3 * SPACE, 4 * SPACE)
        layout.addWidget(self._empty)
        document.session_changed.connect(self._on_session)
        document.selection_changed.connect(self._on_document_selection)
        appearance.changed.connect(self._resize_rows)
        self._resize_rows()
        self._on_session(document.shown)

    def set_menu(self, actions: Iterable[QAction]) -> None:
        """The actions of the rows' context menu."""
        self._menu_actions = list(actions)

    def keys(self) -> list[Key]:
        """What the rows stand for, in the order shown."""
        return [self.model.value(row).key for row in range(self.model.rowCount())]

    def selected_keys(self) -> list[Key]:
        """What the selected rows stand for, in the order shown."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [key for row in rows if (key := self.model.key_at(row)) is not None]

    def _filters(self) -> QHBoxLayout:
        self.show_box = QComboBox()
        for value, text in (
            ("all", self.tr("Everything")),
            ("open", self.tr("Not reviewed yet")),
            ("flags", self.tr("Pattern flags")),
            ("movements", self.tr("Movements")),
        ):
            self.show_box.addItem(text, value)
        self.show_box.setAccessibleName(self.tr("Which rows to show"))
        self.limb_box = QComboBox()
        for limb in LIMB_CHOICES:
            self.limb_box.addItem(limb_choice_name(limb, self.tr("Any limb")), limb)
        self.limb_box.setAccessibleName(self.tr("Which limb to show"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in the table"))
        self.search.setClearButtonEnabled(True)
        self.show_box.currentIndexChanged.connect(self._refilter)
        self.limb_box.currentIndexChanged.connect(self._refilter)
        self.search.textChanged.connect(self._refilter)
        self._count = Text("", "small")
        row = QHBoxLayout()
        row.setContentsMargins(round(1.5 * SPACE), SPACE, round(1.5 * SPACE), SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self.show_box)
        row.addWidget(self.limb_box)
        row.addWidget(self.search, 1)
        row.addWidget(self._count)
        return row

    @Slot()
    def _refilter(self) -> None:
        self._following = True
        self.model.set_filter(self.show_box.currentData(), self.limb_box.currentData(), self.search.text())
        self._following = False
        self._on_document_selection(self._document.selection)
        self._refresh_words()

    @Slot(object)
    def _on_session(self, _session: object) -> None:
        self._following = True
        self.model.set_session(self._document.shown)
        self._following = False
        self._on_document_selection(self._document.selection)
        self._fit_columns()
        self._refresh_words()

    def _refresh_words(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if self._simple:
            total = shown
        self._count.setText(
            self.tr("{shown} of {total}").format(shown=shown, total=total) if shown != total else str(total)
        )
        self._empty.setVisible(not shown)
        self.view.setVisible(bool(shown))
        if shown:
            return
        if total:
            self._empty.setText(self.tr("No row fits this filter."))
        elif self._document.blinded:
            self._empty.setText(
                self.tr("The detector's marks are hidden. Mark what you see yourself, then finish the blinded reading.")
            )
        else:
            self._empty.setText(self.tr("No movement met the settings in the observed time. This rules nothing out."))

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if self._following:
            return
        key = self.model.key_at(self.view.currentIndex().row())
        if key is None or not self.view.selectionModel().hasSelection():
            return
        self._following = True
        if key.movement is not None:
            self._document.select_movement(key.movement)
        else:
            self._document.select_flag(key.flag)
        self._following = False
        self._clock.seek(self.model.value(self.view.currentIndex().row()).start_s)

    @Slot(object)
    def _on_document_selection(self, selection: Selection) -> None:
        if self._following:
            return
        self._following = True
        row = self.model.row_of(Key(selection.movement, selection.flag))
        if row is None:
            self.view.clearSelection()
        else:
            index = self.model.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index)
        self._following = False

    @Slot()
    def _on_activated(self) -> None:
        self.activated.emit()

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        if self._menu_actions and self.view.indexAt(place).isValid():
            menu = QMenu(self)
            menu.addActions(self._menu_actions)
            menu.exec(self.view.viewport().mapToGlobal(place))
            menu.deleteLater()

    @Slot()
    def _resize_rows(self) -> None:
        metrics = self.view.fontMetrics()
        self.view.verticalHeader().setDefaultSectionSize(round(metrics.height() * (2.4 if self._simple else 1.75)))
        self._fit_columns()

    @Slot(int, int, int)
    def _on_section_resized(self, _section: int, _before: int, _now: int) -> None:
        if not self._fitting:
            self._by_hand = True  # from now on the person decides

    @Slot()
    def _fit_columns(self) -> None:
        """Shares the width out so that nothing has to be scrolled sideways, as long as the texts can be read so."""
        if self._by_hand or self._fitting:
            return
        metrics, room_px = self.view.fontMetrics(), self.view.viewport().width()
        away = HIDDEN_WHEN_SIMPLE if self._simple else () if self.model.has_notes else ("note",)
        start_px = metrics.horizontalAdvance(clock_text(self.model.latest_s)) + 2 * SPACE
        shown = [name for name in COLUMNS if name not in away]
        widths = shared_widths(room_px, metrics.averageCharWidth(), shown, {"start": start_px})
        self._fitting = True
        for column, name in enumerate(COLUMNS):
            self.view.setColumnHidden(column, name not in widths)
            if name in widths:
                self.view.setColumnWidth(column, widths[name])
        self._fitting = False


def shared_widths(
    room_px: int, unit_px: int, columns: Sequence[Column], measured_px: Mapping[Column, int] | None = None
) -> dict[Column, int]:
    """Each column's width: at least what it needs, and what is left over by what each would like besides.

    Where not even the needs fit, those columns go that are shown elsewhere too. `measured_px` are needs known exactly.
    """
    needs_px = {name: NEEDS[name] * unit_px + 2 * SPACE for name in columns} | dict(measured_px or {})
    shown = list(columns)
    for name in FIRST_TO_GO:
        if name in shown and sum(needs_px[n] for n in shown) > room_px:
            shown.remove(name)
    widths = {name: needs_px[name] for name in shown}
    wishes = {name: LIKES[name] - NEEDS[name] for name in shown}
    left_px = max(room_px - sum(widths.values()), 0)
    for name in shown:
        widths[name] += left_px * wishes[name] // max(sum(wishes.values()), 1)
    widest = max(shown, key=lambda name: wishes[name])
    widths[widest] += max(room_px - sum(widths.values()), 0)
    return widths


class _View(QTableView):
    entered_key = Signal()
    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the review's keys, not a search."""
