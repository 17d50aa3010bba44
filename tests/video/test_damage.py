"""Torn, damaged and wrongly timed files: what is whole is read, what is not is said."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import av
import numpy as np
import pytest

from annotator.errors import VideoError
from annotator.video.info import Gap
from annotator.video.probe import probe
from annotator.video.reader import Frame, VideoReader
from tests import clips

FAST_START = clips.Style(options=clips.B_FRAMES.options, container_options={"movflags": "faststart"})
FRAGMENTS = clips.Style(options=clips.B_FRAMES.options, container_options={"movflags": "frag_keyframe+empty_moov"})
NO_B_FRAMES = clips.Style(options={"bf": "0", "g": "12"})
GROUP = 12


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """90 frames, a keyframe every 12."""
    return clips.write(tmp_path_factory.mktemp("whole") / "whole.mp4", clips.uneven(90), style=FAST_START)


def number_of(frame: Frame) -> int | None:
    return clips.read_number(frame.luma(*clips.SIZE))


def spans(gaps: tuple[Gap, ...], cause: str) -> list[tuple[float, float]]:
    return [(gap.start_s, gap.end_s) for gap in gaps if gap.cause == cause]


@pytest.mark.parametrize(
    ("packets", "first_bad", "whole_again"),
    [([40, 41], 36, 48), ([48], 48, 60), ([86, 88, 89], 84, 90), ([37], 36, 48)],
    ids=["middle", "keyframe", "end", "reference"],
)
def test_damage_costs_no_more_than_its_group(
    whole: Path, tmp_path: Path, packets: list[int], first_bad: int, whole_again: int
) -> None:
    path = clips.damaged(whole, tmp_path / "damaged.mp4", packets)
    with VideoReader(path) as reader:
        frames = [(frame.number, number_of(frame), frame.corrupt) for frame in reader.frames()]
        assert [number for number, _, _ in frames] == list(range(90))
        bad = [number for number, _, corrupt in frames if corrupt]
        assert bad
        assert first_bad <= bad[0]
        assert bad == list(range(bad[0], whole_again))
        sound = [number for number in range(90) if not first_bad <= number < whole_again]
        assert [frames[number] for number in sound] == [(number, number, False) for number in sound]
        ((start, end),) = spans(reader.gaps, "corrupt")
        ends = [*reader.times.seconds, reader.times.duration_s]
        assert ends[first_bad] <= start <= ends[bad[0]]
        assert end == ends[whole_again]


def test_a_damaged_place_reads_the_same_from_afar(whole: Path, tmp_path: Path) -> None:
    path = clips.damaged(whole, tmp_path / "damaged.mp4", [48])
    with VideoReader(path) as reader:
        straight = [(number_of(frame), frame.corrupt) for frame in reader.frames()]
        for n in (59, 20, 54, 48, 47, 60, 50):
            assert (number_of(reader.frame(n)), reader.frame(n).corrupt) == straight[n]


def test_a_damaged_place_is_found_at_a_first_look_too(whole: Path, tmp_path: Path) -> None:
    path = clips.damaged(whole, tmp_path / "damaged.mp4", [48])
    with VideoReader(path) as reader:
        assert reader.frame(50).corrupt
        assert number_of(reader.frame(60)) == 60
        assert not reader.frame(60).corrupt


def test_a_damaged_beginning_is_left_out(whole: Path, tmp_path: Path) -> None:
    path = clips.damaged(whole, tmp_path / "damaged.mp4", [0])
    with VideoReader(path) as reader:
        assert [number_of(frame) for frame in reader.frames()] == list(range(GROUP, 90))
        assert reader.frame(0).seconds == 0


@pytest.mark.parametrize("keep", [0.55, 0.6, 0.65, 0.75, 0.9])
@pytest.mark.parametrize("kind", ["faststart.mp4", "fragments.mp4", "matroska.mkv", "transport.ts"])
def test_what_is_left_of_a_torn_file_is_used(tmp_path: Path, kind: str, keep: float) -> None:
    style = {"faststart.mp4": FAST_START, "fragments.mp4": FRAGMENTS}.get(kind, clips.B_FRAMES)
    source = clips.write(tmp_path / kind, clips.uneven(90), style=style)
    path = clips.truncated(source, tmp_path / f"torn_{kind}", keep)
    with VideoReader(path) as reader:
        numbers = [number_of(frame) for frame in reader.frames() if not frame.corrupt]
        assert GROUP < len(numbers) < 90
        assert numbers[: len(numbers) - 4] == list(range(len(numbers) - 4))
        assert len(reader.times) - len(numbers) <= 3
        if kind in ("faststart.mp4", "matroska.mkv"):
            cut = spans(reader.gaps, "cut_short")
            if keep <= 0.65:
                ((start, end),) = cut
                assert start == reader.times.duration_s
                assert end == pytest.approx(probe(source).times.duration_s, abs=0.002)


def test_an_mp4_torn_before_its_index_is_refused(tmp_path: Path) -> None:
    source = clips.write(tmp_path / "whole.mp4", clips.even(30))
    path = clips.truncated(source, tmp_path / "torn.mp4", 0.6)
    with pytest.raises(VideoError, match="incomplete: its index is missing"):
        probe(path)


def test_dropped_frames_leave_a_gap(tmp_path: Path) -> None:
    source = clips.write(tmp_path / "whole.mkv", clips.even(60), style=clips.Style(codec="mjpeg", pix_fmt="yuvj420p"))
    path = clips.remuxed(source, tmp_path / "dropped.mkv", drop=range(20, 26))
    with VideoReader(path) as reader:
        assert [number_of(frame) for frame in reader.frames()] == [*range(20), *range(26, 60)]
        ((start, end),) = spans(reader.gaps, "missing")
        assert start == pytest.approx(20 / 30, abs=0.002)
        assert end == pytest.approx(26 / 30, abs=0.002)
        assert reader.times.timing == "variable"


def test_half_the_rate_in_dim_light_is_no_gap(tmp_path: Path) -> None:
    ticks = [*range(0, 90000, 3000), *range(90000, 180000, 6000)]
    info = probe(clips.write(tmp_path / "dim.mp4", ticks))
    assert info.gaps == ()
    assert info.times.timing == "variable"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Matroska without reordered frames, every 12th a keyframe."""
    return clips.write(tmp_path_factory.mktemp("times") / "sound.mkv", clips.uneven(60), style=NO_B_FRAMES)


