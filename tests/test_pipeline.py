"""The whole chain on real files: short pieces of the sample clips, filmed anew in odd ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from annotator import pipeline
from annotator.errors import AnnotatorError, OutputError, SessionError
from annotator.job import Job
from annotator.session import edits, file
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.session.signals import StoredSignals, load_session_signals
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals
from annotator.video.probe import probe
from annotator.video.reader import VideoReader
from tests import clips
from tests.clips import Style
from tests.session import sessions as make

SETTINGS = AnalysisSettings()
CLIPS = Path(__file__).parent.parent / "sample_clips"
FIRST, COUNT = 624, 52
JERK_S = 21.5 - FIRST / 30
"""The right leg's jerk, on the piece's own clock."""
SHARP = {"crf": "16", "preset": "ultrafast"}


@pytest.fixture(scope="module")
def leg_pictures() -> list[clips.Picture]:
    """A little over two seconds of a lying baby whose right leg jerks, (360, 640, 3)."""
    with VideoReader(CLIPS / "isolated_jerks.mp4") as reader:
        return [np.array(frame.rgb(max_side=640)) for frame in reader.frames(FIRST, FIRST + COUNT)]


def filmed(
    path: Path, pictures: Sequence[clips.Picture], pts: Sequence[int] | None = None, rotation: float = 0
) -> Path:
    height, width = pictures[0].shape[:2]
    style = Style(size=(width, height), options=SHARP, rotation=rotation)

    def paint(n: int, *_: int) -> av.VideoFrame:
        return av.VideoFrame.from_ndarray(np.ascontiguousarray(pictures[n]), format="rgb24")

    return clips.write(path, pts or clips.even(len(pictures)), paint=paint, style=style)


@pytest.fixture(scope="module")
def leg(leg_pictures: list[clips.Picture], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The piece as a video, with its session beside it."""
    video = filmed(tmp_path_factory.mktemp("leg") / "leg.mp4", leg_pictures)
    pipeline.analyze_to_file(video, video.parent)
    return video


