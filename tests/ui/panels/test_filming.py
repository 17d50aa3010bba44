from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.document import Document
from annotator.ui.panels.filming import FilmingPanel
from tests.clips import Style, even, flat, write
from tests.ui.panels.looking import said
from tests.ui.panels.nights import night


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> FilmingPanel:
    panel = FilmingPanel(document)
    qtbot.addWidget(panel, before_close_func=lambda widget: widget.stop())
    panel.resize(420, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def dark(tmp_path: Path, name: str = "dark.mp4") -> Path:
    return write(tmp_path / name, even(30, 10), style=Style(size=(160, 96)), paint=flat(18))


def test_it_says_in_plain_words_what_limits_and_how_to_film_next_time(
    qtbot: QtBot, panel: FilmingPanel, document: Document, tmp_path: Path
) -> None:
    document.open_video(dark(tmp_path))
    assert "quick look" in said(panel)
    qtbot.waitUntil(lambda: not panel.look.running, timeout=20_000)
    qtbot.wait(10)
    words = said(panel)
    assert "nearly black" in words
    assert "very small" in words
    assert "too few for brief movements" in words
    assert "How to film next time" in words
    assert "Leave a small light on" in words
    assert "The analysis works all the same" in words
    assert "!" in words.splitlines()
    assert not panel.look.running


def test_a_good_clip_gets_its_ticks(
    qtbot: QtBot, panel: FilmingPanel, document: Document, tmp_path: Path, sample_clips: Path
) -> None:
    video = tmp_path / "clip.mp4"
    shutil.copy(sample_clips / "startle_and_cry.mp4", video)
    document.open_video(video)
    qtbot.waitUntil(lambda: not panel.look.running, timeout=60_000)
    qtbot.wait(10)
    words = said(panel)
    assert words.splitlines().count("✓") == 6
    assert "Nothing in the filming stands in the way." in words
    assert "How to film next time" not in words


def test_a_newer_video_drops_the_older_and_a_session_ends_it(
    qtbot: QtBot, panel: FilmingPanel, document: Document, tmp_path: Path, sample_clips: Path
) -> None:
    document.open_video(sample_clips / "isolated_jerks.mp4")
    document.open_video(dark(tmp_path))
    qtbot.waitUntil(lambda: not panel.look.running, timeout=20_000)
    qtbot.wait(10)
    assert "nearly black" in said(panel)
    document.open_video(sample_clips / "isolated_jerks.mp4")
    document.finish_analysis(night(), None)
    qtbot.waitUntil(lambda: not panel.look.running, timeout=20_000)


def test_closing_in_the_middle_is_clean(panel: FilmingPanel, document: Document, sample_clips: Path) -> None:
    document.open_video(sample_clips / "isolated_jerks.mp4")
    panel.stop()
    assert not panel.look.running


def test_what_cannot_be_read_is_said_calmly(
    qtbot: QtBot, panel: FilmingPanel, document: Document, tmp_path: Path
) -> None:
    video = tmp_path / "notes.mp4"
    video.write_text("notes")
    with qtbot.waitSignal(panel.look.finished, timeout=20_000):
        document.open_video(video)
    assert "could not be looked at" in said(panel)


def test_the_analysis_has_the_machine_to_itself(
    qtbot: QtBot, panel: FilmingPanel, document: Document, sample_clips: Path
) -> None:
    document.open_video(sample_clips / "isolated_jerks.mp4")
    panel.make_way(True)
    qtbot.waitUntil(lambda: not panel.look.running, timeout=20_000)
