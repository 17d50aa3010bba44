"""The review table as a Qt model: it sorts and filters its plain rows itself, which stays fast with 10,000 of them."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import Session
from annotator.ui.appearance import Appearance
from annotator.ui.formats import clock_text, number
from annotator.ui.review.rows import COLUMNS, Column, Key, Row, Show, matches, rows_of, sorted_rows
from annotator.ui.words import kind_name, limb_name, limbs_text, role_name, rule_name, verdict_name

GLYPHS: Final = {"open": "○", "accepted": "✓", "rejected": "✕", "unsure": "?"}
STATE_COLORS: Final = {"open": "muted", "accepted": "accepted", "rejected": "rejected", "unsure": "unsure"}
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ReviewModel(QAbstractTableModel):
    """Rows of movements and flags. `row_of` and `key_at` tie them to the document's selection."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._all: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._places: dict[Key, int] = {}
        self._column: Column = "start"
        self._descending = False
        self._show: Show = "all"
        self._limb: Limb | None = None
        self._text = ""
        appearance.changed.connect(self._restyle)

    @property
    def total(self) -> int:
        """How many rows there are before filtering."""
        return len(self._all)

    @property
    def latest_s(self) -> float:
        """Where the last row begins."""
        return self._all[-1].start_s if self._all else 0.0

    @property
    def has_notes(self) -> bool:
        """Whether any row has a note."""
        return any(row.note for row in self._all)

    @property
    def open_count(self) -> int:
        """How many of all rows nobody has given a verdict on."""
        return sum(row.state == "open" for row in self._all)

    def set_session(self, session: Session | None) -> None:
        """Shows another state of the session; keeps view and selection when only values changed."""
        self._all = rows_of(session)
        fresh = self._arranged()
        if [row.key for row in fresh] == [row.key for row in self._rows]:
            changed = [i for i, (old, new) in enumerate(zip(self._rows, fresh, strict=True)) if old != new]
            self._rows = fresh
            if changed:
                last = len(COLUMNS) - 1
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))
            return
        self._reset(fresh)

    def set_filter(self, show: Show, limb: Limb | None, text: str) -> None:
        """Shows only some rows."""
        self._show, self._limb, self._text = show, limb, text.casefold().strip()
        self._reset(self._arranged())

    def row_of(self, key: Key) -> int | None:
        """Where a movement or flag stands, if it is shown."""
        return self._places.get(key)

    def key_at(self, row: int) -> Key | None:
        """What stands in a row."""
        return self._rows[row].key if 0 <= row < len(self._rows) else None

    def value(self, row: int) -> Row:
        """A row's plain values."""
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        if role == Qt.ItemDataRole.AccessibleTextRole and COLUMNS[section] == "state":
            return self.tr("Verdict")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text_of(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._brush(row, column)
            case Qt.ItemDataRole.FontRole:
                return self._font(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(COLUMNS):
            return
        self._column, self._descending = COLUMNS[column], order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in before]
        self._place(self._arranged())
        for index, key in zip(before, keys, strict=True):
            place = self._places.get(key)
            self.changePersistentIndex(index, QModelIndex() if place is None else self.index(place, index.column()))
        self.layoutChanged.emit()

    def _arranged(self) -> list[Row]:
        rows = [row for row in self._all if matches(row, self._show, self._limb) and self._has_text(row)]
        return sorted_rows(rows, self._column, self._descending, _what)

    def _has_text(self, row: Row) -> bool:
        if not self._text:
            return True
        words = (_what(row), limbs_text(row.limbs), row.note, self._text_of(row, "start"), self._who(row))
        return any(self._text in word.casefold() for word in words)

    def _place(self, rows: list[Row]) -> None:
        self._rows = rows
        self._places = {row.key: i for i, row in enumerate(rows)}
        if self._show == "moments":
            self._places |= {Key(flag=index): i for i, row in enumerate(rows) for index in row.same_flags}

    def _reset(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._place(rows)
        self.endResetModel()

    def _restyle(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def _titles(self) -> dict[Column, str]:
        return {
            "state": "",
            "start": self.tr("Time"),
            "what": self.tr("What"),
            "limbs": self.tr("Limbs"),
            "duration": self.tr("Length"),
            "size": self.tr("Size"),
            "who": self.tr("Who said it"),
            "note": self.tr("Note"),
        }

    def _text_of(self, row: Row, column: Column) -> str:
        match column:
            case "state":
                return GLYPHS[row.state]
            case "start":
                return clock_text(row.start_s)
            case "what":
                return self._flagged(row) if self._has_flag(row) else _what(row)
            case "limbs":
                return limbs_text(row.limbs)
            case "duration":
                return self.tr("{seconds} s").format(seconds=number(row.duration_s, 2))
            case "size":
                return "" if row.size_torso is None else number(row.size_torso, 2)
            case "who":
                return self._who(row)
        return row.note

    def _spoken(self, row: Row, column: Column) -> str:
        """What a screen reader says, and a tip: the signs in words."""
        if column == "state":
            return verdict_name(row.state)
        if column != "what" or not self._has_flag(row):
            return self._text_of(row, column)
        said = verdict_name(row.flag_state if row.flag_state is not None else row.state)
        return self.tr("{what}; pattern flag: {verdict}").format(what=_what(row), verdict=said)

    def _has_flag(self, row: Row) -> bool:
        """Whether a movement's row stands for pattern flags too."""
        return self._show == "moments" and bool(row.same_flags)

    def _flagged(self, row: Row) -> str:
        said = GLYPHS[row.flag_state] if row.flag_state is not None else ""
        return f"⚑{said} {_what(row)}"

    def _who(self, row: Row) -> str:
        if row.review is None:
            return self.tr("Detector") if row.source == "detected" else self.tr("Added by a person")
        name = row.review.reviewer or role_name(row.review.role)
        who = f"{name}, {role_name(row.review.role)}" if row.review.reviewer else name
        if row.source == "reviewer":
            return who
        return self.tr("Detector · {who}").format(who=who)

    def _brush(self, row: Row, column: Column) -> QBrush | None:
        theme = self._appearance.theme
        if column == "state":
            return QBrush(theme.color(STATE_COLORS[row.state]))
        if row.state == "rejected" or column in ("who", "size"):
            return QBrush(QColor(theme.muted))
        return None

    def _font(self, row: Row, column: Column) -> QFont | None:
        font = QFont()
        if column == "state":
            font.setBold(True)
        elif (row.rule is not None or self._has_flag(row)) and column == "what" and row.state != "rejected":
            font.setWeight(QFont.Weight.DemiBold)
        elif row.state == "rejected" and column in ("what", "limbs", "start"):
            font.setStrikeOut(True)
        elif row.corrected and column in ("what", "limbs", "start", "duration"):
            font.setItalic(True)
        else:
            return None
        return font

    def _tip(self, row: Row, column: Column) -> str | None:
        if column == "size" and row.size_torso is not None:
            return self.tr("Largest displacement, in torso lengths")
        if row.corrected and column not in ("note", "who"):
            return self.tr("Corrected by a person; the detector's own values are kept")
        return self._spoken(row, column) or None  # a narrow column cuts it


def _what(row: Row) -> str:
    if row.rule is not None:
        return "⚑ " + rule_name(row.rule)
    return kind_name(row.kind) if row.kind is not None else ""


def _alignment(column: Column) -> int:
    if column == "state":
        return int(Qt.AlignmentFlag.AlignCenter)
    side = Qt.AlignmentFlag.AlignRight if column in ("duration", "size") else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


LIMB_CHOICES: Final[tuple[Limb | None, ...]] = (None, *LIMBS)


def limb_choice_name(limb: Limb | None, any_limb: str) -> str:
    """A limb's name in the filter."""
    return any_limb if limb is None else limb_name(limb)
