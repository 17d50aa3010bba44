"""The differences of two reviews as a Qt model: a sign for who has it, and the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator import wording

if TYPE_CHECKING:
    from annotator.session.agreement import Disagreement

SIGNS: Final = {"only_a": "1", "only_b": "2", "kind": "≠", "limbs": "≠", "times": "≠"}
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class DifferencesModel(QAbstractTableModel):
    """A row for each place, by time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Disagreement, ...] = ()

    def set_differences(self, differences: tuple[Disagreement, ...]) -> None:
        """Shows other differences."""
        self.beginResetModel()
        self._rows = differences
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole and section == 1:
            return self.tr("Where they differ")
        if role == Qt.ItemDataRole.AccessibleTextRole and section == 0:
            return self.tr("Who has it")
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        sign = index.column() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS[found.what] if sign else wording.disagreement_sentence(found)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._who(found) if sign else wording.disagreement_sentence(found)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._who(found) if sign else wording.disagreement_sentence(found)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if sign else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _who(self, found: Disagreement) -> str:
        return {
            "only_a": self.tr("Only the first review"),
            "only_b": self.tr("Only the second review"),
            "kind": self.tr("Both, with another kind"),
            "limbs": self.tr("Both, with other limbs"),
            "times": self.tr("Both, at other times"),
        }[found.what]
