"""What the report says and draws, and people's own words on paper."""

from __future__ import annotations

import re
import subprocess
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from arabic_reshaper import reshape
from reportlab.platypus import SimpleDocTemplate

from annotator.export import pdf, plots
from annotator.export.clips import ClipFile, SegmentClips
from annotator.export.content import build_report
from annotator.export.lettering import PDF_FONT
from annotator.export.options import ExportOptions
from annotator.export.page import page
from annotator.export.pdf import write_pdf
from annotator.export.plan import plan_segments
from annotator.export.prove import Proof
from annotator.export.scripts import MixedParagraph, in_order, lacking, with_names
from annotator.export.view import packet_view
from annotator.video.times import FrameTimes
from annotator.wording.report import signs_named_note
from tests.export import sessions

HEBREW, ARABIC = "עברית", "عمر"


def printed(path: Path, *options: str) -> str:
    """The words of a PDF, in the order that they are read in."""
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_names_of_every_script_are_readable_on_paper(tmp_path: Path) -> None:
    context = sessions.context(sessions.session(), baby=f"{HEBREW} Bo 👶🏽 王")
    write_pdf(build_report(context, [], None, [], None, []), tmp_path / "report.pdf")
    said = " ".join(printed(tmp_path / "report.pdf").split())
    # pdftotext turns what stands from right to left back into the order of reading.
    assert HEBREW in said
    assert "Bo [baby] [U+738B]" in said
    assert signs_named_note() in said
    plain = sessions.context(sessions.session(), baby="A. B.")
    write_pdf(build_report(plain, [], None, [], None, []), tmp_path / "plain.pdf")
    assert signs_named_note() not in " ".join(printed(tmp_path / "plain.pdf").split())


def test_lines_are_put_in_order_and_letters_joined() -> None:
    assert in_order(f"of {HEBREW} A.") == f"of {HEBREW[::-1]} A."
    joined = in_order(reshape(ARABIC))
    assert len(joined) == len(ARABIC)
    assert joined != ARABIC[::-1], "its letters have their joined forms"


def test_a_long_text_from_right_to_left_is_read_line_after_line(tmp_path: Path) -> None:
    pdf.register_fonts()
    words = [f"{HEBREW}{n}" for n in range(60)]
    made = MixedParagraph(" ".join(words), pdf.style(8.0))
    assert made.wrap(200, 1000)[1] > 3 * 8
    document = SimpleDocTemplate(str(tmp_path / "a.pdf"))
    document.build([made])
    found = [int(n) for n in re.findall(r"\d+", printed(tmp_path / "a.pdf", "-layout"))]
    assert found[0] == words.index(f"{HEBREW}{found[0]}") < 12, "the first words stand in the first line"
    assert sorted(found) == list(range(60))


@pytest.mark.parametrize(
    ("text", "shown"), [("Mia", "Mia"), ("👶", "[baby]"), ("👩‍👦", "[woman][boy]"), ("\u4e00", "[U+4E00]")]
)
def test_a_sign_without_letters_is_named(text: str, shown: str) -> None:
    pdf.register_fonts()
    assert with_names(text, PDF_FONT) == shown
    assert lacking(text, PDF_FONT) == (text != shown)


def test_a_long_flag_says_how_little_of_it_the_clips_show() -> None:
    moved = tuple(sessions.movement(n, 100.0 * n, 100.0 * n + 0.4, "left_arm") for n in range(1, 40))
    made = sessions.session(4000.0, movements=moved, patterns=(), looked=())
    times = FrameTimes(np.arange(120_000, dtype=np.int64), Fraction(1, 30), 1)
    context = sessions.context(made, times)
    segments = plan_segments(packet_view(made), times, ExportOptions())
    clips = [SegmentClips(s, [ClipFile(Path("a.mp4"), "original", Proof(1, 0.0, 0.0, 0.0))]) for s in segments]
    report = build_report(context, clips, None, [], None, [])
    (flag,) = [flag for section in report.sections for flag in section.flags]
    assert "The clips show 6 of its 39 movements" in flag.partly
    assert flag.partly in page(report)
    without = build_report(context, [], None, [], None, [])
    assert [flag.partly for section in without.sections for flag in section.flags] == [""]


def test_the_same_movements_are_listed_once() -> None:
    moved = tuple(sessions.movement(n, 5.0 * n, 5.0 * n + 0.4, "left_arm", "right_arm") for n in range(1, 5))
    made = sessions.session(movements=moved, patterns=())
    report = build_report(sessions.context(made), [], None, [], None, [])
    flags = [flag for section in report.sections for flag in section.flags]
    lists = {flag.flag.flag.movements: flag.flag.number for flag in reversed(flags) if flag.intervals}
    assert any(flag.same_as is not None for flag in flags)
    for flag in flags:
        assert flag.same_as is None or (not flag.intervals and lists[flag.flag.flag.movements] == flag.same_as)


@pytest.mark.parametrize("look", [plots.PAPER, plots.WIDE, plots.NARROW])
def test_a_drawings_labels_end_beside_their_lanes_and_nothing_sticks_out(look: plots.Look) -> None:
    drawing = plots.overview(packet_view(sessions.session()), look)
    text = plots.svg(drawing, "At a glance")
    assert f'viewBox="0 0 {look.width:g}' in text
    ends = {x for x, anchor in re.findall(r'<text x="([\d.]+)"[^>]*text-anchor="(\w+)"', text) if anchor == "end"}
    assert len(ends) == 1
    for left, wide in re.findall(r'<rect x="([-\d.]+)"[^>]*width="([-\d.]+)"', text):
        assert 0 <= float(left) <= float(left) + float(wide) <= look.width
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', text)]
    assert min(sizes) >= 0.8 * look.text
