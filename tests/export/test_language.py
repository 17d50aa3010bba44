"""A packet speaks one language, and what programs read of it is the same in all."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import wording
from annotator.export import bids, content, headings, privacy, tables
from annotator.export.options import ExportOptions
from annotator.export.packet import export_session
from annotator.session.file import save
from annotator.wording import forbidden_words
from annotator.wording.languages import LANGUAGES, speak
from annotator.wording.report import intervals_above, legend
from tests import clips
from tests.export import sessions

# Sentences and people's words; all else in a table is for programs.
SENTENCES = {"statement", "meaning", "not_a_diagnosis", "description"}
# The same word in both languages.
ALIKE = {"Original", "Video", "offset_s minus onset_s", "end_s minus start_s"}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture(scope="module")
def packets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """The same packet in each language."""
    folder = tmp_path_factory.mktemp("session")
    video = clips.write(
        folder / "video.mp4",
        [n * 3000 for n in range(240)],
        style=clips.Style(size=(320, 192)),
        tone=clips.Tone(end=8.0),
    )
    limbs = ("left_arm", "right_arm", "left_leg", "right_leg")
    moved = [sessions.movement(n, at, at + 0.5, *limbs) for n, at in ((1, 2.0), (2, 3.5), (3, 5.2))]
    observer = replace(sessions.session().observer, notes={})
    path = folder / "video.session.json"
    save(sessions.of_video(video, *moved, observer=observer), path)
    made = {}
    for code in LANGUAGES:
        speak(code)
        options = ExportOptions(blur_face=True, lead_in_s=1, lead_out_s=1)
        made[code] = export_session(path, tmp_path_factory.mktemp(code), options)
    yield made
    speak("en")


def spoken(code: str) -> dict[str, str]:
    """Every heading, column head and fixed sentence of the packet, by a name of its own."""
    speak(code)
    said: dict[str, str] = {}
    parts = ("recording", "observed", "glance", "flags", "reel", "speed", "further", "rates", "movements", "set_aside",
             "proofs", "notes", "sources", "settings", "check")  # fmt: skip
    said |= {f"heading {part}": headings.heading(part) for part in parts}
    said |= {f"clip {kind}": headings.clip_name(kind) for kind in ("original", "annotated", "slow")}
    said |= {"legend": legend(), "flag": headings.flag_word(), "above": intervals_above(3)}
    heads = (
        headings.movement_columns, headings.asked_columns, headings.interval_columns, headings.rate_columns,
        headings.proof_columns, headings.source_columns, headings.setting_columns,
    )  # fmt: skip
    said |= {f"{head.__name__} {n}": title for head in heads for n, title in enumerate(head())}
    said |= {f"limit {n}": limit for n, limit in enumerate(privacy.limits())}
    for name, columns in tables.tables().items():
        said |= {f"{name} {column}": meaning for column, meaning in columns}
    report = content.build_report(sessions.context(sessions.session()), [], None, [], None, [])
    software = {version for name, version in report.sources if ": " in name}
    pairs = (*report.recorded, *report.people, *report.answers, *(p for p in report.sources if p[1] not in software))
    said |= {f"pair {n}": name for n, (name, _) in enumerate(pairs)}
    return said


def test_every_heading_is_translated() -> None:
    english, german = spoken("en"), spoken("de")
    assert english.keys() == german.keys()
    same = {english[name] for name in english if english[name] == german[name]}
    assert same <= ALIKE


def test_no_english_stands_in_a_german_packet(packets: dict[str, Path]) -> None:
    english = {text for text in spoken("en").values() if len(text.split()) > 1} - ALIKE
    english |= {wording.disclaimer(), wording.clip_notice()}
    speak("de")
    packet = packets["de"]
    page = (packet / "index.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="de">')
    for path in [p for p in packet.rglob("*") if p.is_file() and p.suffix != ".mp4"]:
        if path.suffix == ".pdf":
            said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        else:
            said = re.sub(
                r"data:[a-z/]+;base64,[^\"]*|<style>.*?</style>", "", path.read_text("utf-8-sig"), flags=re.DOTALL
            )
        flat = " ".join(said.split())
        assert not [text for text in english if text in flat], path
        assert "keine diagnose" in flat.lower(), path
        assert forbidden_words(flat) == [], path
    assert "0:00:02,0" in page, "a comma in a sentence's or a table's time"


def test_clips_are_named_in_german(packets: dict[str, Path]) -> None:
    speak("de")
    for path in packets["de"].rglob("*.mp4"):
        command = ["ffprobe", "-v", "error", "-show_entries", "format_tags=title", "-of", "csv=p=0", str(path)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert wording.clip_notice() in said.replace('"', "")


def rows(path: Path) -> list[dict[str, str]]:
    """A table without its sentences."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = "\t" if path.suffix == ".tsv" else ","
        return [
            {k: v for k, v in row.items() if k not in SENTENCES} for row in csv.DictReader(file, delimiter=delimiter)
        ]


@pytest.mark.parametrize("name", ["movements.csv", "flags.csv", "coverage.csv", "dictionary.csv", "video_events.tsv"])
def test_what_programs_read_is_the_same(name: str, packets: dict[str, Path]) -> None:
    assert rows(packets["de"] / "data" / name) == rows(packets["en"] / "data" / name)


def test_keys_and_tiers_are_the_same(packets: dict[str, Path]) -> None:
    manifests = [json.loads((packets[c] / "manifest.json").read_text("utf-8")) for c in LANGUAGES]
    assert [f["file"] for f in manifests[0]["files"]] == [f["file"] for f in manifests[1]["files"]]
    assert manifests[0]["clips"] == manifests[1]["clips"]
    for name, found in (("video.eaf", 'TIER_ID="([^"]*)"'), ("video.TextGrid", 'name = "([^"]*)"')):
        texts = [(packets[c] / "data" / name).read_text("utf-8") for c in LANGUAGES]
        assert re.findall(found, texts[0]) == re.findall(found, texts[1]) != []
    sidecars = [json.loads((packets[c] / "data" / "video_events.json").read_text("utf-8")) for c in LANGUAGES]
    assert set(sidecars[0]) == set(sidecars[1]) >= set(bids.COLUMNS)
    boris = [json.loads((packets[c] / "data" / "video.boris").read_text("utf-8")) for c in LANGUAGES]
    codes = [[b["code"] for b in project["behaviors_conf"].values()] for project in boris]
    assert codes[0] == codes[1]


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        speak("tlh")
