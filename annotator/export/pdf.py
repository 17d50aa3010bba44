"""The report as a PDF: the same content, vector drawings, letters inside the file.

ReportLab: pure Python, installs by pip alone everywhere. DejaVu Sans has Latin, Greek, Cyrillic, Hebrew and Arabic
letters; a sign it lacks is named, and right-to-left text is put in order (`scripts`).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    Image,
    KeepInFrame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from annotator import wording
from annotator.export import headings, plots
from annotator.export.content import FlagContent, Report, RuleCard
from annotator.export.headings import heading
from annotator.export.lettering import PDF_BOLD, PDF_FONT, font_path
from annotator.export.scripts import MixedParagraph, lacking, right_to_left, with_names
from annotator.export.text import line
from annotator.wording.report import intervals_above, signs_named_note, table_heading, what_the_table_is
from annotator.wording.translate import language, translate

_WIDTH: Final = A4[0] - 30 * mm
_INK, _MUTED, _RULE, _ACCENT, _WASH = (HexColor(c) for c in ("#22262b", "#5d646d", "#dcd8d0", "#0b5f8f", "#e9f1f6"))
_CARDS_ACROSS: Final = 4
_TALL: Final = A4[1] - 26 * mm
_MOST_SHRUNK: Final = 1.2


def write_pdf(report: Report, path: Path) -> None:
    """Writes report.pdf."""
    register_fonts()

    def margins(canvas: Any, document: Any) -> None:
        canvas.saveState()
        # Beside the page's number, whatever the language's length.
        size = min(7.0, 7.0 * (_WIDTH - 10 * mm) / pdfmetrics.stringWidth(report.disclaimer, PDF_BOLD, 7))
        canvas.setFont(PDF_BOLD, size)
        canvas.setFillColor(_ACCENT)
        canvas.drawString(15 * mm, 9 * mm, report.disclaimer)
        canvas.setFont(PDF_FONT, 7)
        canvas.setFillColor(_MUTED)
        canvas.drawRightString(A4[0] - 15 * mm, 9 * mm, f"{document.page}")
        canvas.restoreState()

    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        title=line(report.title),
        subject=report.disclaimer,
        author="annotator",
        creator=f"annotator {report.context.version}",
        lang=language(),
        invariant=True,
    )
    frame = Frame(15 * mm, 14 * mm, _WIDTH, _TALL, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=margins)])
    document.build([*_first(report), *_sections(report), *_back(report)])


def register_fonts() -> None:
    """Makes the letters known to ReportLab."""
    for name, bold in ((PDF_FONT, False), (PDF_BOLD, True)):
        pdfmetrics.registerFont(TTFont(name, str(font_path(bold))))


def style(size: float, bold: bool = False, colour: Any = _INK, after: float = 2.0) -> ParagraphStyle:
    """A paragraph's look."""
    return ParagraphStyle(
        f"s{size}{bold}{colour}{after}",
        fontName=PDF_BOLD if bold else PDF_FONT,
        fontSize=size,
        leading=size * 1.3,
        textColor=colour,
        spaceAfter=after,
        alignment=TA_LEFT,
        splitLongWords=1,
    )


def _text(text: str, size: float = 8.0, bold: bool = False, colour: Any = _INK, after: float = 2.0) -> Any:
    look = style(size, bold, colour, after)
    plain = with_names(line(text), look.fontName)
    return MixedParagraph(plain, look) if right_to_left(plain) else Paragraph(escape(plain), look)


def _heading(text: str) -> Any:
    return _text(text, 10.5, bold=True, after=3)


