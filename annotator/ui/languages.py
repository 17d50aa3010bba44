"""The window's languages: what is installed, and putting one on. Files: `translations/annotator_<code>.qm`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator import wording
from annotator.ui.formats import number

FOLDER: Final = Path(__file__).parent / "translations"
NAMES: Final = {"en": "English", "de": "Deutsch"}
# Each in its own language, for somebody who may not read the one that is on.
_AT_NEXT_START: Final = {
    "en": "The language changes when the program starts the next time.",
    "de": "Die Sprache wechselt, wenn das Programm das nächste Mal startet.",
}


def code_for(choice: str, system: str | None = None) -> str:
    """The language to use: the person's choice, or the system's if there is one for it, or English."""
    wanted = choice or (system or QLocale.system().name()).split("_")[0]
    return wanted if wanted in NAMES else "en"


def running() -> str:
    """The language that is on."""
    return code_for("", QLocale().name())


def change_note(choice: str) -> str:
    """When a choice of language takes hold, in the language that is on and in the one chosen."""
    codes = dict.fromkeys((code_for(choice), running()))
    return "\n".join(_AT_NEXT_START[code] for code in codes)


def install(application: QCoreApplication, code: str) -> list[QTranslator]:
    """Puts a language on, with Qt's own texts where the system has them. The caller keeps the result alive."""
    QLocale.setDefault(QLocale(code) if code != "en" else QLocale(QLocale.Language.English))
    installed = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for stem, folder in (("qtbase", qt_folder), ("annotator", str(FOLDER))):
        translator = QTranslator(application)
        if translator.load(f"{stem}_{code}", folder) and application.installTranslator(translator):
            installed.append(translator)
    wording.set_translator(_translate, number, code)
    return installed


def _translate(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
