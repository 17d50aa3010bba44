"""Colours, sizes and brightness as a person sees them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.video.info import Orientation
from annotator.video.picture import Renderer
from annotator.video.reader import VideoReader
from annotator.video.tone import BT2020, HLG, PQ, light_to_pq
from tests import clips

WEIGHTS = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 6: (0.299, 0.114), 9: (0.2627, 0.0593)}  # BT.709, BT.601, BT.2020
BT709, UNSPECIFIED, RESERVED = 1, 2, 3
COLOURS = [(255, 0, 0), (0, 255, 0), (30, 90, 200), (255, 255, 255), (0, 0, 0), (128, 128, 128)]


def coded(
    rgb: tuple[int, int, int],
    space: int,
    *,
    full: bool = False,
    size: tuple[int, int] = (64, 48),
    layout: str = "yuv420p",
) -> av.VideoFrame:
    """One colour as a decoder would give it, worked out from the definition of the colour space (ITU-T H.273, 8.3)."""
    red, blue = WEIGHTS[space]
    r, g, b = (value / 255 for value in rgb)
    y = red * r + (1 - red - blue) * g + blue * b
    u, v = (b - y) / 2 / (1 - blue), (r - y) / 2 / (1 - red)
    scale = 4 if layout.endswith("10le") else 1
    values = (255 * y, 128 + 255 * u, 128 + 255 * v) if full else (16 + 219 * y, 128 + 224 * u, 128 + 224 * v)
    frame = av.VideoFrame(*size, layout)
    for plane, value in zip(frame.planes, values, strict=True):
        kind = np.uint16 if scale == 4 else np.uint8
        level = min(round(value * scale), 255 * scale)
        plane.update(np.full(plane.buffer_size // np.dtype(kind).itemsize, level, dtype=kind).tobytes())
    frame.colorspace = space
    frame.color_range = 2 if full else 1
    return frame


def plain(width: int = 64, height: int = 48) -> Renderer:
    return Renderer(width, height, Orientation())


def seen(frame: av.VideoFrame) -> npt.NDArray[np.int64]:
    """The colour near the middle of a plain frame."""
    return np.asarray(plain(frame.width, frame.height).colour(frame, "rgb24", None)[20, 20], dtype=np.int64)


@pytest.mark.parametrize("rgb", COLOURS)
@pytest.mark.parametrize("space", WEIGHTS)
@pytest.mark.parametrize("full", [False, True], ids=["limited", "full"])
@pytest.mark.parametrize("layout", ["yuv420p", "yuv422p10le"])
def test_colours_are_those_that_were_filmed(rgb: tuple[int, int, int], space: int, full: bool, layout: str) -> None:
    frame = coded(rgb, space, full=full, layout=layout)
    np.testing.assert_allclose(seen(frame), rgb, atol=4)
    np.testing.assert_allclose(plain().colour(frame, "bgra", 32)[10, 10].astype(int), (*rgb[::-1], 255), atol=4)


@pytest.mark.parametrize("said", [UNSPECIFIED, RESERVED, 17, 240])
@pytest.mark.parametrize(("size", "meant"), [((64, 48), 5), ((1280, 720), 1), ((720, 1280), 1)])
def test_a_file_silent_about_its_colours_is_shown_as_players_do(said: int, size: tuple[int, int], meant: int) -> None:
    frame = coded((255, 0, 0), meant, size=size)
    frame.colorspace = said
    np.testing.assert_allclose(seen(frame), (255, 0, 0), atol=4)


@pytest.mark.parametrize(
    "layout", ["rgb24", "bgra", "gbrp", "nv12", "yuyv422", "gray", "p010le", "bgr48le", "yuv444p12le"]
)
def test_any_layout_of_samples_is_shown(layout: str) -> None:
    grey = clips.from_luma(np.full((48, 64), 126, dtype=np.uint8))
    frame = grey.reformat(format="rgb24").reformat(format=layout)
    np.testing.assert_allclose(seen(frame), 128, atol=4)
    assert plain().luma(frame, 16, 12).shape == (12, 16)


def test_luma_is_the_mean_over_each_block() -> None:
    picture = np.random.default_rng(1).integers(16, 235, (96, 160), dtype=np.uint8)
    frame = clips.from_luma(picture)
    for factor in (2, 3, 4, 8, 16):
        height, width = 96 // factor, 160 // factor
        whole = picture[: height * factor, : width * factor]
        expected = whole.reshape(height, factor, width, factor).mean(axis=(1, 3))
        if whole.shape == picture.shape:
            assert np.abs(plain(160, 96).luma(frame, width, height) - expected).max() <= 2
    np.testing.assert_array_equal(plain(160, 96).luma(frame, 160, 96), picture)


@given(st.integers(1, 200), st.integers(1, 120))
def test_luma_of_any_size_keeps_the_brightness(width: int, height: int) -> None:
    ramp = np.linspace(20, 230, 160).astype(np.uint8)[None, :].repeat(96, axis=0)
    luma = plain(160, 96).luma(clips.from_luma(ramp), width, height)
    assert luma.shape == (height, width)
    assert luma.mean() == pytest.approx(ramp.mean(), abs=6)


@pytest.mark.parametrize("layout", ["yuv420p10le", "yuv444p12le", "p010le", "yuv422p"])
def test_luma_is_on_one_scale_whatever_the_depth(layout: str) -> None:
    grey = coded((128, 128, 128), BT709).reformat(format=layout)
    np.testing.assert_allclose(plain().luma(grey, 16, 12).astype(int), 126, atol=1)


def test_pictures_are_shrunk_but_never_enlarged(tmp_path: Path) -> None:
    with VideoReader(clips.write(tmp_path / "clip.mp4", clips.even(2))) as reader:
        frame = reader.frame(0)
        assert frame.rgb(80).shape == (48, 80, 3)
        assert frame.rgb(1000).shape == (96, 160, 3)
        assert frame.bgra(1).shape == (1, 1, 4)
        assert clips.read_number(frame.rgb(80)) == 0


@pytest.mark.parametrize(("aspect", "size"), [(Fraction(4, 3), (213, 96)), (Fraction(1, 2), (80, 96))])
def test_wide_and_narrow_pixels_are_made_square(tmp_path: Path, aspect: Fraction, size: tuple[int, int]) -> None:
    path = clips.write(tmp_path / "wide.mp4", clips.even(2), style=clips.Style(sample_aspect=aspect))
    with VideoReader(path) as reader:
        assert reader.info.sample_aspect == aspect
        assert (reader.info.width, reader.info.height) == size
        assert reader.frame(1).rgb().shape == (size[1], size[0], 3)
        assert clips.read_number(reader.frame(1).rgb()) == 1


def test_wide_pixels_of_a_phone_held_upright(tmp_path: Path) -> None:
    style = clips.Style(sample_aspect=Fraction(4, 3), rotation=-90)
    with VideoReader(clips.write(tmp_path / "wide.mp4", clips.even(2), style=style)) as reader:
        assert (reader.info.width, reader.info.height) == (96, 213)
        assert reader.frame(1).bgra().shape == (213, 96, 4)


def steps(signal: npt.NDArray[np.float64], transfer: int) -> av.VideoFrame:
    """Grey steps of these signals (0 to 1), 64 pixels wide each, 10 bits, BT.2020."""
    luma = np.rint(64 + 876 * signal).astype(np.uint16).repeat(64)
    frame = av.VideoFrame(len(luma), 64, "yuv420p10le")
    for plane, row in zip(
        frame.planes, (luma, np.full(len(luma) // 2, 512), np.full(len(luma) // 2, 512)), strict=True
    ):
        padded = np.zeros((plane.height, plane.line_size // 2), dtype=np.uint16)
        padded[:, : plane.width] = row
        plane.update(padded.tobytes())
    frame.color_trc, frame.color_primaries, frame.colorspace, frame.color_range = transfer, BT2020, BT2020, 1
    return frame


NITS = np.array([0, 1, 5, 20, 50, 100, 203, 400, 1000, 4000], dtype=np.float64)
HLG_STEPS = np.linspace(0, 1, 10)


@pytest.mark.parametrize(("transfer", "signal"), [(PQ, light_to_pq(NITS)), (HLG, HLG_STEPS)], ids=["PQ", "HLG"])
def test_hdr_is_shown_in_ordinary_brightness(transfer: int, signal: npt.NDArray[np.float64]) -> None:
    frame = steps(signal, transfer)
    rgb = plain(640, 64).colour(frame, "rgb24", None)[32, 32::64].astype(int)
    assert np.ptp(rgb, axis=1).max() <= 1  # grey stays grey
    assert rgb[0, 0] <= 1
    assert rgb[-1, 0] == 255
    assert np.all(np.diff(rgb[:9, 0]) > 0)
    if transfer == PQ:
        white, face = rgb[6, 0], rgb[4, 0]
        assert 215 <= white <= 240  # the white of paper is bright, with room for lamps above it
        assert 110 <= face <= 170
    bgra = plain(640, 64).colour(frame, "bgra", None)
    np.testing.assert_allclose(bgra[32, 32::64, 2::-1].astype(int), rgb, atol=8)
    luma = plain(640, 64).luma(frame, 160, 16)[8, 8::16].astype(int)
    np.testing.assert_allclose((luma - 16) * 255 / 219, rgb[:, 0], atol=8)


def test_colours_of_a_wide_gamut_are_brought_to_the_screens() -> None:
    """A BT.709 red of medium strength, as it is coded in BT.2020 with BT.709's transfer."""
    linear = (
        np.array([0.5, 0.1, 0.1])
        @ np.linalg.inv([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]).T
    )
    r, g, b = (round(255 * value ** (1 / 2.4)) for value in linear)
    frame = coded((r, g, b), BT2020)
    frame.color_primaries = BT2020
    expected = [255 * value ** (1 / 2.4) for value in (0.5, 0.1, 0.1)]
    np.testing.assert_allclose(seen(frame), expected, atol=4)


@pytest.mark.parametrize("transfer", [PQ, HLG])
def test_an_hdr_file_says_so(tmp_path: Path, transfer: int) -> None:
    style = clips.Style(
        codec="libx265", pix_fmt="yuv420p10le", options={"x265-params": "log-level=none"},
        transfer=transfer, primaries=BT2020, colorspace=BT2020, color_range=1,
    )  # fmt: skip
    with VideoReader(clips.write(tmp_path / "hdr.mp4", clips.even(3), style=style)) as reader:
        assert reader.info.hdr
        assert reader.info.bit_depth == 10
        assert clips.read_number(reader.frame(2).rgb()) == 2
        assert clips.read_number(reader.frame(2).luma(*clips.SIZE)) == 2
