"""The clips filmed otherwise: `made(folder, names)` makes from clips with known truth others with known truth.

Each variant spoils or turns one clip in one way that home video does. Kept in a temporary folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from annotator.video._cv import load_cv2
from tests.benchmarks.films import kept

Picture: TypeAlias = NDArray[np.uint8]
Spoil: TypeAlias = Callable[[Picture, float], Picture]
"""The picture (H, W, 3) at a time in seconds, made another picture."""

TIME_BASE: Final = Fraction(1, 90000)


@dataclass(frozen=True)
class Variant:
    """One way to film otherwise. `spoil` makes its function from the clip's truth; `clip` is the preferred clip.

    `size` is (width, height), `step` keeps every so manieth frame, `drop_share` of the frames go missing at random,
    `double_rate` puts a blend between any two frames, `longest_s` cuts the clip short.
    """

    name: str
    clip: str
    spoil: Callable[[dict[str, Any]], Spoil] = lambda truth: lambda picture, at_s: picture
    size: tuple[int, int] | None = None
    step: int = 1
    drop_share: float = 0.0
    double_rate: bool = False
    longest_s: float | None = None
    crf: int = 23
    mirrored: bool = False


def _lamp(truth: dict[str, Any]) -> Spoil:
    """A lamp in the corner of a dim room, on in the middle of the longest rest and off in that of the second longest."""
    first, second = sorted(_rests(truth)[:2])

    glow: list[NDArray[np.float32]] = []

    def spoil(picture: Picture, at_s: float) -> Picture:
        if not glow:
            height, width = picture.shape[:2]
            y, x = np.mgrid[:height, :width].astype(np.float32) / width
            bell = np.exp(-((x - 0.2) ** 2 + (y - 0.1) ** 2) / 0.27)
            glow.append(np.ascontiguousarray(np.repeat(bell[..., None], 3, axis=2), np.float32))
        on = float(np.clip((at_s - first) / 0.1, 0, 1)) if at_s < second else 0.0
        light = load_cv2().addWeighted(glow[0], 0.5 * on, glow[0], 0, 0.55)
        return np.asarray(load_cv2().multiply(picture, light, dtype=0), np.uint8)

    return spoil


def _bump(truth: dict[str, Any]) -> Spoil:
    """Somebody knocks against the stand in the middle of the longest rest: the picture swings and stays a little off."""
    moment = _rests(truth)[0]

    def spoil(picture: Picture, at_s: float) -> Picture:
        since = at_s - moment
        if since < 0:
            return picture
        height, width = picture.shape[:2]
        swing = 0.012 * np.exp(-since / 0.25) * np.sin(2 * np.pi * 4 * since) + 0.004 * min(1.0, since / 0.1)
        shift = np.array([[1, 0, swing * width], [0, 1, -0.6 * swing * width]], np.float32)
        cv2 = load_cv2()
        moved = cv2.warpAffine(picture, shift, (width, height), borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(moved, np.uint8)

    return spoil


def _grain(levels: float) -> Callable[[Picture], Picture]:
    rng = np.random.default_rng(7)
    bank: list[NDArray[np.int16]] = []

    def spoil(picture: Picture) -> Picture:
        height, width = picture.shape[:2]
        if not bank:
            bank.append(np.round(rng.normal(0, levels, (height + 64, width + 64, 3))).astype(np.int16))
        y, x = rng.integers(0, 65, 2)
        return np.asarray(load_cv2().add(picture, bank[0][y : y + height, x : x + width], dtype=0), np.uint8)

    return spoil


def _sensor_noise(truth: dict[str, Any]) -> Spoil:
    grain = _grain(12.0)
    return lambda picture, at_s: grain(picture)


def _dark(truth: dict[str, Any]) -> Spoil:
    """A tenth of the light, grey as at night, with the grain that comes with it."""
    grain = _grain(4.0)

    def spoil(picture: Picture, at_s: float) -> Picture:
        cv2 = load_cv2()
        grey = cv2.convertScaleAbs(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), alpha=0.1, beta=14)
        return grain(np.asarray(cv2.merge([grey, grey, grey]), np.uint8))

    return spoil


def _turned(quarters: int) -> Callable[[dict[str, Any]], Spoil]:
    return lambda truth: lambda picture, at_s: np.rot90(picture, quarters)


VARIANTS: Final = (
    Variant("lamp", "isolated_jerks", _lamp),
    Variant("bump", "sustained_stiffening", _bump),
    Variant("turned_90", "rhythmic_arm", _turned(1)),
    Variant("turned_180", "new_resting_place", _turned(2)),
    Variant("mirrored", "isolated_jerks", lambda truth: lambda picture, at_s: picture[:, ::-1], mirrored=True),
    Variant("dark", "isolated_jerks", _dark),
    Variant("sensor_noise", "new_resting_place", _sensor_noise),
    Variant("15fps_640x360", "isolated_jerks", size=(640, 360), step=2),
    Variant("15fps_640x360", "rhythmic_arm", size=(640, 360), step=2),
    Variant("60fps_4k", "isolated_jerks", size=(3840, 2160), double_rate=True, longest_s=10.0, crf=28),
    Variant("dropped_frames", "subtle", drop_share=0.22),
    Variant("recompressed", "startle_and_cry", crf=36),
)


def made(folder: Path, wanted: Callable[[str], bool] = lambda name: True) -> list[tuple[Path, Path]]:
    """Every variant whose name (`variant-clip`) is wanted: its video and its truth, made where not there yet.

    Where the folder lacks a variant's clip, another clip with movements takes its place.
    """
    moving = sorted(path for path in folder.glob("*.truth.json") if _read(path)["events"])
    films = []
    for number, variant in enumerate(VARIANTS):
        if not moving:
            break
        truth = folder / f"{variant.clip}.truth.json"
        truth = truth if truth.exists() else moving[number % len(moving)]
        clip = truth.with_name(_read(truth)["clip"])
        name = f"{variant.name}-{clip.stem}"
        if wanted(name):
            video = kept(f"{name}.mp4", clip, truth, Path(__file__))
            if not video.exists():
                _make(variant, clip, _read(truth), video)
            films.append((video, video.with_suffix(".truth.json")))
    return films


def _make(variant: Variant, clip: Path, truth: dict[str, Any], video: Path) -> None:
    part = video.with_suffix(".part.mp4")
    with av.open(clip) as given, av.open(part, "w") as film:
        shown = given.streams.video[0]
        rate = (shown.average_rate or Fraction(30)) * (2 if variant.double_rate else 1) / variant.step
        preset = "ultrafast" if variant.double_rate else "veryfast"  # 4K takes long enough as it is
        stream = film.add_stream("libx264", rate=rate, options={"crf": str(variant.crf), "preset": preset})
        sounds = [(heard, film.add_stream_from_template(heard)) for heard in given.streams.audio[:1]]
        for number, (at_s, picture) in enumerate(_filmed(variant, given, truth)):
            if number == 0:
                stream.height, stream.width = picture.shape[:2]
                stream.pix_fmt, stream.codec_context.time_base = "yuv420p", TIME_BASE
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
            frame.pts, frame.time_base = round(at_s / TIME_BASE), TIME_BASE
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))
        for heard, sound in sounds:
            given.seek(0)
            for packet in given.demux(heard):
                heard_s = (packet.pts or 0) * packet.time_base
                if packet.dts is not None and (variant.longest_s is None or heard_s < variant.longest_s):
                    packet.stream = sound
                    film.mux(packet)
    video.with_suffix(".truth.json").write_text(json.dumps(_truth(variant, truth, video.name)), encoding="utf-8")
    part.rename(video)


def _filmed(
    variant: Variant, given: av.container.InputContainer, truth: dict[str, Any]
) -> Iterator[tuple[float, Picture]]:
    """The variant's frames with their times in seconds from the first."""
    spoil, rng = variant.spoil(truth), np.random.default_rng(11)
    began: float | None = None
    before: tuple[float, Picture] | None = None
    for number, frame in enumerate(given.decode(video=0)):
        if frame.time is None or number % variant.step or (number and rng.random() < variant.drop_share):
            continue
        began = frame.time if began is None else began
        at_s = frame.time - began
        if variant.longest_s is not None and at_s >= variant.longest_s:
            break
        picture = spoil(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8), at_s)
        if variant.size is not None:
            cv2 = load_cv2()
            way = cv2.INTER_AREA if variant.size[0] < picture.shape[1] else cv2.INTER_LINEAR
            picture = np.asarray(cv2.resize(picture, variant.size, interpolation=way), np.uint8)
        if variant.double_rate and before is not None:
            blend = load_cv2().addWeighted(before[1], 0.5, picture, 0.5, 0)
            yield (before[0] + at_s) / 2, np.asarray(blend, np.uint8)
        yield at_s, picture
        before = (at_s, picture)


