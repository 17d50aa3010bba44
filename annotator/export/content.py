"""What the report says, put together once for the page and the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from annotator import wording
from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.clips import ClipFile, SegmentClips
from annotator.export.context import PacketContext
from annotator.export.text import line, number, video_time, wall_time
from annotator.export.view import FlagView, MovementView
from annotator.patterns.filled import RowResult, fill_table
from annotator.patterns.table import FREE_TEXTS, MORE_QUESTIONS
from annotator.session.signals import StoredSignals
from annotator.wording.translate import capitalized

Pairs = tuple[tuple[str, str], ...]
Table = tuple[tuple[str, ...], ...]

CLIP_NAMES: Final = {"original": "Original", "annotated": "Annotated", "slow": "Slowed"}


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
    """One flag: its view, title, when it was, its sentences, numbers, intervals and clips."""

    flag: FlagView
    title: str
    when: str
    said: str
    said_in_full: str
    comparisons: Pairs
    intervals: Table
    review: str
    clips: SegmentClips | None
    thumbnail: bytes | None


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
MOVEMENT_COLUMNS: Final = ("No.", "Onset", "Offset", "Length", "Kind", "Limbs", "Displacement", "Review")
ASKED_COLUMNS: Final = ("Asked", "Measured")
INTERVAL_COLUMNS: Final = ("No.", "Onset", "Offset", "Length", "Gap before", "Limbs")
RATE_COLUMNS: Final = ("Part", "Movements", "Observed", "Per observed hour")
PROOF_COLUMNS: Final = ("Clip", "Frames", "First to last source frame", "Largest error of a frame's time")


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
        title=f"Movements of {context.baby}" if context.options.baby else "Movements in a video",
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
        sections=_sections(flags, context),
        set_aside=tuple(
            [f"{words.flag(f)} {line(words.reviewed(f.number, f.flag.review))}" for f in view.flags if f.set_aside]
            + [f"{words.movement(m)}. {line(wording.review_sentence(m.review))}" for m in view.movements if m.set_aside]
        ),
        movements=tuple(_movement(m) for m in view.shown),
        rates=_rates(context),
        settings=tuple((name, line(_plain(value))) for name, value in sorted(session.settings.items())),
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
    said += [f"Note: {note}" for note in result.notes.values()]
    left = sum(q not in result.answers for q in result.row.questions)
    if left:
        said.append(f"Questions to the observer not answered: {left}.")
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
            more = f" and {len(same) - _STARTS_SHOWN} more" if len(same) > _STARTS_SHOWN else ""
            said = (f"at {', '.join(starts)}{more}", f"First: {same[0].said}")
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
        title = f"{video_time(span[0], 0)} – {video_time(span[1], 0)}"
        sections.append(Section(title, span, clips, tuple(same)))
    return tuple(sections)


def _recorded(context: PacketContext) -> Pairs:
    video, observer = context.view.session.video, context.view.session.observer
    start = f"{line(observer.recorded_on, 40)} {line(observer.clock_start, 40)}".strip()
    states = " → ".join(line(wording.state_name(s), 40) for s in (observer.state_start, observer.state_end))
    age = []
    if observer.age_months is not None:
        age.append(f"{number(observer.age_months, 1)} months")
    if observer.corrected_age_months is not None:
        age.append(f"corrected {number(observer.corrected_age_months, 1)} months")
    return (
        ("Recorded", start or "not said"),
        ("Length", wording.length(video.duration_s)),
        ("Age", ", ".join(age) or "not said"),
        ("State, start → end", states if observer.state_start or observer.state_end else "not said"),
        ("Video", context.video_name),
    )


def _people(context: PacketContext) -> Pairs:
    reviewers = [f"{line(name, 60) or 'unnamed'} ({wording.role_name(role)})" for name, role in context.view.reviewers]
    reviewed = sum(m.review is not None for m in context.view.movements)
    count = f"{reviewed} of {len(context.view.movements)} movements"
    return (
        ("Reviewed by", "; ".join(reviewers) + f" – {count}" if reviewers else "nobody yet"),
        ("Answers from", line(context.view.session.observer.answered_by, 60) or "nobody yet"),
        ("Packet made", context.made_at.strftime("%Y-%m-%d %H:%M UTC")),
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
    when = f"{video_time(flag.start_s, 1)} – {video_time(flag.end_s, 1)}" + (f" ({local})" if local else "")
    made = next((c for c in clips if f.number in c.thumbnails), None)
    made = made or next((c for c in clips if f in c.segment.flags), None)
    rows, before = [], None
    for m in context.view.of(flag):
        gap = "" if before is None else f"{number(m.onset_s - before, 1)} s"
        length = f"{m.offset_s - m.onset_s:.2f} s"
        times = video_time(m.onset_s), video_time(m.offset_s)
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
        clips=made,
        thumbnail=made.thumbnails.get(f.number) if made else None,
    )


def _movement(m: MovementView) -> tuple[str, ...]:
    size = m.detected.peak_displacement_torso
    return (
        str(m.id),
        video_time(m.onset_s),
        video_time(m.offset_s),
        f"{m.offset_s - m.onset_s:.2f} s",
        wording.kind_name(m.kind),
        wording.limbs_phrase(m.limbs),
        "not measured" if size is None else f"{number(size, 2)} torso",
        line(wording.review_sentence(m.review), 300) if m.review else "",
    )


def _rates(context: PacketContext) -> Table:
    view, coverage = context.view, context.view.session.coverage
    rows = []
    for limb in (None, *LIMBS):
        observed = coverage.observed_s if limb is None else coverage.limbs_s.get(limb, 0.0)
        count = len(view.counted) if limb is None else sum(limb in m.limbs for m in view.counted)
        rate = view.per_observed_hour(count, observed)
        said = "too short to say" if rate is None else number(rate, 1)
        name = "The baby" if limb is None else capitalized(wording.limb_name(limb))
        rows.append((name, str(count), wording.length(observed), said))
    return tuple(rows)


def _sources(context: PacketContext) -> Pairs:
    session = context.view.session
    video = session.video
    about = f"{video.width} × {video.height}, {video.frames} frames, {video.timing} frame times"
    software = [(line(k, 60), line(v, 200)) for k, v in session.software.items()]
    return (
        ("Video", f"{context.video_name}: {about}"),
        ("Video SHA-256", line(video.sha256, 64)),
        ("Packet made by", f"annotator {context.version}"),
        *((f"Analysis: {name}", version) for name, version in software),
        ("Session made", line(session.created_at, 40)),
    )


def _proofs(clips: Sequence[SegmentClips]) -> Table:
    rows = []
    for made in clips:
        for file in made.files:
            span = made.close if file.kind == "slow" else (made.segment.first, made.segment.last)
            error = f"{number(file.proof.largest_time_error_ms, 3)} ms"
            rows.append((file.path.name, str(file.proof.frames), f"{span[0]} to {span[1]}", error))
    return tuple(rows)


def _plain(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def clip_title(file: ClipFile) -> str:
    """What a clip's link says."""
    return CLIP_NAMES[file.kind]
