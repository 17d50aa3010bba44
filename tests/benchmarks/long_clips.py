"""Ten minutes of 1080p for the benchmarks: a few seconds are encoded and their packets repeated. Kept in a temporary
folder, so that only the first run encodes."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import av
import numpy as np
from av.video.stream import VideoStream
from scipy import ndimage

WIDTH, HEIGHT, RATE_HZ = 1920, 1080, 30
ENCODED_FRAMES: Final = 120
FOLDER: Final = Path(tempfile.gettempdir()) / "annotator-benchmark-clips"


@dataclass(frozen=True)
class Recipe:
    """How a clip is encoded. Phones put a keyframe every second; 5 to 17 megabits are usual at this size."""

    name: str
    codec: str
    bit_rate: int
    options: tuple[tuple[str, str], ...]
    keyframe_every: int = RATE_HZ


_X265 = "log-level=none:keyint={0}:min-keyint={0}:scenecut=0:open-gop=0:bframes={1}"
RECIPES: Final = (
    Recipe("h264", "libx264", 10_000_000, (("preset", "ultrafast"), ("x264-params", "scenecut=0"))),
    Recipe("hevc", "libx265", 5_000_000, (("preset", "ultrafast"), ("x265-params", _X265.format(RATE_HZ, 3)))),
    Recipe("hevc-p", "libx265", 5_000_000, (("preset", "ultrafast"), ("x265-params", _X265.format(RATE_HZ, 0)))),
)


def clip(recipe: Recipe, seconds: float) -> Path:
    """The clip of this recipe, at least so long, made if it is not there yet."""
    FOLDER.mkdir(exist_ok=True)
    short = FOLDER / f"{recipe.name}-{recipe.bit_rate // 1000}k-{recipe.keyframe_every}-short.mp4"
    if not short.exists():
        _encode(recipe, short)
    rounds = -(-round(seconds * RATE_HZ) // ENCODED_FRAMES)
    path = short.with_name(short.name.replace("short", f"{rounds}x"))
    if not path.exists():
        _repeat(short, path, rounds)
    return path


def _encode(recipe: Recipe, path: Path) -> None:
    """A dim room with sensor noise and a limb that moves."""
    rng = np.random.default_rng(7)
    coarse = rng.integers(40, 120, (HEIGHT // 60, WIDTH // 60)).astype(np.float32)
    room = ndimage.zoom(coarse, 60, order=1)
    noise = [rng.normal(0.0, 2.0, (HEIGHT, WIDTH)).astype(np.float32) for _ in range(5)]
    part = path.with_suffix(".part.mp4")
    with av.open(part, "w") as container:
        stream = cast(VideoStream, container.add_stream(recipe.codec, rate=RATE_HZ, options=dict(recipe.options)))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.bit_rate = recipe.bit_rate
        stream.codec_context.gop_size = recipe.keyframe_every
        for n in range(ENCODED_FRAMES):
            luma = room + noise[n % len(noise)]
            left = 800 + round(300 * np.sin(n / 9.0))
            luma[500:620, left : left + 420] += 60.0
            planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, dtype=np.uint8)
            planes[:HEIGHT] = np.clip(luma, 16, 235)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(stream.encode(None))
    part.rename(path)


def _repeat(short: Path, path: Path, rounds: int) -> None:
    part = path.with_suffix(".part.mp4")
    with av.open(part, "w") as made:
        copy = None
        for turn in range(rounds):
            with av.open(short) as given:
                stream = given.streams.video[0]
                if copy is None:
                    copy = made.add_stream_from_template(stream)
                assert stream.time_base is not None
                shift = round(turn * ENCODED_FRAMES / RATE_HZ / stream.time_base)
                for packet in given.demux(stream):
                    if packet.dts is None or packet.pts is None:
                        continue
                    packet.stream = copy
                    packet.pts += shift
                    packet.dts += shift
                    made.mux(packet)
    part.rename(path)
