"""The time axis: which times get a line and a label, and how a time is written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from annotator.ui.timeline.viewport import Viewport

# Steps that a person counts in, each with the number of minor steps it is cut into.
STEPS_S: Final[tuple[tuple[float, int], ...]] = (
    (0.001, 1), (0.002, 2), (0.005, 5), (0.01, 2), (0.02, 2), (0.05, 5), (0.1, 2), (0.2, 4), (0.5, 5),
    (1, 5), (2, 4), (5, 5), (10, 5), (15, 3), (30, 6), (60, 6), (120, 4), (300, 5), (600, 5), (900, 3), (1800, 6),
    (3600, 6), (7200, 4), (10800, 6), (21600, 6), (43200, 6), (86400, 6),
)  # fmt: skip
DAY_S: Final = 86_400


@dataclass(frozen=True, slots=True)
class Ticks:
    """`major` times carry a label, `minor` ones (majors among them) a short line. All in seconds."""

    step_s: float
    major: tuple[float, ...]
    minor: tuple[float, ...]


def ticks_for(view: Viewport, closest_px: float) -> Ticks:
    """The finest step whose labels are at least `closest_px` apart, and its times within the view."""
    step_s, parts = next(
        ((step, parts) for step, parts in STEPS_S if step * view.px_per_s >= closest_px),
        STEPS_S[-1],
    )
    return Ticks(step_s, _multiples(view, step_s, 1), _multiples(view, step_s, parts))


def _multiples(view: Viewport, step_s: float, parts: int) -> tuple[float, ...]:
    first = math.ceil(view.start_s / step_s * parts - 1e-9)
    last = math.floor(view.end_s / step_s * parts + 1e-9)
    return tuple(n * step_s / parts for n in range(first, last + 1))


def time_text(seconds: float, decimals: int = 3) -> str:
    """A time of the video as h:mm:ss.mmm, cut as the player's clock cuts it: it never names a later frame."""
    unit = 10**decimals
    total = int(abs(seconds) * unit + 1e-6)
    sign = "\N{MINUS SIGN}" if seconds < 0 and total else ""
    whole, part = divmod(total, unit)
    text = f"{sign}{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{text}.{part:0{decimals}d}" if decimals else text


def tick_text(seconds: float, step_s: float, clock_start_s: float | None = None) -> str:
    """A tick's label, with as many decimals as its step needs.

    With `clock_start_s`, the first frame's time of day in seconds after midnight, the label is the time of day.
    """
    decimals = 0 if step_s >= 1 else 3
    if clock_start_s is None:
        return time_text(seconds, decimals)
    unit = 10**decimals
    whole, part = divmod(round((seconds + clock_start_s) * unit) % (DAY_S * unit), unit)
    text = f"{whole // 3600:02d}:{whole // 60 % 60:02d}"
    if step_s < 60:
        text += f":{whole % 60:02d}"
    return f"{text}.{part:03d}" if decimals else text


def clock_seconds(text: str) -> float | None:
    """Seconds after midnight of a time of day such as "22:15" or "22:15:30"; None where it is none."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    hour, minute, second = (*(int(part) for part in parts), 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        return None
    return float(hour * 3600 + minute * 60 + second)
