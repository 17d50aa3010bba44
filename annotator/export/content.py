"""What the report says, put together once for the page and the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator import wording
from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.clips import SegmentClips
from annotator.export.context import PacketContext
from annotator.export.headings import title
from annotator.export.plan import LONGEST_FLAG_S
from annotator.export.text import line, wall_time
from annotator.export.view import FlagView, MovementView
from annotator.patterns.filled import RowResult, fill_table
from annotator.patterns.table import FREE_TEXTS, MORE_QUESTIONS
from annotator.session.signals import StoredSignals
from annotator.wording.report import beginning_shown_sentence, part_shown_sentence
from annotator.wording.translate import capitalized, short_number, translate

Pairs = tuple[tuple[str, str], ...]
Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the documents' table: title, what was found here, what the documents say, and whether a flag stands."""

    title: str
    found: tuple[str, ...]
    typical: str
    to_raise: str
    met: bool


@dataclass(frozen=True, slots=True)
class FlagContent:
    """One flag: its view, title, when it was, its sentences, numbers, intervals and clips.

    `partly` tells what of a long flag its clips show; `same_as` is the number of the flag before it in the report that is
    met by the same movements, whose intervals are then not repeated.
    """

    flag: FlagView
    title: str
    when: str
    said: str
    said_in_full: str
    comparisons: Pairs
    intervals: Table
    review: str
    partly: str
    clips: SegmentClips | None
    thumbnail: bytes | None
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class RuleCard:
    """All flags of one rule, for the first page: a picture of one, and when each was."""

    title: str
    said: tuple[str, ...]
    flags: tuple[FlagContent, ...]
    thumbnail: bytes | None


