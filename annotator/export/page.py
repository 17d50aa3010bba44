"""The report as one offline page: no script at all, no file from elsewhere but the clips beside it.

Pictures, drawings and captions are inside the page. Every text from the session is escaped and stands in its own <bdi>,
so that right-to-left names reorder nothing around them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from annotator import wording
from annotator.export import headings, plots, words
from annotator.export.clips import SegmentClips
from annotator.export.content import FlagContent, Report, RuleCard, Section
from annotator.export.headings import heading
from annotator.export.style import CSS
from annotator.export.subtitles import marks, vtt
from annotator.export.text import line
from annotator.wording.report import intervals_above, legend, table_heading, what_the_table_is
from annotator.wording.translate import language, translate

# The page may load nothing but itself and the clips beside it, whatever a text in it says.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)


def write_page(report: Report, path: Path) -> None:
    """Writes index.html."""
    path.write_text(page(report), encoding="utf-8", newline="\n")


def page(report: Report) -> str:
    """The page's HTML."""
    parts = [_head(report), _first(report), _table(report)]
    if report.reel:
        parts.append(_reel(report))
    parts += [_section(section, report) for section in report.sections]
    parts += [_others(report), _lists(report), _back(report)]
    return document(report.title, report.disclaimer, parts)


def document(title: str, disclaimer: str, parts: Iterable[str]) -> str:
    """A whole page around `parts`, which are HTML already."""
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}</title><style>{CSS}</style></head><body><main>\n"
        + "\n".join(part for part in parts if part)
        + f'\n<footer class="say">{escape(disclaimer)}</footer></main></body></html>\n'
    )


def own(text: str) -> str:
    """A text from the session: one line, escaped, its direction kept to itself."""
    return f"<bdi>{escape(line(text))}</bdi>"


def _head(report: Report) -> str:
    return (
        f"<header><h1>{own(report.title)}</h1>"
        f'<p class="say">{escape(report.disclaimer)}</p>'
        f'<p class="outcome">{own(report.outcome)}</p>{_ways(report)}</header>'
    )


def _ways(report: Report) -> str:
    """Where to go from the first screen."""
    ways = [("flags", heading("flags")), ("table", table_heading())]
    if report.reel:
        ways.append(("reel", heading("reel")))
    ways += [("movements", heading("movements")), ("settings", heading("settings"))]
    return "<nav>" + "".join(f'<a href="#{place}">{escape(name)}</a>' for place, name in ways) + "</nav>"


def _first(report: Report) -> str:
    facts = "".join(f"<dt>{escape(k)}</dt><dd>{own(v)}</dd>" for k, v in (*report.recorded, *report.people))
    seen = "".join(f"<li>{own(s)}</li>" for s in report.observed)
    name = escape(heading("glance"))
    drawing = "".join(
        plots.svg(plots.overview(report.context.view, look), name, shown)
        for look, shown in ((plots.WIDE, "wide"), (plots.NARROW, "narrow"))
    )
    cards = "".join(_card(card) for card in report.cards)
    flags = f'<div class="cards">{cards}</div>' if cards else f"<p>{own(report.outcome)}</p>"
    return (
        f'<section class="glance"><div><h2>{escape(heading("recording"))}</h2><dl>{facts}</dl></div>'
        f"<div><h2>{escape(heading('observed'))}</h2><ul>{seen}</ul></div></section>"
        f'<section><h2>{name}</h2>{drawing}<p class="small">{escape(legend())}</p></section>'
        f'<section id="flags"><h2>{escape(heading("flags"))}</h2>{flags}'
        f'<p class="small">{escape(wording.what_a_flag_says())}</p></section>'
    )


def _card(card: RuleCard) -> str:
    picture = _picture(card.thumbnail, card.title)
    said = "".join(f"<span>{own(sentence)}</span>" for sentence in card.said)
    return f'<a class="card" href="#flag-{card.flags[0].flag.number}">{picture}<b>{own(card.title)}</b>{said}</a>'


def _table(report: Report) -> str:
    rows = "".join(
        f'<tr{" class=met" if row.met else ""}><th scope="row">{escape(row.title)}'
        f"{f'<i>{escape(headings.flag_word())}</i>' if row.met else ''}</th>"
        f"<td>{'<br>'.join(own(s) for s in row.found)}</td>"
        f"{_side('typical', row.typical)}{_side('to_raise', row.to_raise)}</tr>"
        for row in report.table
    )
    titles = "".join(
        f'<th scope="col">{escape(wording.column_title(c))}</th>' for c in ("row", "found", "typical", "to_raise")
    )
    answers = "".join(f"<dt>{escape(k)}</dt><dd>{own(v)}</dd>" for k, v in report.answers)
    return (
        f'<section id="table"><h2>{escape(table_heading())}</h2><p class="small">{escape(what_the_table_is())}</p>'
        f'<table class="rows"><thead><tr>{titles}</tr></thead>'
        f"<tbody>{rows}</tbody></table><dl class=answers>{answers}</dl></section>"
    )


def _side(column: str, said: str) -> str:
    """What the documents say on one side of a row; on a phone the cell stands alone, under its column's title."""
    return f'<td class="quiet" data-title="{escape(wording.column_title(column))}">{own(said) if said else ""}</td>'


def _reel(report: Report) -> str:
    contents = "".join(f"<li>{own(c)}</li>" for c in report.reel_contents)
    poster = next((card.thumbnail for card in report.cards if card.thumbnail), None)
    return (
        f'<section class="reel" id="reel"><h2>{escape(heading("reel"))}</h2>{_video(report.reel or "", poster, None)}'
        f"<ol>{contents}</ol></section>"
    )


