"""WebVTT and SubRip: what was marked, as captions that any player shows over the source video.

WebVTT: https://www.w3.org/TR/webvtt1/ (exactly three decimals, starts never go back, "-->" and blank lines only between
cues, "&", "<" and ">" escaped). SubRip is the same with a comma, a counter and no escapes: angle brackets become
typographic ones there, since players read <i> and the like.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import line
from annotator.export.view import FlagView, MovementView, milliseconds

# Long enough to read the first cue (Netflix and BBC subtitle guides: 17 characters a second, 7 s at most a cue).
ABOUT_S: Final = 7.0


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption, in milliseconds of its clip's or video's clock."""

    start_ms: int
    end_ms: int
    text: str


def write_vtt(context: PacketContext, path: Path) -> None:
    """Writes the source video's captions as WebVTT."""
    path.write_text(vtt(_cues(context), words.disclaimer()), encoding="utf-8", newline="\n")


def write_srt(context: PacketContext, path: Path) -> None:
    """Writes the source video's captions as SubRip."""
    path.write_text(srt(_cues(context)), encoding="utf-8", newline="\n")


def _cues(context: PacketContext) -> list[Cue]:
    view = context.view
    about = Cue(*milliseconds(0.0, min(ABOUT_S, context.duration_s)), f"{words.outcome(view)} {words.disclaimer()}")
    return sorted([about, *marks(view.shown, view.shown_flags)], key=lambda c: (c.start_ms, c.end_ms))


def marks(movements: Iterable[MovementView], flags: Iterable[FlagView], first_s: float = 0.0) -> list[Cue]:
    """The cues of these movements and flags, on a clock that begins `first_s` into the video."""
    found = [Cue(*milliseconds(m.onset_s - first_s, m.offset_s - first_s), words.movement(m)) for m in movements]
    found += [Cue(*milliseconds(f.flag.start_s - first_s, f.flag.end_s - first_s), words.flag(f)) for f in flags]
    return sorted(found, key=lambda c: (c.start_ms, c.end_ms))


def vtt(cues: Sequence[Cue], note: str) -> str:
    """A WebVTT file with `note` as its comment."""
    blocks = ["WEBVTT", f"NOTE\n{_vtt_text(note)}"]
    blocks += [
        f"{n}\n{_clock(c.start_ms, '.')} --> {_clock(c.end_ms, '.')}\n{_vtt_text(c.text)}"
        for n, c in enumerate(cues, 1)
    ]
    return "\n\n".join(blocks) + "\n"


def srt(cues: Sequence[Cue]) -> str:
    """A SubRip file."""
    blocks = [
        f"{n}\n{_clock(c.start_ms, ',')} --> {_clock(c.end_ms, ',')}\n{_srt_text(c.text)}"
        for n, c in enumerate(cues, 1)
    ]
    return "\n\n".join(blocks) + "\n"


def _vtt_text(text: str) -> str:
    return line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") or "-"


def _srt_text(text: str) -> str:
    plain = line(text).replace("<", "‹").replace(">", "›").replace("{", "(").replace("}", ")")
    return plain or "-"


def _clock(ms: int, point: str) -> str:
    seconds, part = divmod(max(ms, 0), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{point}{part:03d}"
