"""While an analysis runs, the timeline shows how far it came."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from annotator.session.model import Coverage, Excluded, Session
from annotator.ui.main_window import MainWindow
from annotator.ui.timeline.measured import analysed_to_s
from tests.ui.timeline import nights
from tests.ui.timeline.driving import Bench
from tests.ui.timeline.test_layer import pixels


def reached(observed_s: float, excluded: tuple[Excluded, ...] = ()) -> Session:
    session = nights.few()
    movements = tuple(m for m in session.movements if m.offset_s < observed_s)
    return replace(session, movements=movements, patterns=(), coverage=Coverage(observed_s, {}, excluded))


def strip_looks_veiled(bench: Bench, seconds: float) -> tuple[bool, bool]:
    """Whether the strip differs from one without a veil, before and after a time."""
    strip = bench.widget.strip if bench.widget.strip.isVisible() else bench.widget.overview
    now = pixels(strip.grab())
    analysed, strip._analysed_to_s = strip._analysed_to_s, None
    strip._renew()
    plain = pixels(strip.grab())
    strip._analysed_to_s = analysed
    strip._renew()
    x = 4 * round(strip.whole.x(seconds))
    return bool(np.any(now[:, : x - 8] != plain[:, : x - 8])), bool(np.any(now[:, x + 8 :] != plain[:, x + 8 :]))


def test_all_that_was_reached_was_observed_or_excluded() -> None:
    covered = (Excluded(0.0, 4.0, "camera_moved"), Excluded(6.0, 9.0, "covered", ("head",)))
    assert analysed_to_s(reached(16.0, covered)) == 20.0
    assert analysed_to_s(reached(0.0)) == 0.0
    assert analysed_to_s(reached(70.0)) == 62.0


@pytest.mark.parametrize("simple", [True, False])
@pytest.mark.parametrize("ending", ["done", "dropped", "opened"])
def test_first_results_veil_what_is_not_reached_until_the_analysis_ends(
    qtbot: QtBot, simple: bool, ending: str
) -> None:
    bench = Bench(qtbot, None, simple=simple)
    for seconds in (10.0, 30.0):
        bench.document.show_partial(reached(seconds))
        assert strip_looks_veiled(bench, seconds) == (False, True)
        assert bench.view.analysed_to_s == seconds
    if ending == "done":
        bench.document.finish_analysis(nights.few(), None)
    elif ending == "dropped":
        bench.document.drop_partial()
    else:
        bench.document.open_video(Path("another.mp4"))
    assert bench.view.analysed_to_s is None
    assert strip_looks_veiled(bench, 0.0) == (False, False)


def test_the_veil_moves_on_in_the_window_and_is_gone_when_the_analysis_stops(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.pipeline._PARTIAL_EVERY_S", 0.2)
    clip = tmp_path / "clip.mp4"
    shutil.copyfile(sample_clips / "isolated_jerks.mp4", clip)
    window.files.open_paths([clip])
    window.analysis_panel.start_button.click()
    view = window.timeline.view
    qtbot.waitUntil(lambda: (view.analysed_to_s or 0.0) > 0, timeout=60_000)
    first = view.analysed_to_s
    assert first is not None
    qtbot.waitUntil(lambda: view.analysed_to_s is None or view.analysed_to_s > first, timeout=60_000)
    window.analysis_panel.cancel_button.click()
    qtbot.waitUntil(lambda: not window.analysis.running, timeout=60_000)
    assert view.analysed_to_s is None
