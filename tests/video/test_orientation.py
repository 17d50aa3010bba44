"""Pictures come upright, whichever of the eight ways the camera was held and mirrored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.video.info import Orientation
from annotator.video.orientation import from_display_matrix, upright
from annotator.video.reader import VideoReader
from tests import clips

ONE = 1 << 16
W = 1 << 30

# As in the track header of an MP4: a b u, c d v, x y w. The coded picture shows Red Green over Blue White; `seen` is
# how a player shows it, row by row (found with ffmpeg's own autorotation, which agrees on all of these).
HELD = [
    ("as it is", (ONE, 0, 0, 0, ONE, 0, 0, 0, W), (0, False), "RGBW"),
    ("phone upright", (0, ONE, 0, -ONE, 0, 0, 96 * ONE, 0, W), (90, False), "BRWG"),
    ("upside down", (-ONE, 0, 0, 0, -ONE, 0, 160 * ONE, 96 * ONE, W), (180, False), "WBGR"),
    ("phone upright, head down", (0, -ONE, 0, ONE, 0, 0, 0, 160 * ONE, W), (270, False), "GWRB"),
    ("mirrored", (-ONE, 0, 0, 0, ONE, 0, 160 * ONE, 0, W), (0, True), "GRWB"),
    ("mirrored, upside down", (ONE, 0, 0, 0, -ONE, 0, 0, 96 * ONE, W), (180, True), "BWRG"),
    ("selfie upright", (0, ONE, 0, ONE, 0, 0, 0, 0, W), (270, True), "RBGW"),
    ("selfie upright, head down", (0, -ONE, 0, -ONE, 0, 0, 96 * ONE, 160 * ONE, W), (90, True), "WGBR"),
]
IDS = [held[0] for held in HELD]


def letters(rgb: npt.NDArray[np.uint8]) -> str:
    height, width = rgb.shape[:2]
    names = {(1, 0, 0): "R", (0, 1, 0): "G", (0, 0, 1): "B", (1, 1, 1): "W"}
    places = [(y, x) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return "".join(names[tuple(int(value > 128) for value in rgb[y, x])] for y, x in places)  # type: ignore[index]


@pytest.mark.parametrize(("name", "matrix", "found", "seen"), HELD, ids=IDS)
def test_a_file_is_shown_upright(
    tmp_path: Path, name: str, matrix: tuple[int, ...], found: tuple[int, bool], seen: str
) -> None:
    coded = clips.write(tmp_path / "coded.mp4", clips.even(3), paint=clips.corners)
    path = clips.with_matrix(coded, tmp_path / "held.mp4", matrix)
    with VideoReader(path) as reader:
        info, frame = reader.info, reader.frame(1)
        assert (info.rotation_deg, info.mirrored) == found
        assert (info.coded_width, info.coded_height) == (160, 96)
        assert (info.width, info.height) == ((96, 160) if found[0] in (90, 270) else (160, 96))
        assert letters(frame.rgb()) == seen
        assert letters(frame.bgra()[:, :, 2::-1]) == seen
        assert frame.rgb().shape == (info.height, info.width, 3)
        luma = frame.luma(info.width // 2, info.height // 2)
        assert luma.shape == (info.height // 2, info.width // 2)
        brightness = {"R": 81, "G": 145, "B": 41, "W": 235}
        quarter = [luma[y, x] for y in (luma.shape[0] // 4, 3 * luma.shape[0] // 4) for x in (4, -4)]
        assert [int(v) for v in quarter] == pytest.approx([brightness[letter] for letter in seen], abs=4)


@pytest.mark.parametrize("degrees", [0, 90, 180, -90])
@pytest.mark.parametrize("hflip", [False, True])
def test_what_pyav_writes_is_read_back(tmp_path: Path, degrees: int, hflip: bool) -> None:
    style = clips.Style(rotation=degrees, hflip=hflip)
    with VideoReader(clips.write(tmp_path / "turned.mp4", clips.even(2), style=style, paint=clips.corners)) as reader:
        expected = {0: "RGBW", 90: "GWRB", 180: "WBGR", -90: "BRWG"}[degrees]
        if hflip:
            expected = expected[1] + expected[0] + expected[3] + expected[2]
        assert letters(reader.frame(0).rgb()) == expected


def stored(*values: int) -> bytes:
    return np.array(values, dtype=np.int32).tobytes()


@pytest.mark.parametrize("matrix", [b"", b"\0" * 36, stored(ONE, ONE, 0, ONE, ONE, 0, 0, 0, W)])
def test_a_matrix_without_a_direction_changes_nothing(matrix: bytes) -> None:
    assert from_display_matrix(matrix) == Orientation()


@given(st.floats(-360, 360))
def test_a_slanted_matrix_is_taken_to_the_nearest_quarter_turn(degrees: float) -> None:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    matrix = stored(*(int(ONE * v) for v in (cosine, sine)), 0, *(int(ONE * v) for v in (-sine, cosine)), 0, 0, 0, W)
    found = from_display_matrix(matrix)
    assert not found.mirrored
    away = (found.rotation_deg - degrees) % 360
    assert min(away, 360 - away) <= 45 + 0.01


@given(st.sampled_from([0, 90, 180, 270]), st.booleans(), st.integers(1, 5), st.integers(1, 5))
def test_turning_moves_every_pixel_to_one_place(rotation: int, mirrored: bool, height: int, width: int) -> None:
    picture = np.arange(height * width, dtype=np.uint8).reshape(height, width)
    turned = upright(picture, Orientation(rotation, mirrored))  # type: ignore[arg-type]
    flipped = picture[:, ::-1] if mirrored else picture
    np.testing.assert_array_equal(turned, np.rot90(flipped, -rotation // 90))
