"""A BIDS-style events table: events.tsv with its JSON sidecar.

Columns and rules of BIDS 1.11.1 (onset and duration first, in seconds; tabs, UTF-8, "n/a" for what is missing, sorted
by onset). Video is not a BIDS data type yet, hence "style".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import line, number
from annotator.session.model import KINDS, RULES
from annotator.wording.translate import translate

COLUMNS: Final = ("onset", "duration", "trial_type", "limbs", "number", "standing", "displacement", "description")


def write_bids(context: PacketContext, events: Path, sidecar: Path) -> None:
    """Writes the table and its sidecar."""
    rows = sorted(_rows(context), key=lambda row: (row[0], -row[1]))
    text = ["\t".join(COLUMNS)]
    text += ["\t".join([number(onset), number(duration), *map(_field, rest)]) for onset, duration, *rest in rows]
    events.write_text("\n".join(text) + "\n", encoding="utf-8", newline="\n")
    sidecar.write_text(
        json.dumps(_sidecar(context), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )


def _rows(context: PacketContext) -> list[tuple[float, float, Any, Any, Any, Any, Any, Any]]:
    view = context.view
    about = f"{words.outcome(view)} {words.disclaimer()}"
    rows: list[tuple[float, float, Any, Any, Any, Any, Any, Any]] = [
        (0.0, context.duration_s, "recording", None, None, None, None, about)
    ]
    rows += [
        (
            m.onset_s,
            m.offset_s - m.onset_s,
            m.kind,
            "+".join(m.limbs),
            m.id,
            m.standing,
            m.detected.peak_displacement_torso,
            words.movement(m),
        )
        for m in view.shown
    ]
    rows += [
        (
            f.flag.start_s,
            f.flag.end_s - f.flag.start_s,
            f"flag_{f.flag.rule}",
            None,
            f.number,
            f.standing,
            None,
            words.flag(f),
        )
        for f in view.shown_flags
    ]
    rows += [
        (e.start_s, e.end_s - e.start_s, "not_observed", "+".join(e.limbs), None, None, None, words.excluded(e))
        for e in view.session.coverage.excluded
    ]
    return rows


def _field(value: Any) -> str:
    if value is None or value == "":
        return "n/a"
    return number(value) if isinstance(value, float) else line(value)


def _sidecar(context: PacketContext) -> dict[str, Any]:
    levels = {"recording": translate("Wording", "the whole video, with how much of it could be observed")}
    levels |= {kind: words.kind_meaning(kind) for kind in KINDS}
    levels |= {f"flag_{rule}": words.rule_meaning(rule) for rule in RULES}
    levels["not_observed"] = translate("Wording", "a span that could not be judged")
    return {
        "onset": {
            "Description": translate("Wording", "from the video's first frame, on the video's own clock"),
            "Units": "s",
        },
        "duration": {"Description": translate("Wording", "from onset to offset"), "Units": "s"},
        "trial_type": {
            "LongName": translate("Wording", "Kind of row"),
            "Description": translate("Wording", "what the row marks"),
            "Levels": levels,
        },
        "limbs": {
            "Description": translate("Wording", "the baby's own limbs, joined by +"),
            "Levels": {limb: words.limb_name(limb) for limb in LIMBS},
        },
        "number": {
            "Description": translate("Wording", "number of the movement in the session, or of the flag in the packet")
        },
        "standing": {
            "Description": translate("Wording", "what the newest review says: unreviewed, accepted or unsure")
        },
        "displacement": {
            "Description": translate(
                "Wording", "greatest displacement in torso lengths (shoulder middle to hip middle)"
            )
        },
        "description": {"Description": translate("Wording", "the row in a sentence")},
        "Disclaimer": words.disclaimer(),
        "Observed": words.observed(context.view),
        "GeneratedBy": {"Name": "annotator", "Version": context.version},
        "VideoFile": context.video_name,
        "VideoSha256": context.view.session.video.sha256,
    }