def _section(section: Section, report: Report) -> str:
    parts = [f'<section class="flag"><h2>{own(section.title)}</h2>{_players(section.clips, report)}']
    name, flags = escape(heading("speed")), [f.flag for f in section.flags]
    for look, shown in ((plots.WIDE, "wide"), (plots.NARROW, "narrow")):
        drawing = plots.traces(report.context.view, report.signals, flags, section.span_s, look)
        if drawing is not None:
            parts.append(f'<h3 class="{shown}">{name}</h3>{plots.svg(drawing, name, shown)}')
    parts += [_flag(flag) for flag in section.flags]
    return "".join([*parts, "</section>"])


def _flag(flag: FlagContent) -> str:
    partly = f'<p class="note">{own(flag.partly)}</p>' if flag.partly else ""
    if flag.same_as is None:
        intervals = _grid(headings.interval_columns(), flag.intervals)
    else:
        intervals = f"<p>{escape(intervals_above(flag.same_as))}</p>"
    return (
        f'<div class="one" id="flag-{flag.flag.number}"><h3>{own(flag.title)} <span>{own(flag.when)}</span></h3>'
        f"<p>{own(flag.said_in_full)}</p>{partly}<p>{own(flag.review)}</p>"
        f'<div class="two">{_grid(headings.asked_columns(), flag.comparisons)}{intervals}</div></div>'
    )


def _others(report: Report) -> str:
    """Clips that show no flag: movements on request."""
    shown = [made for made in report.clips if not made.segment.flags]
    if not shown:
        return ""
    parts = []
    for made in shown:
        named = "<br>".join(own(words.movement(m)) for m in made.segment.movements)
        parts.append(f"<h3>{own(words.moment(made.segment.start_s, 1))}</h3><p>{named}</p>{_players(made, report)}")
    return f'<section class="flag"><h2>{escape(heading("further"))}</h2>{"".join(parts)}</section>'


def _lists(report: Report) -> str:
    movements = (
        _grid(headings.movement_columns(), report.movements) if report.movements else f"<p>{own(report.outcome)}</p>"
    )
    aside = "".join(f"<li>{own(s)}</li>" for s in report.set_aside)
    return (
        f"<section><h2>{escape(heading('rates'))}</h2>{_grid(headings.rate_columns(), report.rates)}</section>"
        f'<section id="movements"><h2>{escape(heading("movements"))}</h2>{movements}</section>'
        + (f"<section><h2>{escape(heading('set_aside'))}</h2><ul>{aside}</ul></section>" if aside else "")
    )


def _back(report: Report) -> str:
    proofs = _grid(headings.proof_columns(), report.proofs) if report.proofs else ""
    notes = "".join(f"<li>{own(n)}</li>" for n in report.notes)
    return (
        (f"<section><h2>{escape(heading('proofs'))}</h2>{proofs}</section>" if proofs else "")
        + (f"<section><h2>{escape(heading('notes'))}</h2><ul>{notes}</ul></section>" if notes else "")
        + f"<section><h2>{escape(heading('sources'))}</h2>{_grid(headings.source_columns(), report.sources)}</section>"
        + f'<section id="settings"><h2>{escape(heading("settings"))}</h2>'
        f'<div class="settings">{_grid(headings.setting_columns(), report.settings)}</div></section>'
    )


def _players(made: SegmentClips | None, report: Report) -> str:
    if made is None or not made.files:
        return ""
    times = report.context.times
    captions = None
    if times is not None:
        first_s = float(times.seconds[made.segment.first])
        captions = vtt(marks(made.segment.movements, made.segment.flags, first_s), words.disclaimer())
    marked = next(iter(made.thumbnails.values()), None)
    plain = made.checks[len(made.checks) // 2][1] if made.checks else None
    posters = {"original": plain, "annotated": marked, "slow": marked}
    figures = [
        f"<figure>{_video(f'clips/{f.path.name}', posters[f.kind], captions if f.kind != 'slow' else None)}"
        f'<figcaption>{escape(headings.clip_name(f.kind))} · <a href="clips/{escape(f.path.name)}">{escape(f.path.name)}</a>'
        "</figcaption></figure>"
        for f in sorted(made.files, key=lambda f: ("annotated", "original", "slow").index(f.kind))
    ]
    return f'<div class="players">{"".join(figures)}</div>'


def _video(source: str, poster: bytes | None, captions: str | None) -> str:
    image = f' poster="{_data("image/jpeg", poster)}"' if poster else ""
    track = ""
    if captions:
        address = _data("text/vtt", captions.encode("utf-8"))
        label = escape(translate("Wording", "Marks"))
        track = f'<track kind="captions" srclang="{language()}" label="{label}" src="{address}" default>'
    return (
        f'<video controls preload="metadata" playsinline{image}><source src="{escape(source)}" type="video/mp4">'
        f"{track}</video>"
    )


def _picture(picture: bytes | None, title: str) -> str:
    return f'<img alt="{escape(title)}" src="{_data("image/jpeg", picture)}">' if picture else ""


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles = "".join(f'<th scope="col">{escape(t)}</th>' for t in head)
    body = "".join("<tr>" + "".join(f"<td>{own(value)}</td>" for value in row) + "</tr>" for row in rows)
    return (
        f'<div class="scroll"><table class="grid"><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>'
    )