@dataclass(frozen=True, slots=True)
class Section:
    """The flags that one segment's clips show together; `span_s` is what its traces are drawn over."""

    title: str
    span_s: tuple[float, float]
    clips: SegmentClips | None
    flags: tuple[FlagContent, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that both reports show."""

    context: PacketContext
    title: str
    disclaimer: str
    outcome: str
    recorded: Pairs
    observed: tuple[str, ...]
    people: Pairs
    table: tuple[TableRow, ...]
    answers: Pairs
    cards: tuple[RuleCard, ...]
    sections: tuple[Section, ...]
    set_aside: tuple[str, ...]
    movements: Table
    rates: Table
    settings: Pairs
    sources: Pairs
    proofs: Table
    notes: tuple[str, ...]
    clips: tuple[SegmentClips, ...]
    signals: StoredSignals | None
    reel: str | None
    reel_contents: tuple[str, ...]


_STARTS_SHOWN: Final = 8


def build_report(
    context: PacketContext,
    clips: Sequence[SegmentClips],
    signals: StoredSignals | None,
    notes: Sequence[str],
    reel: str | None,
    reel_contents: Sequence[str],
) -> Report:
    """Gathers what the report says."""
    view = context.view
    session = view.session
    flags = tuple(_flag(f, context, clips) for f in view.shown_flags)
    return Report(
        context=context,
        title=title(context),
        disclaimer=words.disclaimer(),
        outcome=words.outcome(view),
        recorded=_recorded(context),
        observed=(words.observed(view), *wording.excluded_sentences(session.coverage.excluded)),
        people=_people(context),
        table=tuple(
            TableRow(
                wording.row_title(result.key),
                _found(result),
                wording.row_side(result.key, "typical"),
                wording.row_side(result.key, "to_raise"),
                result.state == "met",
            )
            for result in fill_table(session)
        ),
        answers=_answers(context),
        cards=_cards(flags),
        sections=_sections(_without_repeats(flags), context),
        set_aside=tuple(
            [f"{words.flag(f)} {line(words.reviewed(f.number, f.flag.review))}" for f in view.flags if f.set_aside]
            + [f"{words.movement(m)}. {line(wording.review_sentence(m.review))}" for m in view.movements if m.set_aside]
        ),
        movements=tuple(_movement(m) for m in view.shown),
        rates=_rates(context),
        settings=tuple((name, line(_setting(value))) for name, value in sorted(session.settings.items())),
        sources=_sources(context),
        proofs=_proofs(clips),
        notes=tuple(notes),
        clips=tuple(clips),
        signals=signals,
        reel=reel,
        reel_contents=tuple(reel_contents),
    )


def _found(result: RowResult) -> tuple[str, ...]:
    """What is said of a row: what was measured and answered; how many questions nobody answered."""
    said = [measured] if (measured := wording.measured_sentence(result)) else []
    said += [wording.answer_sentence(q, result.answers[q]) for q in result.row.questions if q in result.answers]
    said += [translate("Wording", "Note: {note}").format(note=note) for note in result.notes.values()]
    left = sum(q not in result.answers for q in result.row.questions)
    if left:
        said.append(translate("Wording", "Questions to the observer not answered: {count}.").format(count=left))
    return tuple(line(s, 400) for s in said)


def _cards(flags: Sequence[FlagContent]) -> tuple[RuleCard, ...]:
    """One card a rule, by its first flag, so that a night's flags still fit the first page."""
    rules: dict[str, list[FlagContent]] = {}
    for flag in flags:
        rules.setdefault(flag.flag.flag.rule, []).append(flag)
    cards = []
    for same in rules.values():
        title = words.rule_title(same[0].flag.flag.rule) + (f" × {len(same)}" if len(same) > 1 else "")
        if len(same) == 1:
            said = (same[0].when, same[0].said)
        else:
            starts = [wording.clock(f.flag.flag.start_s) for f in same[:_STARTS_SHOWN]]
            if len(same) > _STARTS_SHOWN:
                text = translate("Wording", "at {times} and {count} more")
            else:
                text = translate("Wording", "at {times}")
            at = text.format(times=", ".join(starts), count=len(same) - _STARTS_SHOWN)
            said = (at, translate("Wording", "First: {sentence}").format(sentence=same[0].said))
        picture = next((f.thumbnail for f in same if f.thumbnail), None)
        cards.append(RuleCard(title, said, tuple(same), picture))
    return tuple(cards)


def _sections(flags: Sequence[FlagContent], context: PacketContext) -> tuple[Section, ...]:
    """The flags by the segment that shows them; one without a clip stands alone."""
    times, options = context.times, context.options
    together: dict[int, list[FlagContent]] = {}
    for flag in flags:
        together.setdefault(flag.clips.segment.number if flag.clips else -flag.flag.number, []).append(flag)
    sections = []
    for same in together.values():
        clips = same[0].clips
        if clips is not None and times is not None:
            segment = clips.segment
            span = float(times.seconds[segment.first]), float(times.seconds[segment.last])
        else:
            own = same[0].flag.flag
            span = max(own.start_s - options.lead_in_s, 0.0), min(own.end_s + options.lead_out_s, context.duration_s)
        title = f"{words.moment(span[0], 0)} – {words.moment(span[1], 0)}"
        if clips is not None:
            title = translate("Wording", "Clip {number}: {span}").format(number=clips.segment.number, span=title)
        sections.append(Section(title, span, clips, tuple(same)))
    return tuple(sections)


def _recorded(context: PacketContext) -> Pairs:
    video, observer = context.view.session.video, context.view.session.observer
    start = f"{line(observer.recorded_on, 40)} {line(observer.clock_start, 40)}".strip()
    states = " → ".join(line(wording.state_name(s), 40) for s in (observer.state_start, observer.state_end))
    age = []
    if observer.age_months is not None:
        text = translate("Wording", "{months} months")
        age.append(text.format(months=short_number(observer.age_months)))
    if observer.corrected_age_months is not None:
        text = translate("Wording", "corrected {months} months")
        age.append(text.format(months=short_number(observer.corrected_age_months)))
    unsaid = wording.state_name("")
    return (
        (translate("Wording", "Recorded"), start or unsaid),
        (translate("Wording", "Length"), wording.length(video.duration_s)),
        (translate("Wording", "Age"), ", ".join(age) or unsaid),
        (translate("Wording", "State, start → end"), states if observer.state_start or observer.state_end else unsaid),
        (translate("Wording", "Video"), context.video_name),
    )


def _people(context: PacketContext) -> Pairs:
    unnamed = translate("Wording", "unnamed")
    reviewers = [f"{line(name, 60) or unnamed} ({wording.role_name(role)})" for name, role in context.view.reviewers]
    reviewed = sum(m.review is not None for m in context.view.movements)
    text = translate("Wording", "{reviewed} of {count} movements")
    count = text.format(reviewed=reviewed, count=len(context.view.movements))
    nobody = translate("Wording", "nobody yet")
    return (
        (translate("Wording", "Reviewed by"), "; ".join(reviewers) + f" – {count}" if reviewers else nobody),
        (translate("Wording", "Answers from"), line(context.view.session.observer.answered_by, 60) or nobody),
        (translate("Wording", "Packet made"), context.made_at.strftime("%Y-%m-%d %H:%M UTC")),
    )


def _answers(context: PacketContext) -> Pairs:
    observer = context.view.session.observer
    asked = [(wording.question_text(q), wording.answer_name(observer.rows.get(q))) for q in MORE_QUESTIONS]
    texts = [(wording.free_text_label(k), line(observer.notes[k], 600)) for k in FREE_TEXTS if observer.notes.get(k)]
    return tuple(asked + texts)


def _flag(f: FlagView, context: PacketContext, clips: Sequence[SegmentClips]) -> FlagContent:
    flag = f.flag
    clock = context.view.session.observer.clock_start
    local = wall_time(clock, flag.start_s)
    when = f"{words.moment(flag.start_s, 1)} – {words.moment(flag.end_s, 1)}" + (f" ({local})" if local else "")
    made = next((c for c in clips if f.number in c.thumbnails), None)
    made = made or next((c for c in clips if f in c.segment.flags), None)
    rows, before = [], None
    for m in context.view.of(flag):
        gap = "" if before is None else words.seconds_phrase(m.onset_s - before, 1)
        length = words.seconds_phrase(m.offset_s - m.onset_s, 2)
        times = words.moment(m.onset_s), words.moment(m.offset_s)
        rows.append((str(m.id), *times, length, gap, wording.limbs_phrase(m.limbs)))
        before = m.onset_s
    return FlagContent(
        flag=f,
        title=f"{f.number}. {words.rule_title(flag.rule)}",
        when=when,
        said=words.flag(f),
        said_in_full=words.flag_in_full(f),
        comparisons=tuple((c.asked, c.measured) for c in wording.comparisons(flag)),
        intervals=tuple(rows),
        review=line(wording.review_sentence(flag.review), 600),
        partly=_partly(f, context, clips),
        clips=made,
        thumbnail=made.thumbnails.get(f.number) if made else None,
    )


def _partly(f: FlagView, context: PacketContext, clips: Sequence[SegmentClips]) -> str:
    """What of a long flag its clips show; empty where they show all of it, or where there are none."""
    flag, movements = f.flag, context.view.of(f.flag)
    span_s = flag.end_s - flag.start_s
    if span_s <= LONGEST_FLAG_S or not any(made.files for made in clips):
        return ""
    if not movements:
        return beginning_shown_sentence(LONGEST_FLAG_S, span_s)
    shown = {m.id for made in clips for m in made.segment.movements} & {m.id for m in movements}
    return part_shown_sentence(len(shown), len(movements), span_s) if len(shown) < len(movements) else ""


def _without_repeats(flags: Sequence[FlagContent]) -> tuple[FlagContent, ...]:
    """The flags, each saying of the same movements as another before it only that."""
    before: dict[tuple[int, ...], int] = {}
    kept = []
    for flag in flags:
        same = before.setdefault(flag.flag.flag.movements, flag.flag.number)
        repeats = same != flag.flag.number and len(flag.intervals) > 1
        kept.append(replace(flag, intervals=(), same_as=same) if repeats else flag)
    return tuple(kept)


def _movement(m: MovementView) -> tuple[str, ...]:
    size = m.detected.peak_displacement_torso
    return (
        str(m.id),
        words.moment(m.onset_s),
        words.moment(m.offset_s),
        words.seconds_phrase(m.offset_s - m.onset_s, 2),
        wording.kind_name(m.kind),
        wording.limbs_phrase(m.limbs),
        translate("Wording", "not measured") if size is None else wording.number(size, 2),
        line(wording.review_sentence(m.review), 300) if m.review else "",
    )


def _rates(context: PacketContext) -> Table:
    view, coverage = context.view, context.view.session.coverage
    rows = []
    for limb in (None, *LIMBS):
        observed = coverage.observed_s if limb is None else coverage.limbs_s.get(limb, 0.0)
        count = len(view.counted) if limb is None else sum(limb in m.limbs for m in view.counted)
        rate = view.per_observed_hour(count, observed)
        said = translate("Wording", "too short to say") if rate is None else wording.number(rate, 1)
        name = translate("Wording", "The baby") if limb is None else capitalized(wording.limb_name(limb))
        rows.append((name, str(count), wording.length(observed), said))
    return tuple(rows)


def _sources(context: PacketContext) -> Pairs:
    session = context.view.session
    video = session.video
    if video.timing == "variable":
        about = translate("Wording", "{width} × {height}, {count} frames at varying intervals")
    else:
        about = translate("Wording", "{width} × {height}, {count} frames at even intervals")
    about = about.format(width=video.width, height=video.height, count=video.frames)
    software = [(line(k, 60), line(v, 200)) for k, v in session.software.items()]
    made_with = translate("Wording", "Analysis: {name}")
    return (
        (translate("Wording", "Video"), f"{context.video_name}: {about}"),
        (translate("Wording", "Video SHA-256"), line(video.sha256, 64)),
        (translate("Wording", "Packet made by"), f"annotator {context.version}"),
        *((made_with.format(name=name), version) for name, version in software),
        (translate("Wording", "Session made"), line(session.created_at, 40)),
    )


def _proofs(clips: Sequence[SegmentClips]) -> Table:
    rows = []
    for made in clips:
        for file in made.files:
            span = made.close if file.kind == "slow" else (made.segment.first, made.segment.last)
            error = translate("Wording", "{value} ms").format(
                value=words.plain_number(file.proof.largest_time_error_ms, 3)
            )
            between = translate("Wording", "{first} to {last}").format(first=span[0], last=span[1])
            rows.append((file.path.name, str(file.proof.frames), between, error))
    return tuple(rows)


def _setting(value: object) -> str:
    return words.plain_number(value) if isinstance(value, float) else str(value)