def _truth(variant: Variant, truth: dict[str, Any], name: str) -> dict[str, Any]:
    """The variant's truth. In a mirror the baby's left is its right; of a clip cut short the sound is not vouched for."""
    events = truth["events"]
    changed = {**truth, "clip": name}
    if variant.mirrored:
        events = [
            {
                **event,
                "limbs": sorted(_other_side(limb) for limb in event["limbs"]),
                "peak_torso": {_other_side(limb): peak for limb, peak in event["peak_torso"].items()},
            }
            for event in events
        ]
    if variant.longest_s is not None and variant.longest_s < truth["duration"]:
        end = variant.longest_s
        events = [event for event in events if event["offset"] < end]
        active = [[a, min(b, end)] for a, b in truth.get("active", []) if a < end]
        changed |= {"duration": end, "active": active, "flags": []}
    return changed | {"events": events}


def _other_side(limb: str) -> str:
    side, _, part = limb.partition("_")
    return f"{ {'left': 'right', 'right': 'left'}[side] }_{part}" if part else limb


def _rests(truth: dict[str, Any]) -> list[float]:
    """The middles of the spans in which nothing happens, the longest span first."""
    busy = sorted([(e["onset"], e["offset"]) for e in truth["events"]] + [(a, b) for a, b in truth.get("active", [])])
    starts = [0.0, *(b for _, b in busy)]
    ends = [*(a for a, _ in busy), float(truth["duration"])]
    rests = sorted(zip(starts, ends, strict=True), key=lambda rest: rest[0] - rest[1])
    return [(start + end) / 2 for start, end in rests]


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
