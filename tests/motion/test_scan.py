"""The scan, fed with made-up rooms and a finder that says what a script tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.motion.scan import Scan, WorkingSize, analysed_frames
from annotator.pose.landmarker import PoseFinder
from annotator.pose.track import Pose
from annotator.settings import AnalysisSettings
from annotator.signals import CHANNELS, REASONS, MotionSignals
from annotator.video.reader import VideoReader
from tests.motion.scenes import HEIGHT, TORSO_PX, WIDTH, Picture, Room, lying, texture, with_arm

SETTINGS = AnalysisSettings()
SIZE = WorkingSize(WIDTH, HEIGHT, 1.0)
LEFT_ARM = LIMBS.index("left_arm")


@dataclass
class Shown:
    """One frame of a made-up film."""

    number: int
    seconds: float
    picture: Picture
    corrupt: bool = False

    def luma(self, width: int, height: int) -> Picture:
        assert (height, width) == self.picture.shape
        return self.picture

    def rgb(self, max_side: int | None = None) -> Picture:
        return np.repeat(self.picture[:, :, None], 3, axis=2)


class Scripted:
    """A finder that knows where the baby is in each frame; it counts how often it was asked."""

    def __init__(self, pose_at: Callable[[int], Pose | None]) -> None:
        self.pose_at = pose_at
        self.now = 0
        self.finds: list[tuple[int, bool]] = []
        self.follows: list[int] = []

    def find(self, rgb: Picture, *, thorough: bool = False) -> Pose | None:
        self.finds.append((self.now, thorough))
        return self.pose_at(self.now)

    def follow(self, rgb: Picture) -> Pose | None:
        self.follows.append(self.now)
        return self.pose_at(self.now)


def scanned(frames: Sequence[Shown], finder: Scripted) -> Scan:
    scan = Scan(SIZE, len(frames), finder, SETTINGS)
    for frame in frames:
        finder.now = frame.number
        scan.take(frame)
    return scan


def film(pictures: Sequence[Picture], rate_hz: float = 30.0) -> list[Shown]:
    return [Shown(n, n / rate_hz, picture) for n, picture in enumerate(pictures)]


def still_pictures(count: int) -> list[Picture]:
    room = Room()
    return [room.picture() for _ in range(count)]


def arm_film() -> tuple[list[Shown], Callable[[int], Pose]]:
    """Two seconds; the left hand goes 24 px to the right from frame 30 to frame 36, and stays."""
    room, hand = Room(), texture(26, 26, 3, 1.5) + 25
    ways = [24.0 * float(np.clip((n - 30) / 6, 0, 1)) for n in range(60)]
    x, y = lying().xy_px[15] - 13
    frames = film([room.picture([(hand, float(x) + way, float(y))]) for way in ways])
    return frames, lambda n: with_arm(lying(), ways[n], 0.0)


def test_a_still_baby_is_looked_at_once_in_a_while() -> None:
    finder = Scripted(lambda _: lying())
    scan = scanned(film(still_pictures(60)), finder)
    signals = scan.signals()
    assert len(finder.finds) + len(finder.follows) <= 2
    assert signals.seen.all()
    assert not signals.excluded.any()
    assert signals.torso_px == pytest.approx(TORSO_PX, rel=0.02)
    assert (signals.speed_torso_per_s == 0).all()
    assert (signals.strength_levels[20:] < 3 * signals.noise_levels[20:, None]).all()


def test_a_moving_hand_is_followed_and_measured() -> None:
    frames, pose_at = arm_film()
    finder = Scripted(pose_at)
    signals = scanned(frames, finder).signals()
    levels = signals.strength_levels[:, LEFT_ARM] / signals.noise_levels
    assert (levels[31:37] > 4).all()
    assert (levels[20:31] < 3).all()
    assert (levels[42:] < 3).all()
    looked = np.flatnonzero(np.isfinite(signals.tips_torso[:, LEFT_ARM, 0]))
    assert set(range(30, 37)) <= set(looked.tolist())
    way = signals.tips_torso[looked[-1], LEFT_ARM] - signals.tips_torso[0, LEFT_ARM]
    assert way == pytest.approx((24.0 / TORSO_PX, 0.0), abs=0.03)
    assert signals.speed_torso_per_s[:, LEFT_ARM].max() > 0.25
    assert signals.speed_torso_per_s[:, LIMBS.index("right_leg")].max() == 0.0


def test_poses_are_kept_in_displayed_pixels() -> None:
    frames, pose_at = arm_film()
    finder = Scripted(pose_at)
    scan = Scan(WorkingSize(WIDTH, HEIGHT, 4.0), len(frames), finder, SETTINGS)
    for frame in frames:
        finder.now = frame.number
        scan.take(frame)
    track = scan.poses()
    assert track.frames.tolist() == sorted(set(track.frames.tolist()))
    assert np.allclose(track.xy_px[0], lying().xy_px * 4, atol=0.01)
    assert scan.signals().torso_px == pytest.approx(TORSO_PX * 4, rel=0.02)


def test_nobody() -> None:
    finder = Scripted(lambda _: None)
    scan = scanned(film(still_pictures(45)), finder)
    signals = scan.signals()
    assert not signals.seen.any()
    assert np.isnan(signals.tips_torso).all()
    assert np.isnan(signals.torso_px)
    assert finder.finds == [(0, True)]
    assert not scan.poses().found.any()


def test_nobody_but_something_moves() -> None:
    room, patch = Room(), texture(30, 30, 3, 1.5) + 25
    at = [100.0] * 30 + [100.0 + 3 * n for n in range(10)] + [127.0] * 10
    signals = scanned(film([room.picture([(patch, x, 60)]) for x in at]), Scripted(lambda _: None)).signals()
    body = signals.strength_levels[:, CHANNELS.index("body")] / signals.noise_levels
    assert (body[31:40] > 4).all()
    assert (signals.strength_levels[:, :5] == 0).all()
    assert (signals.moving_share[31:40] > 0.001).all()


def reasons(signals: MotionSignals) -> list[str]:
    return [REASONS[code - 1] if code else "" for code in signals.excluded.tolist()]


def test_a_lamp_is_excluded_and_breaks_the_stretch() -> None:
    room = Room()
    pictures = [room.picture(gain=1.0 if n < 30 else 1.5) for n in range(45)]
    signals = scanned(film(pictures), Scripted(lambda _: lying())).signals()
    assert reasons(signals)[30] == "light_changed"
    assert set(reasons(signals)[:30]) == {""}
    assert signals.stretch[29] < signals.stretch[31]
    assert set(reasons(signals)[35:]) == {""}


def test_another_view_is_a_moved_camera() -> None:
    pictures = still_pictures(30) + [Room(seed=8).picture() for _ in range(10)]
    signals = scanned(film(pictures), Scripted(lambda _: lying())).signals()
    assert reasons(signals)[30] in ("camera_moved", "light_changed")
    assert signals.stretch[-1] > signals.stretch[0]


def test_a_carried_camera_does_not_move_the_tips() -> None:
    room = Room(0.8)
    offsets = [(0.0, 0.0)] * 30 + [(0.8 * n, 0.0) for n in range(1, 16)]
    pictures = [room.picture(offset=offset) for offset in offsets]
    signals = scanned(film(pictures), Scripted(lambda n: lying(dx=offsets[n][0]))).signals()
    seen = signals.tips_torso[np.isfinite(signals.tips_torso[:, 0, 0])]
    assert np.ptp(seen[:, LEFT_ARM, 0]) < 0.1
    assert not signals.excluded.any()


def test_black_is_too_dark_and_damage_is_missing() -> None:
    frames = film([np.full((HEIGHT, WIDTH), 16, np.uint8)] * 10)
    frames[4].corrupt = True
    found = reasons(scanned(frames, Scripted(lambda _: None)).signals())
    assert found == ["too_dark"] * 4 + ["picture_missing"] + ["too_dark"] * 5


def test_a_part_of_the_signals_can_be_had_on_the_way() -> None:
    frames, pose_at = arm_film()
    finder = Scripted(pose_at)
    scan = Scan(SIZE, len(frames), finder, SETTINGS)
    for frame in frames[:40]:
        finder.now = frame.number
        scan.take(frame)
    part = scan.signals()
    assert len(part.t_s) == 40
    for frame in frames[40:]:
        finder.now = frame.number
        scan.take(frame)
    assert len(part.t_s) == 40
    assert np.array_equal(scan.signals().strength_levels[:40], part.strength_levels)


def test_working_size() -> None:
    assert WorkingSize.of(1920, 1080, 480) == WorkingSize(480, 270, 4.0)
    assert WorkingSize.of(1080, 1920, 480) == WorkingSize(270, 480, 4.0)
    assert WorkingSize.of(320, 180, 480) == WorkingSize(320, 180, 1.0)


@given(st.lists(st.floats(0.0005, 0.2), min_size=1, max_size=60), st.floats(5.0, 60.0))
def test_no_two_analysed_frames_are_closer_than_allowed(gaps: list[float], highest_hz: float) -> None:
    seconds = np.concatenate([[0.0], np.cumsum(gaps)])
    wanted = analysed_frames(seconds, highest_hz)
    assert wanted[0]
    assert (np.diff(seconds[wanted]) >= 1 / highest_hz - 1e-9).all()
    # No hole that a frame left out could have filled.
    kept = np.flatnonzero(wanted)
    for one, two in pairwise(kept.tolist()):
        assert (seconds[one + 1 : two] - seconds[one] <= 1 / highest_hz + 1e-9).all()


@pytest.mark.parametrize("rate_hz", [24.0, 25.0, 24000 / 1001, 30000 / 1001, 30.0])
def test_usual_rates_keep_every_frame(rate_hz: float) -> None:
    assert analysed_frames(np.arange(2000) / rate_hz, SETTINGS.motion.working_highest_rate_hz).all()


@pytest.mark.parametrize("rate_hz", [50.0, 60.0, 120.0, 240.0])
def test_quick_cameras_are_thinned_evenly(rate_hz: float) -> None:
    seconds: NDArray[np.float64] = np.arange(2000) / rate_hz
    kept = seconds[analysed_frames(seconds, 40.0)]
    assert 24 <= 1 / np.median(np.diff(kept)) <= 40.1


def test_a_real_baby(sample_clips: Path) -> None:
    with VideoReader(sample_clips / "isolated_jerks.mp4") as reader, PoseFinder() as finder:
        size = WorkingSize.of(reader.info.width, reader.info.height, 480)
        scan = Scan(size, 45, finder, SETTINGS)
        for frame in reader.frames(stop=45):
            scan.take(frame)
    signals = scan.signals()
    assert np.array_equal(signals.t_s, reader.times.seconds[:45])
    assert signals.seen[:, :4].all()
    assert not signals.excluded.any()
    assert 60 < signals.torso_px < 600


def test_every_frame_of_forty_a_second_is_looked_at() -> None:
    assert analysed_frames(np.arange(400) / 40, 40.0).all()


def test_the_whole_picture_is_searched_soon_after_the_baby_was_lost() -> None:
    finder = Scripted(lambda n: lying() if n < 120 else None)
    pictures = still_pictures(2)
    scan = Scan(SIZE, 200, finder, SETTINGS)
    for n in range(200):
        finder.now = n
        scan.take(Shown(n, float(n), pictures[n % 2]))
    assert min(n for n, thorough in finder.finds if thorough and n >= 120) <= 141
