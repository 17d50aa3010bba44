"""The window's small pure parts: formats, time left, opening, preferences, languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.session import file
from annotator.ui.document import Reviewer
from annotator.ui.formats import clock_text, spoken_duration
from annotator.ui.languages import code_for
from annotator.ui.opening import expand, open_path
from annotator.ui.preferences import LONGEST_RECENT, Preferences
from annotator.ui.time_left import TimeLeft
from annotator.ui.work import Failure, unexpected
from tests.ui.sessions import series


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.0, "0:00.00"), (62.349, "1:02.34"), (3661.5, "1:01:01.50"), (-1.0, "0:00.00")]
)
def test_times_are_cut_not_rounded(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(42.4, "42 s"), (720.0, "12 min"), (27_600.0, "7 h 40 min"), (7200.0, "2 h")]
)
def test_durations_are_short_words(seconds: float, text: str) -> None:
    assert spoken_duration(seconds) == text


@given(st.floats(0.5, 50.0), st.floats(10.0, 1000.0))
def test_time_left_of_steady_work_is_right(rate: float, total: float) -> None:
    left, estimate, now = TimeLeft(), None, 0.0
    while now * rate < total * 0.9 and now < 400:
        estimate = left.update(now, now * rate, total, "Reading")
        now += 0.5
    if estimate is not None:
        assert estimate == pytest.approx((total - (now - 0.5) * rate) / rate, abs=0.2 + 0.02 * total / rate)


def test_a_new_step_is_estimated_anew() -> None:
    left = TimeLeft()
    for now in range(10):
        left.update(now, now, 100, "Reading")
    assert left.update(10, 0, 100, "Finding") is None


def test_a_folder_opens_its_videos_once_and_leaves_backups_alone(tmp_path: Path) -> None:
    for name in ("a.mp4", "a.session.json", "deep/b.MOV", "deep/notes.txt", ".annotator-backups/a.session.json.1.bak"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert [p.name for p in expand([tmp_path])] == ["a.mp4", "b.MOV"]


def test_a_video_opens_with_the_session_beside_it(tmp_path: Path) -> None:
    video = tmp_path / "night.mp4"
    video.touch()
    assert open_path(video).session is None
    file.save(series(), tmp_path / "night.session.json")
    opened = open_path(video)
    assert opened.session is not None
    assert opened.path == tmp_path / "night.session.json"
    video.unlink()
    assert open_path(tmp_path / "night.session.json").video_missing


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.session.json").write_text("{")
    for path in (tmp_path / "gone.mp4", tmp_path / "x.session.json", tmp_path):
        with pytest.raises(AnnotatorError):
            open_path(path)


def test_preferences_are_kept(preferences: Preferences, tmp_path: Path) -> None:
    preferences.clinician = True
    preferences.text_scale = 1.5
    preferences.theme = "dark"
    preferences.reviewer = Reviewer("Ames", "reviewer")
    for number in range(20):
        preferences.add_recent(tmp_path / f"{number}.mp4")
    preferences.add_recent(tmp_path / "15.mp4")
    preferences.sync()
    assert preferences.clinician
    assert (preferences.text_scale, preferences.theme) == (1.5, "dark")
    assert preferences.reviewer == Reviewer("Ames", "reviewer")
    assert len(preferences.recent) == LONGEST_RECENT
    assert [p.name for p in preferences.recent[:2]] == ["15.mp4", "19.mp4"]


def test_nonsense_in_the_settings_reads_as_defaults(tmp_path: Path) -> None:
    from PySide6.QtCore import QSettings

    path = tmp_path / "bad.ini"
    path.write_text("[look]\ntheme=purple\ntext_scale=huge\n[reviewer]\nrole=king\n")
    preferences = Preferences(QSettings(os.fspath(path), QSettings.Format.IniFormat))
    assert (preferences.theme, preferences.text_scale, preferences.reviewer) == ("system", 1.0, Reviewer())
    assert preferences.state("geometry") is None


@pytest.mark.parametrize(
    ("choice", "system", "code"), [("de", "en_GB", "de"), ("", "de_AT", "de"), ("", "fr_FR", "en")]
)
def test_the_language_follows_choice_then_system(choice: str, system: str, code: str) -> None:
    assert code_for(choice, system) == code


def test_an_unforeseen_failure_still_says_what_to_do() -> None:
    failure = unexpected(ZeroDivisionError("division by zero"))
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in failure.cause
    assert failure.remedy
