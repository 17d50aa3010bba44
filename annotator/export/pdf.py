"""The report as a PDF: the same content, vector drawings, letters inside the file.

ReportLab: pure Python, installs by pip alone everywhere. DejaVu Sans has Latin, Greek, Cyrillic, Hebrew and Arabic
letters; a sign it lacks shows as a box.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
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
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from annotator import wording
from annotator.export import content, plots
from annotator.export.content import Report, RuleCard
from annotator.export.lettering import font_path
from annotator.export.text import line

_FONT, _BOLD = "PacketSans", "PacketSansBold"
_WIDTH: Final = A4[0] - 30 * mm
_INK, _MUTED, _RULE, _ACCENT, _WASH = (HexColor(c) for c in ("#22262b", "#5d646d", "#dcd8d0", "#0b5f8f", "#e9f1f6"))
_CARDS_ACROSS: Final = 4


def write_pdf(report: Report, path: Path) -> None:
    """Writes report.pdf."""
    for name, bold in ((_FONT, False), (_BOLD, True)):
        pdfmetrics.registerFont(TTFont(name, str(font_path(bold))))

    def margins(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(_BOLD, 7)
        canvas.setFillColor(_ACCENT)
        canvas.drawString(15 * mm, 9 * mm, report.disclaimer)
        canvas.setFont(_FONT, 7)
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
        invariant=True,
    )
    frame = Frame(
        15 * mm, 14 * mm, _WIDTH, A4[1] - 26 * mm, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=margins)])
    document.build([*_first(report), *_sections(report), *_back(report)])


def _style(size: float, bold: bool = False, colour: Any = _INK, after: float = 2.0) -> ParagraphStyle:
    return ParagraphStyle(
        f"s{size}{bold}{colour}{after}",
        fontName=_BOLD if bold else _FONT,
        fontSize=size,
        leading=size * 1.3,
        textColor=colour,
        spaceAfter=after,
        alignment=TA_LEFT,
        splitLongWords=1,
    )


def _text(text: str, size: float = 8.0, bold: bool = False, colour: Any = _INK, after: float = 2.0) -> Paragraph:
    return Paragraph(escape(line(text)), _style(size, bold, colour, after))


def _heading(text: str) -> Paragraph:
    return _text(text, 10.5, bold=True, after=3)


def _first(report: Report) -> list[Any]:
    facts = [*report.recorded, *report.people]
    left = Table(
        [[_text(k, 7.5, colour=_MUTED, after=0), _text(v, 7.5, after=0)] for k, v in facts],
        colWidths=[_WIDTH * 0.15, _WIDTH * 0.39],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(0.8)],
    )
    right = [_heading("How much could be observed"), *(_text(s, 7.5) for s in report.observed)]
    glance = Table(
        [[[_heading("Recording"), left], right]],
        colWidths=[_WIDTH * 0.56, _WIDTH * 0.44],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(0)],
    )
    parts: list[Any] = [
        _text(report.title, 16, bold=True, after=3),
        _boxed(report.disclaimer),
        Spacer(1, 4),
        _text(report.outcome, 12, after=5),
        glance,
        Spacer(1, 3),
        plots.overview(report.context.view, _WIDTH),
        Spacer(1, 4),
        _heading("Pattern flags"),
    ]
    cards = [_card(card) for card in report.cards]
    parts += _cards(cards)
    if not cards:
        parts.append(_text(report.outcome))
    parts.append(_text(wording.what_a_flag_says(), 7, colour=_MUTED, after=4))
    parts += [_heading("The documents' table, filled in"), _documents(report)]
    parts += [Spacer(1, 6), *(_answer(question, answer) for question, answer in report.answers)]
    return parts


def _boxed(text: str) -> Table:
    style = [("BACKGROUND", (0, 0), (-1, -1), _WASH), ("LINEBEFORE", (0, 0), (0, -1), 3, _ACCENT), *_tight(3)]
    return Table(
        [[_text(text, 9, bold=True, after=0)]], colWidths=[_WIDTH], style=[*style, ("LEFTPADDING", (0, 0), (-1, -1), 8)]
    )


def _answer(question: str, answer: str) -> Table:
    row = [[_text(question, 7.5, colour=_MUTED, after=0), _text(answer, 7.5, after=0)]]
    return Table(row, colWidths=[_WIDTH * 0.5, _WIDTH * 0.5], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(1)])


def _card(card: RuleCard) -> list[Any]:
    across = _WIDTH / _CARDS_ACROSS - 8
    parts: list[Any] = [_picture(card.thumbnail, across, 23 * mm)] if card.thumbnail else []
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
    return [Table(rows, colWidths=[_WIDTH / _CARDS_ACROSS] * _CARDS_ACROSS, style=style)]


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
        title = row.title + (" – flag" if row.met else "")
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
    widths = [_WIDTH * share for share in (0.14, 0.42, 0.2, 0.24)]
    return Table(rows, colWidths=widths, style=style, repeatRows=1)


def _sections(report: Report) -> list[Any]:
    parts: list[Any] = []
    for section in report.sections:
        flags = [f.flag for f in section.flags]
        drawing = plots.traces(report.context.view, report.signals, flags, section.span_s, _WIDTH)
        clips = "; ".join(f"clips/{f.path.name}" for f in section.clips.files) if section.clips else ""
        start: list[Any] = [
            Spacer(1, 8),
            _text(section.title, 12, bold=True),
            *([_text(f"Clips: {clips}", 7, colour=_MUTED)] if clips else []),
            *([drawing] if drawing is not None else []),
        ]
        parts += [CondPageBreak(90 * mm), KeepTogether(start)]
        for flag in section.flags:
            parts.append(CondPageBreak(35 * mm))
            parts += [_heading(flag.title), _text(f"{flag.when}. {flag.said_in_full}"), _text(flag.review)]
            parts.append(_grid(content.ASKED_COLUMNS, flag.comparisons, (0.6, 0.4)))
            parts.append(_grid(content.INTERVAL_COLUMNS, flag.intervals, (0.07, 0.18, 0.18, 0.12, 0.14, 0.31)))
    return parts


def _back(report: Report) -> list[Any]:
    parts: list[Any] = [CondPageBreak(50 * mm), _heading("Movements per observed hour and per limb")]
    parts += [_grid(content.RATE_COLUMNS, report.rates, (0.25, 0.2, 0.25, 0.3)), _heading("All movements")]
    if report.movements:
        parts.append(
            _grid(content.MOVEMENT_COLUMNS, report.movements, (0.05, 0.12, 0.12, 0.08, 0.14, 0.17, 0.14, 0.18))
        )
    else:
        parts.append(_text(report.outcome))
    if report.set_aside:
        parts += [_heading("Set aside by a reviewer, counted nowhere"), *(_text(s, 7) for s in report.set_aside)]
    if report.proofs:
        parts += [_heading("The clips, checked against the source")]
        parts.append(_grid(content.PROOF_COLUMNS, report.proofs, (0.42, 0.1, 0.26, 0.22)))
    if report.notes:
        parts += [_heading("Notes on this packet"), *(_text(note, 7.5) for note in report.notes)]
    parts += [_heading("Sources and versions"), _grid(("What", "Which"), report.sources, (0.25, 0.75))]
    parts += [_heading("Settings used"), _grid(("Setting", "Value"), report.settings, (0.5, 0.5))]
    return parts


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> Table:
    cells = [[_text(title, 6.5, True, _MUTED, 0) for title in head]]
    cells += [[_text(value, 7, after=0) for value in row] for row in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 1), (-1, -1), 0.4, _RULE), *_tight(1.2)]
    widths = [_WIDTH * share for share in shares]
    return Table(cells, colWidths=widths, style=style, repeatRows=1, spaceAfter=8)


def _tight(points: float) -> list[Any]:
    sides = (("TOPPADDING", points), ("BOTTOMPADDING", points), ("LEFTPADDING", 0), ("RIGHTPADDING", 6))
    return [(name, (0, 0), (-1, -1), value) for name, value in sides]
