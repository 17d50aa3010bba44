"""A failure is told in the window's language, whichever room it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.errors import VideoError
from annotator.job import Job
from annotator.ui import languages
from annotator.ui.main_window import MainWindow
from annotator.ui.opening import open_path
from annotator.ui.work import Outcome, Progress, Worker
from annotator.video.digest import sha256_of


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = languages.install(qapp, "de")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    wording.set_translator()
    QLocale.setDefault(QLocale(QLocale.Language.English))


def test_a_missing_file(german: None, window: MainWindow, tmp_path: Path) -> None:
    window.files.open_paths([tmp_path / "night.mp4"])
    assert window.notices.text == (
        "night.mp4: diese Datei gibt es nicht\nPrüfen Sie, ob sie verschoben oder umbenannt wurde."
    )
    with pytest.raises(VideoError, match=r"night.mp4: there is no such file\. Check whether"):
        open_path(tmp_path / "night.mp4")


def test_a_damaged_session(german: None, window: MainWindow, folder: Path) -> None:
    (folder / "night.session.json").write_text('{"format": ', encoding="utf-8")
    window.files.open_paths([folder / "night.session.json"])
    heading, body = window.notices.text.splitlines()
    assert heading.startswith("night.session.json: die Datei ist beschädigt (")
    assert body == (
        "Stellen Sie eine Kopie aus dem Ordner .annotator-backups daneben wieder her, oder analysieren Sie das Video "
        "noch einmal."
    )
    assert not window.document.editable


def test_an_empty_folder(german: None, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window.files.open_paths([tmp_path / "empty"])
    assert window.notices.text == (
        "empty: in diesem Ordner ist kein Video\nWählen Sie einen anderen Ordner oder eine Videodatei."
    )


def test_a_failure_and_the_steps_of_work_on_another_thread(german: None, qtbot: QtBot, folder: Path) -> None:
    steps: list[Progress] = []
    outcomes: list[Outcome] = []

    def work(job: Job, _partial: object) -> str:
        sha256_of(folder / "night.mp4", job)
        return sha256_of(folder / "gone.mp4", job)

    worker = Worker(work)
    worker.progressed.connect(steps.append)
    worker.ended.connect(outcomes.append)
    with qtbot.waitSignal(worker.ended):
        worker.start()
    worker.wait()
    assert {progress.label for progress in steps} == {"Die Datei wird geprüft"}
    assert outcomes[0].failure is not None
    assert outcomes[0].failure.cause == "diese Datei gibt es nicht"
    assert outcomes[0].failure.remedy == "Prüfen Sie den Namen und den Ordner."
