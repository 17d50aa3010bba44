"""Why flagged: the row of the table, the numbers against the settings, what moved and when, and what came close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator import wording
from annotator.movements.cycles import Cycles, cycles_of
from annotator.patterns.near import NearMiss, near_misses
from annotator.patterns.reflag import is_met, is_rejected, session_rules
from annotator.patterns.table import row_of_rule
from annotator.session.effective import effective_movements
from annotator.session.model import UNCOUNTED_KINDS, Movement, PatternFlag, Session
from annotator.signals import MotionSignals
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.formats import clock_text
from annotator.ui.panels.bars import Comparisons
from annotator.ui.panels.cycles import CyclesView
from annotator.ui.panels.intervals import IntervalStrip
from annotator.ui.panels.page import GoRow, Page, card, empty, section
from annotator.ui.panels.traces import TraceView
from annotator.ui.theme import SPACE
from annotator.ui.words import flag_text

LONGEST_LIST = 12


class WhyPage(Page):
    """The chosen flag's reasons; with a movement chosen, the flags it is part of; else all flags and near misses."""

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Why flagged"))
        self._document, self._clock, self._appearance = document, clock, appearance
        self._signals: MotionSignals | None = None
        document.opened.connect(self._forget_signals)
        document.session_changed.connect(self.outdate)
        document.selection_changed.connect(self.outdate)

    @Slot()
    def _forget_signals(self) -> None:
        """Another video or session: the signals at hand are not its own."""
        self.set_signals(None)

    @Slot(object)
    def set_signals(self, signals: MotionSignals | None) -> None:
        """Draws traces and cycles from these stored signals; None draws none."""
        self._signals = signals
        self.outdate()

    def build(self) -> None:
        session, flag = self._document.shown, self._document.selected_flag
        if self._document.blinded:
            text = self.tr("Pattern flags and their reasons are shown once the blinded reading is finished.")
            self.column.addWidget(empty(self.tr("Hidden for now"), text))
        elif session is None:
            self.column.addWidget(empty(self.tr("Nothing to explain yet"), self.tr("Open or analyse a video first.")))
        elif flag is not None:
            self._build_flag(session, flag)
        elif (movement := self._document.selected_movement) is not None:
            self._build_movement(session, movement)
        else:
            self._build_all(session)

    def _build_all(self, session: Session) -> None:
        count = sum(m.kind not in UNCOUNTED_KINDS for m in effective_movements(session))
        said = wording.summary_sentence(
            count,
            sum(is_met(flag) for flag in session.patterns),
            session.coverage.observed_s,
            session.video.duration_s,
            sum(is_rejected(flag) for flag in session.patterns),
        )
        self.column.addWidget(Text(said, wrap=True))
        self._add_flags(self.tr("Pattern flags"), list(enumerate(session.patterns)))
        self._add_near(session, _near(session), self.tr("Near misses"))
        self.column.addWidget(Text(wording.what_a_flag_says(), "small", wrap=True))

    def _build_movement(self, session: Session, movement: Movement) -> None:
        self._add_title(self.tr("Movement {number}").format(number=movement.id))
        standing = {m.id: m for m in effective_movements(session)}
        shown = standing.get(movement.id, movement)
        self.column.addWidget(Text(wording.movement_sentence(shown, "precise"), wrap=True))
        flags = [(i, f) for i, f in enumerate(session.patterns) if movement.id in f.movements]
        if flags:
            self._add_flags(self.tr("Part of these pattern flags"), flags)
        else:
            text = self.tr("It is part of no pattern flag. That rules nothing out.")
            self.column.addWidget(section(self.tr("Pattern flags"), Text(text, wrap=True)))
        self._add_near(session, [n for n in _near(session) if movement.id in n.movements], self.tr("Near misses"))
        self._add_traces([shown])
        self._add_cycles([shown])

    def _build_flag(self, session: Session, flag: PatternFlag) -> None:
        name = wording.rule_name(flag.rule)
        self._add_title("⚑ " + name[:1].upper() + name[1:])
        span = self.tr("{start} to {end}").format(start=clock_text(flag.start_s), end=clock_text(flag.end_s))
        self.column.addWidget(Text(span, "muted"))
        self.column.addWidget(Text(flag_text(flag), wrap=True))
        self.column.addWidget(section(self.tr("The row of the table"), _row_card(flag)))
        self._add_numbers(flag)
        own = set(flag.movements)
        movements = [m for m in effective_movements(session) if m.id in own]
        if len(movements) > 1:
            longest = flag.facts.get("settings", {}).get("cluster_longest_onset_gap_s")
            strip = IntervalStrip(self._appearance, movements, longest)
            strip.clicked.connect(self._clock.seek)
            self.column.addWidget(section(self.tr("Intervals"), strip, Text(strip.summary(), "small", wrap=True)))
        if movements:
            self._add_traces(movements)
            self._add_cycles(movements)
            rows = [self._movement_row(m) for m in movements[:LONGEST_LIST]]
            part = section(self.tr("Its movements"), *rows)
            self.column.addWidget(part)
            if len(movements) > LONGEST_LIST:
                rest = self.tr("and %n more", "", len(movements) - LONGEST_LIST)
                self.column.addWidget(Text(rest, "small"))
        near = [n for n in _near(session) if n.rule == flag.rule]
        self._add_near(session, near, self.tr("Close to the same rule elsewhere"))
        self.column.addWidget(Text(wording.what_a_flag_says(), "small", wrap=True))

    def _add_title(self, title: str) -> None:
        back = Button(self.tr("‹ All pattern flags"), "quiet")
        back.clicked.connect(self._document.clear_selection)
        row = QHBoxLayout()
        margins(row, 0, 1)
        row.addWidget(Text(title, "title", wrap=True), 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _add_flags(self, title: str, flags: Sequence[tuple[int, PatternFlag]]) -> None:
        rows = []
        for index, flag in flags[:LONGEST_LIST]:
            name = wording.rule_name(flag.rule)
            said = f"{name[:1].upper()}{name[1:]}. {flag_text(flag)}"
            row = GoRow(clock_text(flag.start_s), said, index, "⚑")
            row.chosen.connect(self._on_flag)
            rows.append(row)
        left = len(flags) - len(rows)
        more = [Text(self.tr("and %n more, in the review table", "", left), "small")] if left > 0 else []
        none = [Text(self.tr("None. That rules nothing out."), "muted", wrap=True)] if not flags else []
        self.column.addWidget(section(title, *rows, *more, *none))

    def _add_near(self, session: Session, near: Sequence[NearMiss], title: str) -> None:
        rows = []
        for miss in near:
            row = GoRow(clock_text(miss.start_s), wording.near_miss_sentence(miss), miss, "≈")
            row.chosen.connect(self._on_near)
            rows.append(row)
        if rows:
            self.column.addWidget(section(title, *rows, note=self.tr("Numbers that came close to a row, not met.")))

    def _add_numbers(self, flag: PatternFlag) -> None:
        try:
            compared = wording.comparisons(flag)
        except (KeyError, TypeError, ValueError):  # a foreign file's facts
            compared = ()
        if compared:
            note = self.tr(
                "The bar is the number, the line the setting; the hatched side is what the setting asks for."
            )
            title = self.tr("Numbers against the settings")
            self.column.addWidget(section(title, Comparisons(self._appearance, compared), note=note))

    def _add_traces(self, movements: Sequence[Movement]) -> None:
        title = self.tr("Motion traces")
        if self._signals is None or not len(self._signals.t_s):
            text = self.tr("The measured signals are not beside this session, so no traces can be drawn.")
            self.column.addWidget(section(title, Text(text, "muted", wrap=True)))
            return
        view = TraceView(self._appearance, self._signals, movements)
        view.clicked.connect(self._clock.seek)
        note = self.tr(
            "Speed in torso lengths a second, one scale for all. Tinted: the movements. Hatched: not judged."
        )
        self.column.addWidget(section(title, view, note=note))

    def _add_cycles(self, movements: Sequence[Movement]) -> None:
        signals = self._signals
        found: list[Cycles] = []
        rhythmic = [m for m in movements if m.frequency_hz is not None]
        if signals is None or not rhythmic:
            return
        for movement in rhythmic[:LONGEST_LIST]:
            for limb in movement.limbs:
                one = cycles_of(signals, limb, movement.onset_s, movement.offset_s, movement.frequency_hz or 0.0)
                found += [one] if one is not None else []
        title = self.tr("Cycles side by side")
        if found:
            note = self.tr("Where the limb's tip was in each cycle, all on one scale. Dashed: their mean.")
            self.column.addWidget(section(title, CyclesView(self._appearance, found), note=note))
        else:
            text = self.tr("The limb's tip was seen too rarely to show the shape of a cycle.")
            self.column.addWidget(section(title, Text(text, "muted", wrap=True)))

    def _movement_row(self, movement: Movement) -> GoRow:
        row = GoRow(clock_text(movement.onset_s), wording.movement_sentence(movement), movement.onset_s)
        row.chosen.connect(self._clock.seek)
        return row

    @Slot(object)
    def _on_flag(self, index: int) -> None:
        self._document.select_flag(index)
        flag = self._document.selected_flag
        if flag is not None:
            self._clock.seek(flag.start_s)

    @Slot(object)
    def _on_near(self, miss: NearMiss) -> None:
        self._clock.seek(miss.start_s)


def _near(session: Session) -> tuple[NearMiss, ...]:
    return near_misses(session.movements, session.coverage, session.sounds, session_rules(session))


def _row_card(flag: PatternFlag) -> QWidget:
    """The flag's row, both of its sides, and what a flag says of it."""
    row = row_of_rule(flag.rule)
    sides = QWidget()
    across = QHBoxLayout(sides)
    margins(across, 0, 2)
    for side in row.sides:
        part = QVBoxLayout()
        margins(part, 0, 0.25)
        part.addWidget(Text(wording.column_title(side), "small", wrap=True))
        part.addWidget(Text(wording.row_side(row.key, side), wrap=True))
        part.addStretch(1)
        across.addLayout(part, 1)
    said = Text(wording.flag_row_sentence(flag), "muted", wrap=True)
    framed = card(Text(wording.row_title(row.key), "heading", wrap=True), sides, said)
    framed.setMinimumWidth(30 * SPACE)
    return framed
