"""The table's own numbers as fields, each in the words of its setting: "at least [3] movements"."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator import wording
from annotator.patterns.table import TABLE
from annotator.settings import RuleSettings
from annotator.ui.bits import Button, Text, margins
from annotator.ui.theme import SPACE

_NUMBER: Final = re.compile(r"\d[\d.,]*")
_WHOLE: Final = frozenset(f.name for f in fields(RuleSettings) if f.type in ("int", int))


class RuleForm(QWidget):
    """All rule settings by row of the table. `changed` after each change by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = RuleSettings()
        self._boxes: dict[str, QDoubleSpinBox] = {}
        layout = QVBoxLayout(self)
        margins(layout, 0, 0.5)
        for row in TABLE:
            names = [name for name in row.settings if name not in self._boxes]
            if names:
                layout.addWidget(Text(wording.row_title(row.key), "small"))
            for name in names:
                layout.addWidget(self._box(name))
        self.usual = Button(self.tr("Back to the table's own numbers"), "quiet")
        self.usual.clicked.connect(self._on_usual)
        line = QHBoxLayout()
        line.addWidget(self.usual)
        line.addStretch(1)
        layout.addLayout(line)
        self._refresh()

    @property
    def rules(self) -> RuleSettings:
        """The numbers as they stand."""
        return self._rules

    def set_rules(self, rules: RuleSettings) -> None:
        """Shows these numbers. Emits nothing."""
        self._rules = rules
        self._refresh()

    def box(self, name: str) -> QDoubleSpinBox:
        """The field of one setting."""
        return self._boxes[name]

    def _box(self, name: str) -> QWidget:
        box = _Field()
        box.setDecimals(0 if name in _WHOLE or _scale(name) >= 100 else 2)
        box.setRange(0.0 if name not in _WHOLE else 1.0, 36_000.0)
        box.setSingleStep(1.0 if name in _WHOLE else 5.0 if _scale(name) >= 100 else 0.05 if _is_small(name) else 0.5)
        box.setKeyboardTracking(False)
        box.setProperty("setting", name)
        box.setMaximumWidth(52 * SPACE)
        box.valueChanged.connect(self._on_changed)
        self._boxes[name] = box
        return box

    def _refresh(self) -> None:
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setValue(getattr(self._rules, name) * _scale(name))
            _put_into_words(box, name)
            box.blockSignals(False)
        self.usual.setEnabled(self._rules != RuleSettings())

    @Slot()
    def _on_changed(self) -> None:
        changed: dict[str, Any] = {}
        for name, box in self._boxes.items():
            if abs(box.value() - getattr(self._rules, name) * _scale(name)) > 0.5 * 10 ** -box.decimals():
                value = box.value() / _scale(name)
                changed[name] = round(value) if name in _WHOLE else round(value, 6)
                _put_into_words(box, name)
        if changed:
            self._rules = replace(self._rules, **changed)
            self.usual.setEnabled(self._rules != RuleSettings())
            self.changed.emit()

    @Slot()
    def _on_usual(self) -> None:
        self.set_rules(RuleSettings())
        self.changed.emit()


class _Field(QDoubleSpinBox):
    """A field that writes no more decimals than its number has."""

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        sign = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(sign) if sign in text else text


def _put_into_words(box: QDoubleSpinBox, name: str) -> None:
    """The setting's phrase, for one or for many, around the number: cut at it, so that each language keeps its order."""
    many = box.value() != 1 or name not in _WHOLE
    phrase = wording.setting_phrase("", name, 2.0 if many else 1.0)
    found = _NUMBER.search(phrase)
    before, after = (phrase[: found.start()], phrase[found.end() :]) if found else (phrase + " ", "")
    box.setPrefix(before)
    box.setSuffix(after)
    box.setAccessibleName(f"{before}…{after}")


def _scale(name: str) -> float:
    """From the setting's own unit to that of its phrase: milliseconds, per cent, minutes."""
    if name.endswith("_lag_s"):
        return 1000.0
    if name.endswith(("_ratio", "_share")):
        return 100.0
    return 1 / 60 if name == "frequent_shortest_observed_s" else 1.0


def _is_small(name: str) -> bool:
    return name.endswith("_torso")
