"""How long the analysis takes: against a plain loop and against bare decoding, clip by clip, and on a still hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.child import Cost, bare_decoding, measured, plain_loop
from tests.benchmarks.films import repeated, to_and_fro
from tests.benchmarks.report import Goal, number, table

STILL_S: Final = 7.0
"""So long nothing but breathing moves at the beginning of the sample clip `isolated_jerks`."""

Analysed = Callable[[Path], Cost[str]]


def against_plain_loop(videos: Sequence[Path], analysed: Analysed) -> tuple[str, list[Goal]]:
    """Each video analysed, looped over and decoded one after the other, so that each meets the same machine."""
    rows, sums = [], [0.0] * 6
    for video in videos:
        costs: tuple[Cost[Any], ...] = (analysed(video), measured(plain_loop, video), measured(bare_decoding, video))
        figures = [figure for cost in costs for figure in (cost.wall_s, cost.cpu_s)]
        rows.append(_row(video.stem, figures))
        sums = [a + b for a, b in zip(sums, figures, strict=True)]
    rows.append(_row("**all**", sums))
    head = ("clip", "analysis s", "cpu s", "plain loop s", "cpu s", "ratio", "cpu ratio", "decoding s", "ratio")
    text = "\n".join(["### Speed: analysis ÷ plain loop, and ÷ bare decoding", "", table(head, rows)])
    return text, [
        Goal("Speed: analysis ÷ plain loop, wall", sums[0] / sums[2], "≤", 0.35),
        Goal("Speed: analysis ÷ plain loop, processor", sums[1] / sums[3], "≤", 0.35),
    ]


def still(sample: Path, minutes: float) -> tuple[str, list[Goal]]:
    """A baby who lies still for so long, against bare decoding of the same file."""
    from tests.benchmarks.child import analysis

    video = repeated(to_and_fro(sample, STILL_S), minutes * 60)
    ours, bare = measured(analysis, video), measured(bare_decoding, video)
    head = ("still video", "analysis s", "cpu s", "decoding s", "cpu s", "ratio", "cpu ratio", "peak MB")
    ratios = ours.wall_s / bare.wall_s, ours.cpu_s / bare.cpu_s
    figures = (ours.wall_s, ours.cpu_s, bare.wall_s, bare.cpu_s)
    row = (
        f"{minutes:g} min",
        *(number(figure, 1) for figure in figures),
        *map(number, ratios),
        number(ours.peak_mb, 0),
    )
    text = "\n".join(["### Speed: still video ÷ bare decoding", "", table(head, [row])])
    name = f"Speed: {minutes:g} still minutes ÷ bare decoding"
    return text, [Goal(f"{name}, wall", ratios[0], "≤", 2.0), Goal(f"{name}, processor", ratios[1], "≤", 2.0)]


def _row(name: str, figures: Sequence[float]) -> tuple[str, ...]:
    ours, ours_cpu, plain, plain_cpu, bare, _ = figures
    return (
        name,
        number(ours, 1),
        number(ours_cpu, 1),
        number(plain, 1),
        number(plain_cpu, 1),
        number(ours / plain),
        number(ours_cpu / plain_cpu),
        number(bare, 1),
        number(ours / bare, 1),
    )
