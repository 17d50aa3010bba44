"""How much memory an analysis takes at its peak: on a clip, and on the same clip again and again for an hour."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.child import analysis, measured
from tests.benchmarks.films import repeated
from tests.benchmarks.report import Goal, number, table


def peak(clip: Path, minutes: float) -> tuple[str, list[Goal]]:
    """Picture and sound of `clip`, once and for so many minutes."""
    short, long = measured(analysis, clip), measured(analysis, repeated(clip, minutes * 60))
    rows = [
        (name, number(cost.peak_mb, 0), number(cost.wall_s, 1), number(cost.cpu_s, 1))
        for name, cost in ((f"{clip.stem}, once", short), (f"{clip.stem}, {minutes:g} min", long))
    ]
    text = "\n".join(["### Memory of one analysis", "", table(("video", "peak MB", "wall s", "cpu s"), rows)])
    return text, [
        Goal(f"Memory: peak on {minutes:g} minutes", long.peak_mb, "≤", 700, "MB", places=0),
        Goal(f"Memory: {minutes:g} minutes ÷ one clip", long.peak_mb / short.peak_mb, "≤", 1.1),
    ]
