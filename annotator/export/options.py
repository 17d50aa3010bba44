"""What a packet holds, as the person chose it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

MovementClips = Literal["none", "accepted", "accepted_or_unreviewed"]

# What `--formats` may name. "clips" and "highlights" need the video; the rest only the session.
FORMATS: Final[tuple[str, ...]] = (
    "clips", "highlights", "html", "pdf", "csv", "eaf", "boris", "vtt", "srt", "textgrid", "bids",
)  # fmt: skip
NEED_VIDEO: Final[frozenset[str]] = frozenset({"clips", "highlights"})


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices of one export; the defaults make the whole packet.

    `baby` is what the report calls the baby (initials or a code; empty: "baby"), and what the packet's folder is named
    after. `slow_motion` is the speed of an
    extra slowed clip of each segment (0.25 plays four times as long), None for no such clip. `lead_in_s` and
    `lead_out_s` are seconds of the source shown before and after. `largest_side_px` bounds a clip's longer side: a
    larger picture is made smaller, and the report says so. `hide_video_name` keeps the video's file name, which may
    name the baby, out of everything.

    Raises ValueError where a choice cannot be met by any packet.
    """

    blur_face: bool = False
    no_audio: bool = False
    formats: frozenset[str] = frozenset(FORMATS)
    movement_clips: MovementClips = "none"
    lead_in_s: float = 10.0
    lead_out_s: float = 10.0
    slow_motion: float | None = None
    baby: str = ""
    hide_video_name: bool = False
    zip_packet: bool = False
    largest_side_px: int = 1920

    def __post_init__(self) -> None:
        unknown = sorted(self.formats - set(FORMATS))
        if unknown:
            raise ValueError(f"unknown format {', '.join(unknown)}; known are {', '.join(FORMATS)}")
        if self.lead_in_s < 0 or self.lead_out_s < 0:
            raise ValueError("lead-in and lead-out cannot be negative")
        if self.slow_motion is not None and not 0.05 <= self.slow_motion < 1:
            raise ValueError("slow motion must be at least 0.05 and below 1 (0.25 plays four times as long)")
        if self.largest_side_px < 64:
            raise ValueError("the clips' longer side must be at least 64 pixels")

    def wants(self, *names: str) -> bool:
        """Whether any of these formats was asked for."""
        return any(name in self.formats for name in names)


def parse_formats(text: str | Iterable[str]) -> frozenset[str]:
    """Reads `--formats`: names apart by commas or spaces, "all", "report", or "interchange" (every table, no clip, no
    report).

    Raises ValueError naming what is not known.
    """
    words = text.replace(",", " ").split() if isinstance(text, str) else list(text)
    chosen: set[str] = set()
    for word in (w.strip().lower() for w in words):
        if word == "all":
            chosen |= set(FORMATS)
        elif word == "interchange":
            chosen |= set(FORMATS) - NEED_VIDEO - {"html", "pdf"}
        elif word == "report":
            chosen |= {"html", "pdf"}
        else:
            chosen.add(word)
    unknown = sorted(chosen - set(FORMATS))
    if unknown or not chosen:
        known = ", ".join(("all", "report", "interchange", *FORMATS))
        raise ValueError(f"unknown format {', '.join(unknown) or '(none given)'}; known are {known}")
    return frozenset(chosen)
