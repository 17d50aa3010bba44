"""Praat's TextGrid: one interval tier a limb, and tiers for flags, review and what could not be observed.

https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html: a tier covers the whole time with no gap (empty text
fills), a quotation mark is doubled. Overlapping intervals go on a further tier.
"""

from __future__ import annotations

from pathlib import Path

from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import line
from annotator.export.view import lanes, milliseconds

_Span = tuple[int, int, str]


def write_textgrid(context: PacketContext, path: Path) -> None:
    """Writes the file, in Praat's long text form, UTF-8."""
    contents = _tiers(context)
    end = max(span[1] for _, spans in contents for span in spans)
    tiers = [
        (name if n == 1 else f"{name} ({n})", lane)
        for name, spans in contents
        for n, lane in enumerate(lanes(spans, lambda s: (s[0], s[1])) or [[]], 1)
    ]
    out = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {_seconds(end)}",
        "tiers? <exists>",
        f"size = {len(tiers)}",
        "item []:",
    ]
    for n, (name, lane) in enumerate(tiers, 1):
        filled = _fill(lane, end)
        out += [
            f"    item [{n}]:",
            '        class = "IntervalTier"',
            f"        name = {_quoted(name)}",
            "        xmin = 0",
            f"        xmax = {_seconds(end)}",
            f"        intervals: size = {len(filled)}",
        ]
        for i, (start, stop, text) in enumerate(filled, 1):
            out += [
                f"        intervals [{i}]:",
                f"            xmin = {_seconds(start)}",
                f"            xmax = {_seconds(stop)}",
                f"            text = {_quoted(text)}",
            ]
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


def _tiers(context: PacketContext) -> list[tuple[str, list[_Span]]]:
    view = context.view
    whole = milliseconds(0.0, context.duration_s)
    tiers: list[tuple[str, list[_Span]]] = [("about", [(*whole, f"{words.disclaimer()} {words.outcome(view)}")])]
    for limb in (*LIMBS, None):
        found = [m for m in view.shown if (limb in m.limbs if limb else not m.limbs)]
        if limb or found:
            spans = [(*milliseconds(m.onset_s, m.offset_s), f"{m.kind} #{m.id}") for m in found]
            tiers.append((limb or "limb_not_named", spans))
    tiers.append(("flags", [(*milliseconds(f.flag.start_s, f.flag.end_s), words.flag(f)) for f in view.shown_flags]))
    reviews = [
        (*milliseconds(m.onset_s, m.offset_s), words.reviewed(m.id, m.review)) for m in view.movements if m.review
    ]
    reviews += [
        (*milliseconds(f.flag.start_s, f.flag.end_s), words.reviewed(f.number, f.flag.review))
        for f in view.flags
        if f.flag.review
    ]
    tiers.append(("review", reviews))
    excluded = view.session.coverage.excluded
    tiers.append(("not_observed", [(*milliseconds(e.start_s, e.end_s), words.excluded(e)) for e in excluded]))
    return tiers


def _fill(lane: list[_Span], end: int) -> list[_Span]:
    filled: list[_Span] = []
    at = 0
    for start, stop, text in lane:
        if start > at:
            filled.append((at, start, ""))
        filled.append((start, stop, text))
        at = stop
    if at < end or not filled:
        filled.append((at, end, ""))
    return filled


def _seconds(ms: int) -> str:
    return f"{ms // 1000}.{ms % 1000:03d}"


def _quoted(text: str) -> str:
    return '"' + line(text).replace('"', '""') + '"'