def _first(report: Report) -> list[Any]:
    shares = [0.16, 0.32, 0.16, 0.36]
    facts = Table(
        [[cell for pair in pairs for cell in _fact(pair)] for pairs in zip_longest(report.recorded, report.people)],
        colWidths=[_WIDTH * share for share in shares],
        hAlign="LEFT",
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(0.6)],
    )
    observed = _fact((heading("observed"), " ".join(report.observed)))
    parts: list[Any] = [
        _text(report.title, 15, bold=True, after=2),
        _boxed(report.disclaimer),
        Spacer(1, 3),
        _text(report.outcome, 11, after=3),
        facts,
        Table([observed], colWidths=[_WIDTH * 0.3, _WIDTH * 0.7], hAlign="LEFT", style=[*_tight(1.5)]),
        plots.overview(report.context.view),
        Spacer(1, 3),
        _heading(heading("flags")),
    ]
    cards = [_card(card) for card in report.cards]
    parts += _cards(cards)
    if not cards:
        parts.append(_text(report.outcome))
    parts.append(_text(wording.what_a_flag_says(), 6.5, colour=_MUTED, after=4))
    parts += [_heading(table_heading()), _text(what_the_table_is(), 6.5, colour=_MUTED, after=2), _documents(report)]
    parts += [Spacer(1, 2), *(_answer(question, answer) for question, answer in report.answers)]
    return _on_one_page(parts)


def _fact(pair: tuple[str, str] | None) -> list[Any]:
    name, value = pair or ("", "")
    return [_text(name, 7.2, colour=_MUTED, after=0), _text(value, 7.2, after=0)]


def _on_one_page(parts: list[Any]) -> list[Any]:
    """The first page's parts, made a little smaller where that lets them stand on it; otherwise as they are."""
    tall = sum(part.wrap(_WIDTH, _TALL)[1] + part.getSpaceAfter() for part in parts)
    if not _TALL < tall <= _MOST_SHRUNK * _TALL:
        return parts
    return [KeepInFrame(_WIDTH, _TALL - 1, parts, mode="shrink", hAlign="LEFT")]


def _boxed(text: str) -> Table:
    style = [("BACKGROUND", (0, 0), (-1, -1), _WASH), ("LINEBEFORE", (0, 0), (0, -1), 3, _ACCENT), *_tight(3)]
    return Table(
        [[_text(text, 9, bold=True, after=0)]],
        colWidths=[_WIDTH],
        hAlign="LEFT",
        style=[*style, ("LEFTPADDING", (0, 0), (-1, -1), 8)],
    )


def _answer(question: str, answer: str) -> Table:
    row = [[_text(question, 7.5, colour=_MUTED, after=0), _text(answer, 7.5, after=0)]]
    return Table(
        row,
        colWidths=[_WIDTH * 0.5, _WIDTH * 0.5],
        hAlign="LEFT",
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(1)],
    )


def _card(card: RuleCard) -> list[Any]:
    across = _WIDTH / _CARDS_ACROSS - 8
    parts: list[Any] = [_picture(card.thumbnail, across, 17 * mm)] if card.thumbnail else []
    parts.append(_text(card.title, 7.5, bold=True, after=0))
    return [*parts, *(_text(said, 6.5, colour=_INK if n else _MUTED, after=0) for n, said in enumerate(card.said))]


def _cards(cards: Sequence[list[Any]]) -> list[Any]:
    rows = []
    for start in range(0, len(cards), _CARDS_ACROSS):
        row = list(cards[start : start + _CARDS_ACROSS])
        rows.append([*row, *([""] * (_CARDS_ACROSS - len(row)))])
    if not rows:
        return []
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(2), ("RIGHTPADDING", (0, 0), (-1, -1), 8)]
    return [Table(rows, colWidths=[_WIDTH / _CARDS_ACROSS] * _CARDS_ACROSS, hAlign="LEFT", style=style)]


def _picture(picture: bytes, widest: float, tallest: float) -> Image:
    image = Image(io.BytesIO(picture))
    scale = min(widest / image.imageWidth, tallest / image.imageHeight)
    image.drawWidth, image.drawHeight = image.imageWidth * scale, image.imageHeight * scale
    image.hAlign = "LEFT"
    return image


def _documents(report: Report) -> Table:
    rows = [[_text(wording.column_title(c), 6.5, True, _MUTED, 0) for c in ("row", "found", "typical", "to_raise")]]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 1), (-1, -1), 0.4, _RULE), *_tight(1.5)]
    for n, row in enumerate(report.table, 1):
        title = row.title + (f" – {headings.flag_word()}" if row.met else "")
        rows.append(
            [
                _text(title, 7, True, _ACCENT if row.met else _INK, 0),
                [_text(s, 7, after=0) for s in row.found],
                _text(row.typical, 6.5, colour=_MUTED, after=0),
                _text(row.to_raise, 6.5, colour=_MUTED, after=0),
            ]
        )
        if row.met:
            style.append(("BACKGROUND", (0, n), (1, n), _WASH))
    widths = [_WIDTH * share for share in (0.14, 0.38, 0.22, 0.26)]
    return Table(rows, colWidths=widths, hAlign="LEFT", style=style, repeatRows=1)


