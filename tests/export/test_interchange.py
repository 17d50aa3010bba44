"""Each interchange file is read back by a program that is not ours."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st
from praatio import textgrid as praat
from pympi.Elan import Eaf

from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.bids import write_bids
from annotator.export.boris import AGGREGATED_COLUMNS, write_boris
from annotator.export.context import PacketContext
from annotator.export.elan import write_eaf
from annotator.export.subtitles import write_srt, write_vtt
from annotator.export.tables import tables, write_tables
from annotator.export.text import cell, file_name, line, video_time, wall_time
from annotator.export.textgrid import write_textgrid
from annotator.export.view import lanes
from annotator.session.model import Session
from annotator.video.times import FrameTimes
from tests.export import sessions

CASES: dict[str, Callable[[], Session]] = {
    "plain": sessions.session,
    "hostile": sessions.hostile,
    "nothing": sessions.nothing_found,
}
TIMES = FrameTimes(np.arange(1800, dtype=np.int64), Fraction(1, 30), 1)


@pytest.fixture(params=list(CASES))
def context(request: pytest.FixtureRequest) -> PacketContext:
    return sessions.context(CASES[request.param](), TIMES)


def test_eaf_is_read_by_pympi_with_every_movement(context: PacketContext, tmp_path: Path) -> None:
    path = tmp_path / "a.eaf"
    write_eaf(context, path)
    read = Eaf(str(path))
    for limb in LIMBS:
        expected = sorted(
            (round(m.onset_s * 1000), round(m.offset_s * 1000), m.kind) for m in context.view.shown if limb in m.limbs
        )
        assert sorted(tuple(a[:3]) for a in read.get_annotation_data_for_tier(limb)) == expected
    flags = [name for name in read.get_tier_names() if name.startswith("flags")]
    assert sum(len(read.get_annotation_data_for_tier(name)) for name in flags) == len(context.view.shown_flags)
    for name in read.get_tier_names():
        spans = sorted(a[:2] for a in read.get_annotation_data_for_tier(name))
        assert all(end > start for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    about = read.get_annotation_data_for_tier("about")
    assert words.disclaimer() in about[0][2]


def test_eaf_follows_the_order_of_the_schema(context: PacketContext, tmp_path: Path) -> None:
    path = tmp_path / "a.eaf"
    write_eaf(context, path)
    root = ET.parse(path).getroot()
    order = [
        "LICENSE", "HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "LOCALE", "LANGUAGE", "CONSTRAINT",
        "CONTROLLED_VOCABULARY", "LEXICON_REF", "REF_LINK_SET", "EXTERNAL_REF",
    ]  # fmt: skip
    places = [order.index(child.tag) for child in root]
    assert places == sorted(places)
    assert {"DATE", "AUTHOR", "VERSION", "FORMAT"} <= set(root.attrib)
    header = root.find("HEADER")
    assert header is not None
    assert [child.tag for child in header] == ["MEDIA_DESCRIPTOR"] + ["PROPERTY"] * (len(header) - 1)
    types = {t.attrib["LINGUISTIC_TYPE_ID"] for t in root.iter("LINGUISTIC_TYPE")}
    assert {t.attrib["LINGUISTIC_TYPE_REF"] for t in root.iter("TIER")} <= types
    slots = {s.attrib["TIME_SLOT_ID"]: int(s.attrib["TIME_VALUE"]) for s in root.iter("TIME_SLOT")}
    entries = {e.attrib["CVE_ID"] for e in root.iter("CV_ENTRY_ML")}
    names = list(slots) + [a.attrib["ANNOTATION_ID"] for a in root.iter("ALIGNABLE_ANNOTATION")]
    assert len(names) == len(set(names))
    for a in root.iter("ALIGNABLE_ANNOTATION"):
        assert slots[a.attrib["TIME_SLOT_REF1"]] < slots[a.attrib["TIME_SLOT_REF2"]]
        assert a.attrib.get("CVE_REF", "cveid_jerk") in entries


def test_textgrid_is_read_by_praatio_without_gaps(context: PacketContext, tmp_path: Path) -> None:
    path = tmp_path / "a.TextGrid"
    write_textgrid(context, path)
    read = praat.openTextgrid(str(path), includeEmptyIntervals=True, reportingMode="error")
    for name in read.tierNames:
        entries = read.getTier(name).entries
        assert entries[0].start == 0
        assert entries[-1].end == read.maxTimestamp
        assert all(a.end == b.start for a, b in pairwise(entries))
    assert words.disclaimer() in read.getTier("about").entries[0].label
    for limb in LIMBS:
        marked = [(e.start, e.end) for e in read.getTier(limb).entries if e.label]
        assert marked == [(round(m.onset_s, 3), round(m.offset_s, 3)) for m in context.view.shown if limb in m.limbs]


def test_vtt_is_read_by_webvtt_py(context: PacketContext, tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    write_vtt(context, path)
    cues = webvtt.read(str(path)).captions
    assert len(cues) == 1 + len(context.view.shown) + len(context.view.shown_flags)
    starts = [_seconds(cue.start) for cue in cues]
    assert starts == sorted(starts)
    assert all("<" not in cue.raw_text.replace("&lt;", "") and "-->" not in cue.raw_text for cue in cues)
    assert words.disclaimer() in cues[0].text


def test_srt_is_read_by_webvtt_py_and_ffprobe(context: PacketContext, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    write_srt(context, path)
    cues = webvtt.from_srt(str(path)).captions
    assert len(cues) == 1 + len(context.view.shown) + len(context.view.shown_flags)
    probe = ["ffprobe", "-v", "error", "-show_entries", "packet=pts_time", "-of", "json", str(path)]
    packets = json.loads(subprocess.run(probe, capture_output=True, check=True, text=True).stdout)["packets"]
    assert [float(p["pts_time"]) for p in packets] == pytest.approx([_seconds(c.start) for c in cues], abs=1e-3)


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


# The package's own __init__ starts its whole window, and its utilities bind a video player's library: neither is needed
# to load a project, so the first is passed over and the second left empty. All that loads and exports is BORIS's own.
BORIS_LOADS = """
import importlib.util, json, sys, types
package = types.ModuleType("boris")
package.__path__ = importlib.util.find_spec("boris").submodule_search_locations
sys.modules["boris"] = package
player = sys.modules["boris.mpv2"] = package.mpv2 = types.ModuleType("boris.mpv2")
player.dll, player.MPV_VERSION = "libmpv.so", (2, 0)
from boris import config, export_observation, project_functions
path, changed, project, message = project_functions.open_project_json(sys.argv[1])
assert "error" not in project, project
(name,) = project["observations"]
choice = {
    "selected subjects": [s["name"] for s in project["subjects_conf"].values()],
    "selected behaviors": [b["code"] for b in project["behaviors_conf"].values()],
    "include modifiers": True,
    "exclude behaviors": False,
    "time": config.TIME_FULL_OBS,
}
table = export_observation.export_aggregated_events(project, choice, name, 2)[0]
print(json.dumps({
    "changed": changed,
    "message": message,
    "integrity": project_functions.check_project_integrity(project, "hh:mm:ss", path, False),
    "paired": project_functions.check_state_events_obs(
        name, project["behaviors_conf"], project["observations"][name]
    )[0],
    "rows": [list(map(str, row)) for row in table],
}))
"""


def test_boris_loads_the_project_and_agrees_with_the_table(context: PacketContext, tmp_path: Path) -> None:
    project, aggregated = tmp_path / "a.boris", tmp_path / "a.tsv"
    write_boris(context, project, aggregated)
    # BORIS 8 brings its own Qt, which cannot share a process with the window's.
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BORIS_LOADS, str(project)],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "MPLBACKEND": "agg"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    read = json.loads(ran.stdout.splitlines()[-1])
    assert read["message"] == ""
    assert not read["changed"]
    assert read["integrity"].replace("<br>", "").strip() == ""
    assert read["paired"]
    with aggregated.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t")
    assert tuple(head) == AGGREGATED_COLUMNS
    columns = [
        head.index(c) for c in ("Behavior", "Modifier #1", "Modifier #2", "Behavior type", "Start (s)", "Stop (s)")
    ]
    ours = sorted([row[i] if n < 4 else float(row[i]) for n, i in enumerate(columns)] for row in rows)
    theirs = sorted([row[i] if n < 4 else float(row[i]) for n, i in enumerate(columns)] for row in read["rows"])
    assert ours == theirs
    assert len(ours) == len(context.view.shown) + len(context.view.shown_flags)
    assert words.disclaimer() in json.loads(project.read_text())["project_description"]


def test_tables_are_inert_documented_and_carry_the_disclaimer(context: PacketContext, tmp_path: Path) -> None:
    write_tables(context, tmp_path)
    with (tmp_path / "dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        documented = {(row["table"], row["column"]) for row in csv.DictReader(file)}
    for name, columns in tables().items():
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [column for column, _ in columns]
        assert {(name, column) for column in head} <= documented
        for row in rows:
            assert len(row) == len(head)
            assert row[-1] == words.disclaimer()
            assert not any(value[:1] in tuple("=+-@\t\r") for value in row)
            assert not any(char in value for value in row for char in "\n\r\x00\u202e")
    with (tmp_path / "coverage.csv").open(encoding="utf-8-sig", newline="") as file:
        baby = next(csv.DictReader(file))
    assert re.search(r"52 of (the )?60", baby["statement"])


def test_movements_table_gives_frames_and_clock(tmp_path: Path) -> None:
    write_tables(sessions.context(sessions.session(), TIMES), tmp_path)
    with (tmp_path / "movements.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["onset_s"], first["detected_onset_s"], first["onset_frame"]) == ("12.1", "12", "363")
    assert (first["onset_clock"], first["standing"], first["note"]) == ("22:15:42", "accepted", "clear")


def test_bids_style_events_obey_the_rules(context: PacketContext, tmp_path: Path) -> None:
    write_bids(context, tmp_path / "events.tsv", tmp_path / "events.json")
    text = (tmp_path / "events.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.rstrip("\n").split("\n")]
    sidecar = json.loads((tmp_path / "events.json").read_text(encoding="utf-8"))
    assert rows[0][:2] == ["onset", "duration"]
    assert set(rows[0]) <= set(sidecar)
    assert all(len(row) == len(rows[0]) and all(row) for row in rows)
    onsets = [float(row[0]) for row in rows[1:]]
    assert onsets == sorted(onsets)
    assert all(float(row[1]) >= 0 for row in rows[1:])
    assert {row[2] for row in rows[1:]} <= set(sidecar["trial_type"]["Levels"])
    assert words.disclaimer() in rows[1][-1]


@given(st.text())
def test_a_line_is_one_line_and_a_cell_no_formula(text: str) -> None:
    plain = line(text)
    assert plain == " ".join(plain.split())
    ET.fromstring(f"<a>{plain.replace('&', '').replace('<', '')}</a>")
    assert cell(text)[:1] not in ("=", "+", "-", "@")


@given(st.text())
def test_a_file_name_holds_on_every_system(text: str) -> None:
    name = file_name(text, "video")
    assert 0 < len(name) <= 60
    assert len(name.encode()) <= 120
    assert all(c.isalnum() or c in "-_" for c in name)
    assert name.lower() not in {"con", "nul", "prn", "aux", "com1"}


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20))))
def test_lanes_hold_everything_once_and_never_overlap(items: list[tuple[int, int]]) -> None:
    def span(item: tuple[int, int]) -> tuple[int, int]:
        return item[0], item[0] + item[1]

    dealt = lanes(items, span)
    assert sorted(item for lane in dealt for item in lane) == sorted(items)
    for lane in dealt:
        assert all(span(a)[1] <= span(b)[0] for a, b in pairwise(lane))


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.0, "0:00:00.000"), (59.9996, "0:01:00.000"), (3725.0334, "1:02:05.033")]
)
def test_video_time(seconds: float, expected: str) -> None:
    assert video_time(seconds) == expected


@pytest.mark.parametrize(
    ("clock", "seconds", "expected"),
    [("22:15", 60.0, "22:16:00"), ("23:59:59", 2.0, "00:00:01"), ("25:00", 1.0, ""), ("", 1.0, ""), ("=cmd", 1.0, "")],
)
def test_wall_time(clock: str, seconds: float, expected: Any) -> None:
    assert wall_time(clock, seconds) == expected