@pytest.fixture
def copied(leg: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with the video, its session and its signals, free to be changed."""
    for path in leg.parent.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return iter([tmp_path / "leg.mp4"])


def session_of(video: Path) -> Session:
    return file.load(video.with_name("leg.session.json"))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_jerk_is_found_named_and_timed(leg: Path) -> None:
    session = session_of(leg)
    assert [(m.kind, m.limbs) for m in session.movements] == [("jerk", ("right_leg",))]
    assert session.movements[0].onset_s == pytest.approx(JERK_S, abs=0.15)
    assert session.coverage.excluded == ()
    assert session.coverage.observed_s == pytest.approx(COUNT / 30, abs=0.01)
    assert (session.video.file, session.video.frames, session.video.has_audio) == ("leg.mp4", COUNT, False)
    assert session.sounds == ()
    assert set(SETTINGS.as_flat()) <= set(session.settings)
    assert session.settings["working_rate_hz"] == pytest.approx(30, abs=0.1)
    assert len(session.settings["model_sha256"]) == 64


def test_nothing_is_left_beside_the_session_but_its_signals(leg: Path) -> None:
    session = session_of(leg)
    assert session.signals_file is not None
    assert names(leg.parent) == {"leg.mp4", "leg.session.json", session.signals_file}


def test_stored_signals_give_the_same_movements_and_flags(leg: Path) -> None:
    session = session_of(leg)
    stored = load_session_signals(session, leg.with_name("leg.session.json"))
    assert stored is not None
    again = pipeline.redetect(session, MotionSignals.from_arrays(stored.arrays), SETTINGS)
    assert again.movements == session.movements
    assert again.patterns == session.patterns
    strict = replace(SETTINGS, movements=replace(SETTINGS.movements, start_noise_multiple=1e6))
    strict = replace(strict, movements=replace(strict.movements, unnamed_start_noise_multiple=1e6))
    fewer = pipeline.redetect(session, MotionSignals.from_arrays(stored.arrays), strict)
    assert [m for m in fewer.movements if m.kind != "slow"] == []
    assert fewer.settings["start_noise_multiple"] == 1e6
    assert fewer.settings["model_sha256"] == session.settings["model_sha256"]


def test_again_gives_the_same_and_progress_grows_to_the_end(copied: Iterator[Path]) -> None:
    video = next(copied)
    before, held = session_of(video), names(video.parent)
    told: dict[str, list[float]] = {}
    job = Job(lambda done, total, label: told.setdefault(label, []).append(done / total))
    pipeline.analyze_to_file(video, video.parent, job=job)
    after = session_of(video)
    assert replace(after, created_at=before.created_at) == before
    assert names(video.parent) >= held
    for shares in told.values():
        assert shares == sorted(shares)
    assert 0.95 < told["Watching the picture"][-1] <= 1.0


def test_what_somebody_reviewed_is_replaced_with_force_only(copied: Iterator[Path]) -> None:
    video = next(copied)
    path = video.with_name("leg.session.json")
    file.save(edits.judge(file.load(path), 1, "accepted", Author("Kim")), path)
    before, held = path.read_bytes(), names(video.parent)
    with pytest.raises(SessionError, match="reviewed"):
        pipeline.analyze_to_file(video, video.parent)
    assert (path.read_bytes(), names(video.parent)) == (before, held)
    fresh, stored = file.load(path), load_session_signals(file.load(path), path)
    assert stored is not None
    with pytest.raises(SessionError, match="reviewed"):
        pipeline.save_analysis(fresh, stored, video, path)
    unseen = replace(fresh, movements=tuple(replace(m, review=None) for m in fresh.movements))
    pipeline.save_analysis(unseen, stored, video, path, force=True)
    assert file.load(path).movements[0].review is None


def test_a_folder_that_cannot_be_written_to_is_told_before_the_work(leg: Path, tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file")
    told: list[str] = []
    with pytest.raises(OutputError):
        pipeline.analyze_to_file(leg, tmp_path / "results", job=Job(lambda *report: told.append(report[2])))
    with pytest.raises(OutputError):
        pipeline.analyze_to_file(leg, tmp_path / "gone")
    assert told == []
    assert names(tmp_path) == {"results"}


@pytest.mark.parametrize("label", ["Reading the file", "Watching the picture"])
def test_cancelling_leaves_nothing(leg: Path, tmp_path: Path, label: str) -> None:
    def listen(done: float, total: float, now: str) -> None:
        if now == label and done >= 0.3 * total * (label != "Reading the file"):
            job.cancel()

    job = Job(listen)
    with pytest.raises(Exception) as stopped:  # noqa: PT011
        pipeline.analyze_to_file(leg, tmp_path, job=job)
    assert type(stopped.value).__name__ == "Cancelled"
    assert names(tmp_path) == set()


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_baby_that_lies_another_way_round_has_the_same_limbs(
    leg_pictures: list[clips.Picture], tmp_path: Path, quarters: int
) -> None:
    turned = [np.rot90(picture, quarters) for picture in leg_pictures]
    session, _ = pipeline.analyze(filmed(tmp_path / "turned.mp4", turned))
    assert [m.limbs for m in session.movements] == [("right_leg",)]
    assert session.movements[0].onset_s == pytest.approx(JERK_S, abs=0.15)


def test_odd_times_and_a_rotated_file_are_exact_to_the_tick(leg_pictures: list[clips.Picture], tmp_path: Path) -> None:
    """A phone's file: uneven, beginning late, stored lying and to be shown upright."""
    pts = clips.uneven(COUNT, start=123456)
    video = filmed(tmp_path / "phone.mp4", [np.rot90(picture) for picture in leg_pictures], pts, rotation=90)
    info = probe(video)
    session, stored = pipeline.analyze(video)
    exact = {float(info.times.exact(n)) for n in range(COUNT)}
    assert set(stored.arrays["t_s"].tolist()) == exact
    assert [float(Fraction(b - a, 90000)) for a, b in pairwise(pts)] == pytest.approx(
        np.diff(sorted(exact)).tolist(), abs=1e-4
    )
    assert (session.video.timing, session.video.rotation_deg % 180) == ("variable", 90)
    assert (session.video.width, session.video.height) in ((640, 360), (360, 640))
    assert [m.limbs for m in session.movements] == [("right_leg",)]
    for movement in session.movements:
        assert {movement.onset_s, movement.peak_s, movement.offset_s} <= exact
    [jerk] = session.movements
    assert jerk.onset_s == pytest.approx(sorted(exact)[round(JERK_S * 30)], abs=0.15)


def grainy(n: int, width: int, height: int) -> av.VideoFrame:
    """A textured empty bed."""
    rng = np.random.default_rng(5)
    bed = rng.normal(110, 12, (height, width)) + np.random.default_rng(n).normal(0, 1, (height, width))
    return clips.from_luma(np.clip(bed, 16, 235).astype(np.uint8))


def test_an_empty_bed_was_not_observed(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "bed.mp4", clips.even(60), paint=grainy, style=Style(size=(320, 240), options=SHARP))
    session, _ = pipeline.analyze(video)
    assert (session.movements, session.patterns) == ((), ())
    assert session.coverage.observed_s == 0.0
    assert [e.reason for e in session.coverage.excluded] == ["no_baby"]
    assert set(session.coverage.limbs_s.values()) == {0.0}


def test_black_is_not_observed(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "black.mp4", clips.even(200, 2), paint=clips.flat(16))
    session, _ = pipeline.analyze(video)
    assert session.video.duration_s == pytest.approx(100, abs=1)
    assert session.coverage.observed_s == 0.0
    assert {e.reason for e in session.coverage.excluded} <= {"too_dark", "no_baby"}
    assert session.movements == ()


def test_one_frame(tmp_path: Path) -> None:
    session, _ = pipeline.analyze(clips.write(tmp_path / "one.mp4", [0]))
    assert session.movements == ()
    assert session.coverage.observed_s == 0.0


@pytest.mark.parametrize("size", [(16, 16), (64, 48)])
def test_tiny_pictures_that_change_all_over(tmp_path: Path, size: tuple[int, int]) -> None:
    def noisy(n: int, width: int, height: int) -> av.VideoFrame:
        return clips.from_luma(np.random.default_rng(n).integers(16, 235, (height, width)).astype(np.uint8))

    video = clips.write(tmp_path / "tiny.mp4", clips.even(20), paint=noisy, style=Style(size=size, options=SHARP))
    session, _ = pipeline.analyze(video)
    assert session.coverage.limbs_s["head"] == 0.0


def test_what_is_no_video(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("hello")
    with pytest.raises(AnnotatorError):
        pipeline.analyze_to_file(tmp_path / "text.mp4", tmp_path)
    assert names(tmp_path) == {"text.mp4"}


def test_a_failed_rewrite_keeps_the_signals_of_the_session_before(tmp_path: Path) -> None:
    stored = StoredSignals({"t_s": np.arange(3.0)})
    (tmp_path / "a.mp4").write_bytes(b"x")
    path = tmp_path / "a.session.json"
    pipeline.save_analysis(make.session(), stored, tmp_path / "a.mp4", path)
    kept = tmp_path / str(file.load(path).signals_file)
    unwritable = replace(make.session(), settings={"x": float("nan")})
    with pytest.raises(SessionError):
        pipeline.save_analysis(unwritable, stored, tmp_path / "a.mp4", path)
    assert file.load(path).signals_file == kept.name
    assert kept.exists()