def _sections(report: Report) -> list[Any]:
    parts: list[Any] = []
    for section in report.sections:
        flags = [f.flag for f in section.flags]
        drawing = plots.traces(report.context.view, report.signals, flags, section.span_s)
        clips = "; ".join(f"clips/{f.path.name}" for f in section.clips.files) if section.clips else ""
        start: list[Any] = [
            Spacer(1, 8),
            _text(section.title, 12, bold=True),
            *([_text(translate("Wording", "Clips: {names}").format(names=clips), 7, colour=_MUTED)] if clips else []),
            *([drawing] if drawing is not None else []),
        ]
        parts += [CondPageBreak(90 * mm), KeepTogether(start)]
        for flag in section.flags:
            parts += [CondPageBreak(35 * mm), *_flag(flag)]
    return parts


def _flag(flag: FlagContent) -> list[Any]:
    parts = [_heading(flag.title), _text(f"{flag.when}. {flag.said_in_full}")]
    if flag.partly:
        parts.append(_text(flag.partly))
    parts += [_text(flag.review), _grid(headings.asked_columns(), flag.comparisons, (0.6, 0.4))]
    if flag.same_as is None:
        parts.append(_grid(headings.interval_columns(), flag.intervals, (0.07, 0.18, 0.18, 0.12, 0.14, 0.31)))
    else:
        parts.append(_text(intervals_above(flag.same_as)))
    return parts


def _back(report: Report) -> list[Any]:
    parts: list[Any] = [CondPageBreak(50 * mm), _heading(heading("rates"))]
    parts += [_grid(headings.rate_columns(), report.rates, (0.25, 0.2, 0.25, 0.3)), _heading(heading("movements"))]
    if report.movements:
        parts.append(
            _grid(headings.movement_columns(), report.movements, (0.05, 0.12, 0.12, 0.09, 0.14, 0.17, 0.13, 0.18))
        )
    else:
        parts.append(_text(report.outcome))
    if report.set_aside:
        parts += [_heading(heading("set_aside")), *(_text(s, 7) for s in report.set_aside)]
    if report.proofs:
        parts += [_heading(heading("proofs"))]
        parts.append(_grid(headings.proof_columns(), report.proofs, (0.42, 0.1, 0.26, 0.22)))
    notes = [*report.notes, *([signs_named_note()] if _signs_lack(report) else [])]
    if notes:
        parts += [_heading(heading("notes")), *(_text(note, 7.5) for note in notes)]
    parts += [_heading(heading("sources")), _grid(headings.source_columns(), report.sources, (0.25, 0.75))]
    parts += [_heading(heading("settings")), _grid(headings.setting_columns(), report.settings, (0.5, 0.5))]
    return parts


def _signs_lack(report: Report) -> bool:
    """Whether people used signs that the letters lack."""
    said = [report.title, *(v for _, v in (*report.recorded, *report.people, *report.answers, *report.sources))]
    said += [flag.review for section in report.sections for flag in section.flags]
    said += [cell for row in report.movements for cell in row] + list(report.set_aside)
    said += [sentence for row in report.table for sentence in row.found]
    return any(lacking(line(text), PDF_FONT) for text in said)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> Table:
    cells = [[_text(title, 6.5, True, _MUTED, 0) for title in head]]
    cells += [[_text(value, 7, after=0) for value in row] for row in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 1), (-1, -1), 0.4, _RULE), *_tight(1.2)]
    widths = [_WIDTH * share for share in shares]
    return Table(cells, colWidths=widths, hAlign="LEFT", style=style, repeatRows=1, spaceAfter=8)


def _tight(points: float) -> list[Any]:
    sides = (("TOPPADDING", points), ("BOTTOMPADDING", points), ("LEFTPADDING", 0), ("RIGHTPADDING", 6))
    return [(name, (0, 0), (-1, -1), value) for name, value in sides]
