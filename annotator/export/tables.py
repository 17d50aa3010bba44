"""The tables as CSV, with a dictionary of every column beside them.

RFC 4180, UTF-8 with a byte order mark (spreadsheets otherwise guess the encoding), a dot for decimals. Names and numbers
are the same in every language; sentences and the dictionary's meanings are in the reader's. Every table ends in a column
named `not_a_diagnosis`, so that a table alone still says what it is.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import cell, wall_time
from annotator.session.model import KINDS, RULES
from annotator.wording.translate import translate

Columns = tuple[tuple[str, str], ...]


def tables() -> dict[str, Columns]:
    """Each table's columns: names that programs rely on, and what they mean in the reader's language."""
    return {"movements.csv": _movement_columns(), "flags.csv": _flag_columns(), "coverage.csv": _coverage_columns()}


def _disclaimer_column() -> tuple[str, str]:
    return "not_a_diagnosis", translate("Wording", "the sentence that goes with every result")


def _review_columns() -> Columns:
    return (
        (
            "standing",
            translate(
                "Wording",
                "unreviewed, accepted, unsure, rejected or replaced: the newest review; the last two count nowhere",
            ),
        ),
        ("reviewer", translate("Wording", "who gave the newest review")),
        ("role", translate("Wording", "parent or reviewer")),
        ("reviewed_at", translate("Wording", "when, ISO 8601 in UTC")),
        ("note", translate("Wording", "the reviewer's note")),
    )


def _movement_columns() -> Columns:
    return (
        ("movement", translate("Wording", "the movement's number in the session")),
        (
            "onset_s",
            translate(
                "Wording", "seconds from the video's first frame to the movement's start, as corrected by the reviewer"
            ),
        ),
        ("peak_s", translate("Wording", "the moment of greatest speed, in the same seconds")),
        ("offset_s", translate("Wording", "its end, in the same seconds")),
        ("duration_s", translate("Wording", "offset_s minus onset_s")),
        (
            "onset_frame",
            translate(
                "Wording", "the source frame shown at the onset, counted from 0; empty where the video was not at hand"
            ),
        ),
        (
            "onset_clock",
            translate(
                "Wording", "local time of day of the onset; empty where the clock time of the first frame was not given"
            ),
        ),
        ("kind", "; ".join(f"{kind}: {words.kind_meaning(kind)}" for kind in KINDS)),
        (
            "limbs",
            translate(
                "Wording",
                "the baby's own limbs that moved together, apart by spaces; empty where no limb could be named",
            ),
        ),
        (
            "peak_displacement_torso",
            translate("Wording", "greatest displacement in torso lengths (shoulder middle to hip middle)"),
        ),
        ("peak_speed_torso_per_s", translate("Wording", "greatest speed in torso lengths a second")),
        ("frequency_hz", translate("Wording", "cycles a second, rhythmic movements only")),
        ("cycles", translate("Wording", "number of cycles, rhythmic movements only")),
        (
            "sudden_noise_before_s",
            translate("Wording", "seconds from the start of a sudden sound to the onset; empty where none was heard"),
        ),
        (
            "counted",
            translate("Wording", "true where the rules count it: not slow, not active, not rejected, not replaced"),
        ),
        ("source", translate("Wording", "detected, or reviewer where a person added it")),
        ("detected_onset_s", translate("Wording", "the onset before any correction")),
        ("detected_offset_s", translate("Wording", "the offset before any correction")),
        ("detected_kind", translate("Wording", "the kind before any correction")),
        ("detected_limbs", translate("Wording", "the limbs before any correction")),
        *_review_columns(),
        _disclaimer_column(),
    )


def _flag_columns() -> Columns:
    return (
        ("flag", translate("Wording", "the flag's number in this packet")),
        ("rule", "; ".join(f"{rule}: {words.rule_meaning(rule)}" for rule in RULES)),
        ("start_s", translate("Wording", "seconds from the video's first frame to its start")),
        ("end_s", translate("Wording", "its end, in the same seconds")),
        ("duration_s", translate("Wording", "end_s minus start_s")),
        (
            "start_clock",
            translate(
                "Wording", "local time of day of the start; empty where the clock time of the first frame was not given"
            ),
        ),
        ("movements", translate("Wording", "numbers of the movements that met it, apart by spaces")),
        ("statement", translate("Wording", "the flag in a sentence")),
        (
            "facts",
            translate("Wording", "the numbers that met the row and the thresholds they were held against, as JSON"),
        ),
        *_review_columns(),
        _disclaimer_column(),
    )


def _coverage_columns() -> Columns:
    return (
        (
            "part",
            translate("Wording", "baby: the baby as a whole; a limb; or excluded: a span that could not be judged"),
        ),
        ("observed_s", translate("Wording", "seconds in which it could be observed")),
        ("of_s", translate("Wording", "seconds of video")),
        ("start_s", translate("Wording", "start of the excluded span")),
        ("end_s", translate("Wording", "its end")),
        ("reason", translate("Wording", "why it was excluded")),
        ("limbs", translate("Wording", "the limbs concerned, apart by spaces; empty for the whole baby")),
        ("movements", translate("Wording", "counted movements of the baby or limb")),
        (
            "movements_per_observed_hour",
            translate("Wording", "that number per observed hour; empty where too little was observed for a rate"),
        ),
        ("statement", translate("Wording", "the row in a sentence")),
        _disclaimer_column(),
    )


def write_tables(context: PacketContext, folder: Path) -> list[Path]:
    """Writes movements.csv, flags.csv, coverage.csv and dictionary.csv; returns them."""
    described = tables()
    contents: dict[str, Iterable[Sequence[object]]] = {
        "movements.csv": _movements(context),
        "flags.csv": _flags(context),
        "coverage.csv": _coverage(context),
        "dictionary.csv": [
            (table, name, meaning, words.disclaimer())
            for table, columns in described.items()
            for name, meaning in columns
        ],
    }
    heads = {name: [column for column, _ in columns] for name, columns in described.items()}
    heads["dictionary.csv"] = ["table", "column", "meaning", _disclaimer_column()[0]]
    for name, rows in contents.items():
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow(heads[name])
            table.writerows([cell(value) for value in row] for row in rows)
    return [folder / name for name in contents]


def _movements(context: PacketContext) -> list[list[object]]:
    clock = context.view.session.observer.clock_start
    rows: list[list[object]] = []
    for m in context.view.movements:
        found = m.detected
        rows.append(
            [
                m.id,
                m.onset_s,
                m.peak_s,
                m.offset_s,
                m.offset_s - m.onset_s,
                context.frame_at(m.onset_s),
                wall_time(clock, m.onset_s),
                m.kind,
                " ".join(m.limbs),
                found.peak_displacement_torso,
                found.peak_speed_torso_per_s,
                found.frequency_hz,
                found.cycles,
                found.sudden_noise_before_s,
                m.counted,
                found.source,
                found.onset_s,
                found.offset_s,
                found.kind,
                " ".join(found.limbs),
                *_review(m.standing, m.review),
                words.disclaimer(),
            ]
        )
    return rows


def _flags(context: PacketContext) -> list[list[object]]:
    clock = context.view.session.observer.clock_start
    return [
        [
            f.number,
            f.flag.rule,
            f.flag.start_s,
            f.flag.end_s,
            f.flag.end_s - f.flag.start_s,
            wall_time(clock, f.flag.start_s),
            " ".join(map(str, f.flag.movements)),
            words.flag(f),
            json.dumps(plain(f.flag.facts), ensure_ascii=False, sort_keys=True),
            *_review(f.standing, f.flag.review),
            words.disclaimer(),
        ]
        for f in context.view.flags
    ]


def _coverage(context: PacketContext) -> list[list[object]]:
    view = context.view
    coverage, total = view.session.coverage, view.session.video.duration_s
    rows: list[list[object]] = []
    count, rate = len(view.counted), view.per_observed_hour(len(view.counted), coverage.observed_s)
    whole: list[object] = ["baby", coverage.observed_s, total, None, None, None, None, count, rate]
    rows.append([*whole, words.outcome(view), words.disclaimer()])
    for limb in LIMBS:
        observed, count = coverage.limbs_s.get(limb, 0.0), sum(limb in m.limbs for m in view.counted)
        part: list[object] = [limb, observed, total, None, None, None, None, count]
        said = words.limb_outcome(limb, count, observed, total)
        rows.append([*part, view.per_observed_hour(count, observed), said, words.disclaimer()])
    for e in coverage.excluded:
        spans: list[object] = ["excluded", None, total, e.start_s, e.end_s, e.reason, " ".join(e.limbs), None, None]
        rows.append([*spans, words.excluded(e), words.disclaimer()])
    return rows


def _review(standing: str, review: Any) -> list[object]:
    if review is None:
        return [standing, None, None, None, None]
    return [standing, review.reviewer, review.role, review.reviewed_at, review.note]


def plain(value: Any) -> Any:
    """Facts as JSON takes them: mappings and sequences of plain values."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
