"""The few choices there are: look, text size, language, who reviews."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.bits import Text, margins, restyle
from annotator.ui.document import Reviewer
from annotator.ui.languages import NAMES, change_note, code_for, running
from annotator.ui.preferences import Preferences

SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class PreferencesDialog(QDialog):
    """Changes take hold on OK; the language at the next start."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Preferences"))
        layout = QVBoxLayout(self)
        margins(layout, 2.5, 2)
        layout.addWidget(Text(self.tr("Preferences"), "title"))
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        layout.addLayout(form)

        self.theme = QComboBox()
        for value, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, value)
        self.theme.setCurrentIndex(self.theme.findData(preferences.theme))
        form.addRow(self.tr("&Colours"), self.theme)

        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(self.tr("{percent} %").format(percent=round(scale * 100)), scale)
        nearest = min(SCALES, key=lambda s: abs(s - preferences.text_scale))
        self.scale.setCurrentIndex(SCALES.index(nearest))
        form.addRow(self.tr("&Text size"), self.scale)

        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(preferences.language), 0))
        form.addRow(self.tr("&Language"), self.language)
        self.language_note = Text("", wrap=True)
        form.addRow("", self.language_note)
        self.language.currentIndexChanged.connect(self._tell_when)
        self._tell_when()

        self.who = ReviewerFields(preferences.reviewer)
        form.addRow(self.tr("Your &name"), self.who.name)
        form.addRow(self.tr("You &are"), self.who.role)
        form.addRow("", Text(self.tr("Written on each verdict that you give."), "small"))

        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    @Slot()
    def _tell_when(self) -> None:
        """The language is the one choice that waits; another one is told in words that its reader knows."""
        choice = self.language.currentData()
        same = code_for(choice) == running()
        self.language_note.setProperty("kind", "small" if same else "")
        self.language_note.setText(change_note(choice))
        restyle(self.language_note)

    def accept(self) -> None:
        preferences = self._preferences
        preferences.language = self.language.currentData()
        preferences.reviewer = self.who.value
        preferences.text_scale = self.scale.currentData()
        preferences.theme = self.theme.currentData()
        super().accept()


class ReviewerFields:
    """A name field and a role field."""

    def __init__(self, reviewer: Reviewer) -> None:
        self.name = QLineEdit(reviewer.name)
        self.name.setMaxLength(80)
        self.name.setMinimumWidth(260)
        self.role = RoleBox()
        self.role.setCurrentIndex(self.role.findData(reviewer.role))

    @property
    def value(self) -> Reviewer:
        """What the fields say."""
        return Reviewer(self.name.text().strip(), self.role.currentData())


class RoleBox(QComboBox):
    """Parent or reviewer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(self.tr("Parent or carer"), "parent")
        self.addItem(self.tr("Reviewer (clinician)"), "reviewer")


class ReviewerDialog(QDialog):
    """Asks once who reviews, before the first verdict."""

    def __init__(self, reviewer: Reviewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is reviewing?"))
        layout = QVBoxLayout(self)
        margins(layout, 2.5, 2)
        layout.addWidget(Text(self.tr("Who is reviewing?"), "title"))
        layout.addWidget(
            Text(
                self.tr("Your name is written on each verdict, so that others can tell who said what."),
                "muted",
                wrap=True,
            )
        )
        self._fields = ReviewerFields(reviewer)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Your &name"), self._fields.name)
        form.addRow(self.tr("You &are"), self._fields.role)
        layout.addLayout(form)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)
        self._fields.name.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def value(self) -> Reviewer:
        """Who was named."""
        return self._fields.value

    def _refresh(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self._fields.name.text().strip()))