def milliseconds(path: Path) -> list[int]:
    with av.open(path) as container:
        return [p.pts for p in container.demux(container.streams.video[0]) if p.pts is not None]


def read(path: Path) -> tuple[list[int | None], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    with VideoReader(path) as reader:
        numbers = [number_of(frame) for frame in reader.frames()]
        for n in (59, 31, 20, 19, 30):
            assert number_of(reader.frame(n)) == numbers[n]
        assert np.all(np.diff(reader.times.pts) > 0)
        return numbers, reader.times.seconds


def test_frames_that_share_a_time_are_all_there(source: Path, tmp_path: Path) -> None:
    true = milliseconds(source)
    changes = {20: true[19], 30: true[29], 31: true[29]}
    numbers, seconds = read(clips.retimed(source, tmp_path / "shared.mkv", changes))
    assert numbers == list(range(60))
    others = [n for n in range(60) if n not in changes]
    np.testing.assert_allclose(seconds[others], np.array(true)[others] / 1000)
    assert seconds[31] - seconds[29] == pytest.approx(0.002)


def test_a_frame_timed_backwards_stays_in_its_place(source: Path, tmp_path: Path) -> None:
    true = milliseconds(source)
    numbers, seconds = read(clips.retimed(source, tmp_path / "back.mkv", {20: true[18] - 5}))
    assert numbers == list(range(60))
    others = [n for n in range(60) if n != 20]
    np.testing.assert_allclose(seconds[others], np.array(true)[others] / 1000)


def test_a_frame_timed_far_ahead_stays_in_its_place(source: Path, tmp_path: Path) -> None:
    true = milliseconds(source)
    numbers, seconds = read(clips.retimed(source, tmp_path / "spike.mkv", {20: true[20] + 20000}))
    assert numbers == list(range(60))
    assert true[19] / 1000 < seconds[20] < true[21] / 1000
    assert seconds[59] == pytest.approx(true[59] / 1000)


def test_a_clock_that_restarts_goes_on_and_is_recorded(source: Path, tmp_path: Path) -> None:
    true = milliseconds(source)
    changes = {n: true[n] - true[30] for n in range(30, 60)}
    path = clips.retimed(source, tmp_path / "restart.mkv", changes)
    numbers, seconds = read(path)
    assert numbers == list(range(60))
    np.testing.assert_allclose(np.diff(seconds[:30]), np.diff(true[:30]) / 1000)
    np.testing.assert_allclose(np.diff(seconds[30:]), np.diff(true[30:]) / 1000)
    assert spans(probe(path).gaps, "missing") == [(seconds[29], seconds[30])]


def test_recordings_joined_end_to_end_are_all_there(tmp_path: Path) -> None:
    """As some cameras write them: the clock starts again, and here the picture has another size as well."""
    one = clips.write(tmp_path / "one.ts", clips.uneven(45), style=clips.B_FRAMES)
    larger = clips.Style(size=(320, 192), options=clips.B_FRAMES.options)
    two = clips.write(tmp_path / "two.ts", clips.uneven(45, seed=2), style=larger)
    path = tmp_path / "joined.ts"
    path.write_bytes(one.read_bytes() + two.read_bytes())
    with VideoReader(path) as reader:
        assert [number_of(frame) for frame in reader.frames()] == [*range(45), *range(45)]
        assert {frame.rgb().shape for frame in reader.frames()} == {(96, 160, 3)}
        assert [number_of(reader.frame(n)) for n in (89, 44, 45, 0)] == [44, 44, 0, 0]
        ((_, end),) = spans(reader.gaps, "missing")
        assert end == reader.times.seconds[45]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("suffix", ["mp4", "mkv", "ts"])
def test_noise_in_a_file_is_an_error_or_a_gap_but_never_a_crash(tmp_path: Path, suffix: str, seed: int) -> None:
    data = bytearray(clips.write(tmp_path / f"whole.{suffix}", clips.even(40), style=clips.B_FRAMES).read_bytes())
    rng = random.Random(seed)
    for _ in range(rng.choice((1, 3))):
        at = rng.randrange(len(data))
        data[at : at + 200] = rng.randbytes(len(data[at : at + 200]))
    path = tmp_path / f"noisy.{suffix}"
    path.write_bytes(data)
    with contextlib.suppress(VideoError), VideoReader(path) as reader:
        assert [frame.number for frame in reader.frames()] == list(range(len(reader.times)))
        assert all(reader.frame(n).rgb().ndim == 3 for n in (len(reader.times) - 1, 0))
