"""What the program remembers of a person's choices, in the system's own settings store."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from annotator.session.model import Role
from annotator.ui.document import Reviewer

ThemeChoice = Literal["system", "light", "dark"]
LONGEST_RECENT: Final = 10


class Preferences(QObject):
    """Typed access to the settings store; a value that no longer makes sense reads as its default."""

    changed = Signal()
    recent_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def theme(self) -> ThemeChoice:
        """Which theme was chosen; the system's own by default."""
        value = str(self._store.value("look/theme", "system"))
        return cast(ThemeChoice, value) if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._write("look/theme", value)

    @property
    def text_scale(self) -> float:
        """Text size, 1.0 is the system's own."""
        try:
            return min(max(float(str(self._store.value("look/text_scale", 1.0))), 0.75), 2.5)
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._write("look/text_scale", round(value, 2))

    @property
    def language(self) -> str:
        """The language's code ("en", "de"), or "" for the system's."""
        return str(self._store.value("look/language", ""))

    @language.setter
    def language(self, value: str) -> None:
        self._write("look/language", value)

    @property
    def clinician(self) -> bool:
        """Whether the clinician's workspace is open rather than the simple view."""
        return str(self._store.value("look/workspace", "simple")) == "clinician"

    @clinician.setter
    def clinician(self, value: bool) -> None:
        self._write("look/workspace", "clinician" if value else "simple")

    @property
    def reviewer(self) -> Reviewer:
        """Who reviewed last on this computer."""
        role = str(self._store.value("reviewer/role", "parent"))
        name = str(self._store.value("reviewer/name", ""))
        return Reviewer(name, cast(Role, role) if role in ("parent", "reviewer") else "parent")

    @reviewer.setter
    def reviewer(self, value: Reviewer) -> None:
        self._store.setValue("reviewer/name", value.name)
        self._write("reviewer/role", value.role)

    @property
    def recent(self) -> list[Path]:
        """The files opened last, newest first."""
        stored = self._store.value("files/recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(str(name)) for name in names if name][:LONGEST_RECENT]

    def add_recent(self, path: Path) -> None:
        """Puts a file first in the list of recent ones."""
        path = path.absolute()
        rest = [other for other in self.recent if other != path]
        self._store.setValue("files/recent", [str(p) for p in [path, *rest][:LONGEST_RECENT]])
        self.recent_changed.emit()

    def forget_recent(self) -> None:
        """Empties the list of recent files."""
        self._store.setValue("files/recent", [])
        self.recent_changed.emit()

    @property
    def last_folder(self) -> str:
        """Where the last file came from, for the next file dialog."""
        return str(self._store.value("files/folder", ""))

    @last_folder.setter
    def last_folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    def state(self, name: str) -> QByteArray | None:
        """A widget's saved geometry or state."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_state(self, name: str, value: QByteArray) -> None:
        """Saves a widget's geometry or state."""
        self._store.setValue(f"window/{name}", value)

    def sync(self) -> None:
        """Writes what is still in memory."""
        self._store.sync()

    def _write(self, key: str, value: object) -> None:
        self._store.setValue(key, value)
        self.changed.emit()
