"""BORIS: a project (.boris, format 7.0) and its aggregated events, as that program would export them itself.

Movements and flags are state events: a start row and a stop row, paired in order within subject, code and modifiers.
The modifiers are the limbs and the movement's number, so that no two pairs can be confused. BORIS forbids
( | ) , ` ~ in a modifier. https://www.boris.unito.it/user_guide/
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import cell, line, number
from annotator.export.view import milliseconds
from annotator.session.model import KINDS, RULES
from annotator.wording.translate import translate

_NONE: Final = "None"  # BORIS's own word for "no modifier chosen"
_MOVEMENT, _FLAG = "movement", "pattern flag"
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("(|),`~", " "))
AGGREGATED_COLUMNS: Final = (
    "Observation id", "Observation date", "Description", "Observation type", "Source", "Time offset (s)",
    "Coding duration", "Media duration (s)", "FPS (frame/s)", "Subject",
    "Observation duration by subject by observation", "Behavior", "Behavioral category", "Modifier #1", "Modifier #2",
    "Behavior type", "Start (s)", "Stop (s)", "Duration (s)", "Media file name", "Image index start",
    "Image index stop", "Image file path start", "Image file path stop", "Comment start", "Comment stop",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """One state event: its code, category, two modifiers, span in milliseconds and comment."""

    code: str
    category: str
    limbs: str
    which: str
    span: tuple[int, int]
    comment: str


def write_boris(context: PacketContext, project: Path, aggregated: Path) -> None:
    """Writes the project and the table of aggregated events (TSV)."""
    states = _states(context)
    # BORIS reads with the system's own encoding, which on Windows is not UTF-8.
    project.write_text(json.dumps(_project(context, states), indent=1, ensure_ascii=True) + "\n", encoding="ascii")
    with aggregated.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(AGGREGATED_COLUMNS)
        table.writerows(_aggregated(context, states))


def _states(context: PacketContext) -> list[_State]:
    view = context.view
    states = [
        _State(
            code=m.kind,
            category=_MOVEMENT,
            limbs="+".join(m.limbs) or "limb_not_named",
            which=f"movement {m.id}",
            span=milliseconds(m.onset_s, m.offset_s),
            comment=line(words.movement(m)),
        )
        for m in view.shown
    ]
    states += [
        _State(
            code=f"flag {f.flag.rule}",
            category=_FLAG,
            limbs=_NONE,
            which=f"flag {f.number}",
            span=milliseconds(f.flag.start_s, f.flag.end_s),
            comment=line(words.flag(f)),
        )
        for f in view.shown_flags
    ]
    return sorted(states, key=lambda s: (s.span, s.which))


def _project(context: PacketContext, states: list[_State]) -> dict[str, Any]:
    date = context.made_at.strftime("%Y-%m-%dT%H:%M:%S")
    name = line(translate("Wording", "Packet of {video}").format(video=context.video_name))
    media = context.video_name
    events = []
    for state in states:
        modifiers = f"{state.limbs}|{state.which}".translate(_FORBIDDEN | {ord("|"): "|"})
        for place, ms in enumerate(state.span):
            frame = context.frame_at(ms / 1000)
            comment = state.comment if place == 0 else ""
            events.append([ms / 1000, context.baby, state.code, modifiers, comment, "NA" if frame is None else frame])
    events.sort(key=lambda event: float(str(event[0])))
    limbs = sorted({s.limbs for s in states} - {_NONE})
    observation = {
        "file": {str(player): [media] if player == 1 else [] for player in range(1, 9)},
        "type": "MEDIA",
        "date": date,
        "description": line(f"{words.outcome(context.view)} {words.disclaimer()}"),
        "time offset": 0.0,
        "events": events,
        "observation time interval": [0, 0],
        "independent_variables": {},
        "visualize_spectrogram": False,
        "visualize_waveform": False,
        "close_behaviors_between_videos": False,
        "scan_sampling_time": 0,
        "start_from_current_time": False,
        "start_from_current_epoch_time": False,
        "media_info": {
            "length": {media: round(context.duration_s, 6)},
            "fps": {media: round(context.frames_per_second, 6)},
            "hasVideo": {media: True},
            "hasAudio": {media: context.view.session.video.has_audio},
            "offset": {"1": 0.0},
        },
    }
    return {
        "time_format": "hh:mm:ss",
        "project_date": date,
        "project_name": name,
        "project_description": line(f"{words.disclaimer()} annotator {context.version}"),
        "project_format_version": "7.0",
        "subjects_conf": {"0": {"key": "", "name": context.baby, "description": ""}},
        "behaviors_conf": _behaviours(states, limbs),
        "observations": {_observation_id(context): observation},
        "behavioral_categories": [_MOVEMENT, _FLAG],
        "independent_variables": {},
        "coding_map": {},
        "behaviors_coding_map": [],
        "converters": {},
    }


def _behaviours(states: list[_State], limbs: list[str]) -> dict[str, Any]:
    codes: list[tuple[str, str, str]] = [(kind, _MOVEMENT, words.kind_meaning(kind)) for kind in KINDS]
    codes += [(f"flag {rule}", _FLAG, words.rule_meaning(rule)) for rule in RULES]
    return {
        str(n): {
            "type": "State event",
            "key": "",
            "code": code,
            "description": line(meaning),
            "category": category,
            "color": "",
            "excluded": "",
            "coding map": "",
            "modifiers": {
                "0": {
                    "name": "limbs",
                    "description": "",
                    "type": 0,
                    "ask at stop": False,
                    "values": limbs if category == _MOVEMENT else [],
                },
                "1": {
                    "name": "which",
                    "description": "",
                    "type": 0,
                    "ask at stop": False,
                    "values": [s.which for s in states if s.code == code],
                },
            },
        }
        for n, (code, category, meaning) in enumerate(codes)
    }


def _aggregated(context: PacketContext, states: list[_State]) -> list[list[str]]:
    total_s = sum(stop - start for start, stop in (s.span for s in states)) / 1000
    rows: list[list[str]] = []
    for state in states:
        start, stop = state.span
        frames = context.frame_at(start / 1000), context.frame_at(stop / 1000)
        values: list[object] = [
            _observation_id(context),
            context.made_at.strftime("%Y-%m-%d %H:%M:%S"),
            f"{words.outcome(context.view)} {words.disclaimer()}",
            "Media file",
            f"player #1:{context.video_name}",
            "0.0",
            number(context.duration_s, 3),
            number(context.duration_s, 3),
            number(context.frames_per_second, 3),
            context.baby,
            number(total_s, 3),
            state.code,
            state.category,
            state.limbs,
            state.which,
            "STATE",
            number(start / 1000, 3),
            number(stop / 1000, 3),
            number((stop - start) / 1000, 3),
            context.video_name,
            "NA" if frames[0] is None else frames[0],
            "NA" if frames[1] is None else frames[1],
            "NA",
            "NA",
            state.comment,
            "",
        ]
        rows.append([cell(value) for value in values])
    return rows


def _observation_id(context: PacketContext) -> str:
    return context.stem
