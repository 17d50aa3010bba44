"""Whole packets: read in a browser with the network off, printed, listed, cancelled, and full of hostile text."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from annotator.errors import Cancelled, OutputError, SessionError, VideoError
from annotator.export import clips as clips_module
from annotator.export import words
from annotator.export.options import FORMATS, ExportOptions, parse_formats
from annotator.export.packet import export_session
from annotator.job import Job
from annotator.phrase import Phrase
from annotator.session.file import load, save
from annotator.session.model import Review
from annotator.wording import forbidden_words
from tests import clips
from tests.export import browser, sessions

SIZE = (320, 192)
FRAMES = 300


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ten-second video with sound and its session: three whole-body movements in a series."""
    folder = tmp_path_factory.mktemp("source")
    video = clips.write(
        folder / "video.mp4",
        [n * 3000 for n in range(FRAMES)],
        style=clips.Style(size=SIZE),
        tone=clips.Tone(bursts=[(5.0, 7.0)], end=10.0),
    )
    limbs = ("left_arm", "right_arm", "left_leg", "right_leg")
    moved = [sessions.movement(n, at, at + 0.5, *limbs) for n, at in ((1, 2.0), (2, 4.0), (3, 7.0))]
    moved.append(sessions.movement(4, 8.6, 8.9, "head", review=Review("rejected", "Reviewer A", note="a hand")))
    made = sessions.of_video(video, *moved)
    sessions.saved(folder, made, (list(range(0, FRAMES, 5)), [sessions.lying(*SIZE)] * (FRAMES // 5)))
    return folder


@pytest.fixture(scope="module")
def packet(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    options = ExportOptions(lead_in_s=1, lead_out_s=1, slow_motion=0.5, baby="A. B.", zip_packet=True)
    return export_session(source / "video.session.json", out, options, Job())


def everything_said(packet: Path) -> str:
    """All text of a packet's files that a person reads."""
    parts = []
    for path in sorted(p for p in packet.rglob("*") if p.is_file()):
        if path.suffix == ".pdf":
            parts.append(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout)
        elif path.suffix not in (".mp4", ".jpg"):
            text = path.read_text(encoding="utf-8-sig")
            parts.append(re.sub(r"data:[a-z/]+;base64,[A-Za-z0-9+/=]*|<style>.*?</style>", "", text, flags=re.DOTALL))
    return "\n".join(parts)


def test_the_page_opens_and_plays_with_the_network_off(packet: Path) -> None:
    seen, console = browser.look(packet / "index.html")
    assert seen["scripts"] == 0
    assert words.disclaimer() in seen["text"]
    assert "A. B." in seen["text"]
    assert seen["videos"][0]["source"] == "highlights.mp4"
    assert len(seen["videos"]) == 4
    assert all(v["played"] and v["width"] > 0 for v in seen["videos"]), seen["videos"]
    cues = {v["source"].rsplit("_", 1)[-1]: v["cues"] for v in seen["videos"]}
    assert cues["annotated.mp4"] == cues["original.mp4"]
    assert cues["annotated.mp4"] >= 3
    assert "Refused to" not in console
    assert "violates the following" not in console


def test_the_page_looks_like_a_page(packet: Path, tmp_path: Path) -> None:
    console = browser.screenshot(packet / "index.html", tmp_path / "page.png")
    mine = [row for row in console.splitlines() if "CONSOLE" in row and "chrome://" not in row]
    assert not mine, mine
    with Image.open(tmp_path / "page.png") as picture:
        colours = picture.convert("RGB").getcolors(1 << 24)
        assert colours is not None
        assert len(colours) > 500, "text, drawings and pictures"


def test_the_page_loads_nothing_from_elsewhere(packet: Path) -> None:
    for page in packet.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text
        assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?\s*(?:https?:|//|javascript:)""", text)
        for address in re.findall(r'(?:src|href)="([^"]*)"', text):
            assert address.startswith(("data:", "#")) or (packet / address).is_file(), address


def test_the_pdf_renders_and_its_first_page_tells_it_all(packet: Path, tmp_path: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "50", "-png", str(packet / "report.pdf"), str(tmp_path / "p")], check=True)
    pages = sorted(tmp_path.glob("p*.png"))
    assert len(pages) >= 2
    for page in pages:
        with Image.open(page) as picture:
            assert np.asarray(picture.convert("L")).min() < 100
    command = ["pdftotext", "-l", "1", "-layout", str(packet / "report.pdf"), "-"]
    first = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for wanted in (words.disclaimer(), "Recorded", "could be observed", "Pattern flags", "How long", "Reviewed by"):
        assert wanted in first, wanted
    fonts = subprocess.run(["pdffonts", packet / "report.pdf"], capture_output=True, text=True, check=True).stdout
    assert all(row.split()[-5] == "yes" for row in fonts.splitlines()[2:] if "DejaVu" in row), "letters travel along"
    images = subprocess.run(["pdfimages", "-list", packet / "report.pdf"], capture_output=True, text=True, check=True)
    assert len(images.stdout.splitlines()) - 2 <= 4, "thumbnails only: the drawings are vectors"


def test_the_manifest_lists_every_file_with_its_sha256(packet: Path) -> None:
    manifest = json.loads((packet / "manifest.json").read_text(encoding="utf-8"))
    listed = {entry["file"]: entry["sha256"] for entry in manifest["files"]}
    found = {p.relative_to(packet).as_posix() for p in packet.rglob("*") if p.is_file()} - {"manifest.json"}
    assert set(listed) == found
    for name, digest in listed.items():
        assert hashlib.sha256((packet / name).read_bytes()).hexdigest() == digest
    assert all(entry["about"] for entry in manifest["files"])
    assert all(clip["largest_time_error_ms"] == 0 for clip in manifest["clips"])
    with zipfile.ZipFile(packet.with_name(packet.name + ".zip")) as archive:
        assert archive.testzip() is None
        assert {n.partition("/")[2] for n in archive.namelist()} == found | {"manifest.json"}


def test_nothing_that_is_said_claims_anything(packet: Path) -> None:
    assert forbidden_words(everything_said(packet)) == []


def test_every_file_carries_the_disclaimer(packet: Path) -> None:
    for path in sorted(p for p in packet.rglob("*") if p.is_file()):
        if path.suffix == ".mp4":
            command = ["ffprobe", "-v", "error", "-show_entries", "format_tags=title", "-of", "csv=p=0", str(path)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert words.clip_notice() in said.replace('"', "")
            continue
        if path.suffix == ".pdf":
            said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        else:
            said = path.read_text(encoding="utf-8-sig")
        assert "not a diagnosis" in said.lower(), path


def test_nothing_found_says_out_of_how_much(source: Path, tmp_path: Path) -> None:
    made = load(source / "video.session.json")
    shutil.copy(source / "video.mp4", tmp_path)
    session = sessions.saved(tmp_path, replace(made, movements=(), patterns=(), signals_file=None, signals_sha256=None))
    packet = export_session(session, tmp_path / "out")
    assert not (packet / "clips").exists()
    for name in (
        "index.html",
        "data/coverage.csv",
        "data/video.vtt",
        "data/video.srt",
        "data/video.eaf",
        "manifest.json",
    ):
        said = (packet / name).read_text(encoding="utf-8-sig")
        assert "10 of 10 observable seconds" in said, name
        assert "rules nothing out" in said, name
    assert forbidden_words(everything_said(packet)) == []


def test_hostile_text_does_nothing(source: Path, tmp_path: Path) -> None:
    made = load(source / "video.session.json")
    name = "a<script>hurt=1<_script>'\"=cmd\u202e עברית 👶.mp4"
    shutil.copy(source / "video.mp4", tmp_path / name)
    review = Review("accepted", sessions.HOSTILE, "reviewer", "2026-11-21", "=cmd|' /C calc'!A0 " + sessions.HOSTILE)
    hostile = replace(
        made,
        video=replace(made.video, file=name),
        movements=tuple(replace(m, review=review) for m in made.movements),
        observer=sessions.hostile().observer,
        software={"annotator": "1", sessions.HOSTILE: sessions.HOSTILE},
        signals_file=None,
        signals_sha256=None,
    )
    session = sessions.saved(tmp_path, hostile, stem="x=<b>")
    options = ExportOptions(lead_in_s=0, lead_out_s=0, baby=sessions.HOSTILE)
    packet = export_session(session, tmp_path / "out", options)
    assert re.fullmatch(r"[\w-]+", packet.name)
    for path in packet.rglob("*"):
        assert re.fullmatch(r"[\w.-]+", path.name), path.name
    seen, _ = browser.look(packet / "index.html")
    assert seen["alive"], "the name's script did not run"
    assert "<script>" in seen["text"], "and is shown as it is"
    assert all(v["played"] for v in seen["videos"])
    for table in (packet / "data").glob("*.[ct]sv"):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter="\t" if table.suffix == ".tsv" else ","):
                assert not any(value[:1] in ("=", "+", "@") for value in row)
    subprocess.run(["pdftoppm", "-r", "20", "-png", packet / "report.pdf", tmp_path / "p"], check=True)


def test_the_video_name_can_be_kept_out(source: Path, tmp_path: Path) -> None:
    shutil.copytree(source, tmp_path / "s")
    (tmp_path / "s" / "video.mp4").rename(tmp_path / "s" / "little_alex_at_home.mp4")
    made = load(tmp_path / "s" / "video.session.json")
    path = tmp_path / "s" / "little_alex_at_home.session.json"
    save(replace(made, video=replace(made.video, file="little_alex_at_home.mp4")), path)
    packet = export_session(path, tmp_path / "out", ExportOptions(hide_video_name=True, lead_in_s=0, lead_out_s=0))
    assert "alex" not in str(packet.relative_to(tmp_path))
    assert not any("alex" in p.name for p in packet.rglob("*"))
    assert "alex" not in everything_said(packet)


def test_a_cancelled_export_leaves_nothing(source: Path, tmp_path: Path) -> None:
    seen: list[str] = []

    def stop(done: float, total: float, label: str) -> None:
        seen.append(label)
        if label.startswith("Writing clip") and done > 0.2:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        export_session(source / "video.session.json", tmp_path / "out", ExportOptions(lead_in_s=1), job)
    assert list((tmp_path / "out").iterdir()) == []
    assert "Writing tables" in seen


def test_a_failed_export_leaves_nothing(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mismatch(*_: Any) -> Any:
        raise OutputError("clip", Phrase("the clip does not match the source"), Phrase("Export again"))

    monkeypatch.setattr(clips_module, "prove", mismatch)
    with pytest.raises(OutputError):
        export_session(source / "video.session.json", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_packet_that_is_there_is_kept(source: Path, tmp_path: Path) -> None:
    options = ExportOptions(formats=parse_formats("csv"))
    first = export_session(source / "video.session.json", tmp_path, options)
    second = export_session(source / "video.session.json", tmp_path, options)
    assert (first.name, second.name) == ("video-packet", "video-packet-2")
    assert {p.name for p in second.rglob("*.csv")} == {"movements.csv", "flags.csv", "coverage.csv", "dictionary.csv"}


def test_a_video_that_is_gone_or_changed_is_said(source: Path, tmp_path: Path) -> None:
    shutil.copytree(source, tmp_path / "s")
    video = tmp_path / "s" / "video.mp4"
    with video.open("ab") as file:
        file.write(b"x")
    with pytest.raises(VideoError, match="not the one that was analysed"):
        export_session(tmp_path / "s" / "video.session.json", tmp_path / "out")
    video.unlink()
    with pytest.raises(VideoError, match="is not there"):
        export_session(tmp_path / "s" / "video.session.json", tmp_path / "out")
    packet = export_session(
        tmp_path / "s" / "video.session.json",
        tmp_path / "out",
        ExportOptions(formats=parse_formats("interchange,report")),
    )
    assert (packet / "index.html").is_file()
    with pytest.raises(SessionError):
        export_session(tmp_path / "none.session.json", tmp_path / "out")


def test_an_output_that_cannot_be_written_is_said(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    with pytest.raises(OutputError, match="a file of that name is in the way"):
        export_session(source / "video.session.json", tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("csv", {"csv"}),
        ("csv, eaf", {"csv", "eaf"}),
        ("all", set(FORMATS)),
        ("report", {"html", "pdf"}),
        ("interchange", set(FORMATS) - {"clips", "highlights", "html", "pdf"}),
    ],
)
def test_formats_are_read(text: str, expected: set[str]) -> None:
    assert parse_formats(text) == expected


@pytest.mark.parametrize("text", ["", "docx", "csv docx"])
def test_unknown_formats_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="unknown format"):
        parse_formats(text)


@pytest.mark.parametrize("wrong", [{"lead_in_s": -1}, {"slow_motion": 2.0}, {"largest_side_px": 8}])
def test_impossible_choices_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must|cannot"):
        ExportOptions(**wrong)
