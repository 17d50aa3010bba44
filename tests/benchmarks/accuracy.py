"""How right the analysis is on clips with exact truth: a row a clip, the total, and the goals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from annotator.session.model import Session
from tests.benchmarks.report import Goal, number, table
from tests.benchmarks.scoring import Figures, Truth, score, total

HEAD: Final = (
    "clip", "found", "missed", "false", "F1", "false/min", "onset median ms", "onset p95 ms", "duration error ms",
    "limb Jaccard", "kinds", "worst Hz error", "flags missing", "flags extra",
)  # fmt: skip
NOTHING_TO_FIND: Final = ("quiet", "empty_cot", "parent_hand", "handheld", "lamp-", "bump-")
"""Clips in which something else than the baby moves, or nothing does; the last two are the beginnings of variants."""


def compare(
    clips: Sequence[tuple[Path, Path]], analysed: Callable[[Path], Session], title: str = "Accuracy"
) -> tuple[str, list[Goal]]:
    """The table and the goals for (video, truth) pairs."""
    scored = {video: score(Truth.read(truth), analysed(video)) for video, truth in clips}
    everything = total(scored.values())
    rows = [_row(video.stem, figures) for video, figures in scored.items()]
    rows.append(_row("**all**", everything))
    lines = [f"### {title}", "", table(HEAD, rows)]
    wrong = [line for video, figures in scored.items() for line in _wrong(video.stem, figures)]
    if wrong:
        lines += ["", *wrong]
    unmoved = [f for video, f in scored.items() if video.stem.startswith(NOTHING_TO_FIND)]
    return "\n".join(lines), _goals(title, everything, unmoved)


def _row(name: str, figures: Figures) -> tuple[str, ...]:
    return (
        name,
        f"{figures.matched} of {figures.matched + len(figures.missed)}",
        str(len(figures.missed)),
        str(len(figures.false)),
        number(figures.f1, 3),
        number(figures.false_per_minute),
        number(figures.onset_median_ms, 0),
        number(figures.onset_p95_ms, 0),
        number(figures.duration_median_ms, 0),
        number(figures.limb_jaccard),
        number(figures.kind_share),
        number(figures.worst_hz),
        str(len(figures.flags_missing)),
        str(len(figures.flags_extra)),
    )


def _wrong(name: str, figures: Figures) -> list[str]:
    lists = (
        ("missed", figures.missed),
        ("false", figures.false),
        ("flags missing", figures.flags_missing),
        ("flags extra", figures.flags_extra),
    )
    return [f"- {name}, {what}: {'; '.join(found)}" for what, found in lists if found]


def _goals(title: str, figures: Figures, unmoved: Sequence[Figures]) -> list[Goal]:
    untouched = float(sum(len(one.false) for one in unmoved)) if unmoved else float("nan")
    return [
        Goal(f"{title}: F1", figures.f1, "≥", 0.95, places=3),
        Goal(
            f"{title}: false movements where nothing, a hand, the camera or a lamp moved", untouched, "≤", 0, places=0
        ),
        Goal(f"{title}: onset error, median", figures.onset_median_ms, "≤", 33, "ms", places=0),
        Goal(f"{title}: onset error, 95th percentile", figures.onset_p95_ms, "≤", 120, "ms", places=0),
        Goal(f"{title}: limb Jaccard", figures.limb_jaccard, "≥", 0.9),
        Goal(f"{title}: right kinds", figures.kind_share, "≥", 0.95),
        Goal(f"{title}: worst frequency error", figures.worst_hz, "≤", 0.3, "Hz"),
        Goal(f"{title}: flags missing", float(len(figures.flags_missing)), "≤", 0, places=0),
        Goal(f"{title}: flags too many", float(len(figures.flags_extra)), "≤", 0, places=0),
    ]
