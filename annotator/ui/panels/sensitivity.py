"""Sensitivity: how faint a movement may be, and the table's own numbers, tried out before anything is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from annotator import wording
from annotator.movements.sensitivity import MOST_STEPS, SENSITIVITY, with_sensitivity
from annotator.patterns.reflag import is_met
from annotator.session.changes import Changes
from annotator.session.effective import effective_movements
from annotator.session.model import Movement, PatternFlag, Session
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.formats import clock_text, number
from annotator.ui.panels.change_strip import ChangeStrip
from annotator.ui.panels.flow import flow
from annotator.ui.panels.page import GoRow, Page, card, empty, section
from annotator.ui.panels.preview import Preview, Previewer, Wish
from annotator.ui.panels.rule_form import RuleForm
from annotator.ui.theme import SPACE
from annotator.ui.words import flag_text

LONGEST_LIST = 30


class SensitivityPage(Page):
    """A dial, the rules' numbers behind a button, and what would change. Nothing changes until it is applied."""

    failed = Signal(object)  # Failure

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Sensitivity"))
        self._document, self._clock, self._appearance = document, clock, appearance
        self._signals: MotionSignals | None = None
        self._session: Session | None = None
        self._preview: Preview | None = None
        self.previewer = Previewer(self)
        self.previewer.done.connect(self._on_ready)
        self.previewer.failed.connect(self.failed)
        document.opened.connect(self._forget_signals)
        document.session_changed.connect(self._on_session)
        document.blinded_changed.connect(self._on_session)
        self._on_session()

    @property
    def preview(self) -> Preview | None:
        """What the settings that are tried now would find, once it is known."""
        return self._preview

    def stop(self) -> None:
        """Ends what is being worked out, and waits."""
        self.previewer.stop()

    @Slot()
    def _forget_signals(self) -> None:
        """Another video or session: the signals at hand are not its own."""
        self.set_signals(None)

    @Slot(object)
    def set_signals(self, signals: MotionSignals | None) -> None:
        """Finds movements anew in these stored signals; without any, only the rules can be tried."""
        self._signals = signals
        self._preview = None
        if self._prepared:
            self._refresh_controls()
            self._ask()

    def prepare(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-MOST_STEPS, MOST_STEPS)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(1)
        self.slider.setMinimumHeight(4 * SPACE)
        self.slider.setAccessibleName(self.tr("How faint a movement may be"))
        self.slider.valueChanged.connect(self._on_changed)
        ends = QHBoxLayout()
        ends.addWidget(Text(self.tr("Fewer, clearer"), "small"))
        ends.addStretch(1)
        ends.addWidget(Text(self.tr("More, fainter"), "small"))
        self._said = Text("", wrap=True)
        self.apply_button = Button(self.tr("Use these settings"), "primary")
        self.apply_button.clicked.connect(self.apply)
        self.back_button = Button(self.tr("Back to the session's settings"), "quiet")
        self.back_button.clicked.connect(self._on_back)
        self.rules_button = Button(self.tr("The table's numbers"), "")
        self.rules_button.setCheckable(True)
        self.rules_button.toggled.connect(self._on_rules_toggled)
        self.rules = RuleForm()
        self.rules.hide()
        self.rules.changed.connect(self._on_changed)
        self._controls = QWidget()
        inside = QVBoxLayout(self._controls)
        margins(inside, 0, 0.75)
        inside.addWidget(Text(self.tr("How faint may a movement be?"), "heading", wrap=True))
        inside.addWidget(self.slider)
        inside.addLayout(ends)
        inside.addWidget(self._said)
        inside.addWidget(flow(self.apply_button, self.back_button, self.rules_button))
        inside.addWidget(self.rules)
        self._card = card(self._controls)
        self.fixed.addWidget(self._card)
        if self._session is not None:
            self._set_controls(self._session)
        self._refresh_controls()
        self._ask()

    @property
    def _found_with(self) -> int:
        """The step at which the session's movements were found."""
        step = self._session.settings.get(SENSITIVITY, 0) if self._session is not None else 0
        return step if isinstance(step, int) and abs(step) <= MOST_STEPS else 0

    def _settings(self, session: Session) -> AnalysisSettings:
        """What is tried: the session's own settings, turned as the dial and the fields say."""
        base = AnalysisSettings.from_flat(session.settings)
        return with_sensitivity(replace(base, rules=self.rules.rules), self.slider.value(), self._found_with)

    @property
    def _is_other(self) -> bool:
        """Whether what is tried differs from the session's settings."""
        if self._session is None:
            return False
        own = AnalysisSettings.from_flat(self._session.settings).rules
        return self.slider.value() != self._found_with or self.rules.rules != own

    @Slot()
    def _on_session(self) -> None:
        before, self._session = self._session, self._document.session
        session = self._session
        self._preview = None
        if not self._prepared:
            return
        if session is not None and (before is None or before.settings != session.settings):
            self._set_controls(session)
        self._refresh_controls()
        self._ask()
        self.outdate()

    def _set_controls(self, session: Session) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self._found_with)
        self.slider.blockSignals(False)
        self.rules.set_rules(AnalysisSettings.from_flat(session.settings).rules)

    @Slot()
    def _on_changed(self) -> None:
        self._refresh_controls()
        self._ask()
        if self._preview is None or not self._is_other:
            self.outdate()  # else what was worked out before stays until the new answer comes, without a flicker

    @Slot()
    def _on_back(self) -> None:
        if self._session is not None:
            self._set_controls(self._session)
            self._on_changed()

    @Slot(bool)
    def _on_rules_toggled(self, shown: bool) -> None:
        self.rules.setVisible(shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._preview is None and not self.previewer.running:
            self._ask()

    def _ask(self) -> None:
        """Works out what would change; while nobody looks, that waits."""
        session = self._session
        if session is None or self._document.partial or self._document.blinded or not self.isVisible():
            return
        self.previewer.ask(Wish(session, self._signals, self._settings(session), self.slider.value()))

    @Slot(object)
    def _on_ready(self, preview: Preview) -> None:
        session = self._session
        if session is None or preview.wish.session is not session or preview.wish.settings != self._settings(session):
            self._ask()
            return
        self._preview = preview
        self._refresh_controls()
        self.outdate()

    @Slot()
    def apply(self) -> None:
        """Puts the tried settings and what they find into the session: one step to undo."""
        preview = self._preview
        if preview is not None and self._is_other:
            self._document.apply(preview.edit, self.tr("Other sensitivity"))

    def _refresh_controls(self) -> None:
        session = self._session
        self._card.setVisible(session is not None and not self._document.blinded)
        self.slider.setEnabled(self._signals is not None)
        settled = self._preview is not None and session is not None
        self.apply_button.setEnabled(
            self._document.editable
            and settled
            and self._is_other
            and self._preview is not None
            and session is not None
            and self._preview.wish.settings == self._settings(session)
        )
        self.back_button.setVisible(self._is_other)
        if session is None:
            return
        movements = self._settings(session).movements
        said = self.tr(
            "A movement shows from {size} torso lengths, and from {times} times the picture's noise."
        ).format(
            size=number(movements.limb_smallest_displacement_torso, 3),
            times=number(movements.start_noise_multiple, 1),
        )
        if self._signals is None:
            said = self.tr("The measured signals are not beside this session: only the table's numbers can be tried.")
        self._said.setText(said)

    def build(self) -> None:
        session, preview = self._session, self._preview
        if session is None:
            self.column.addWidget(empty(self.tr("Nothing to try yet"), self.tr("Open or analyse a video first.")))
        elif self._document.blinded:
            text = self.tr("The detector's settings can be tried once the blinded reading is finished.")
            self.column.addWidget(empty(self.tr("Hidden for now"), text))
        elif not self._is_other:
            self._build_own(session)
        elif preview is not None and preview.wish.settings == self._settings(session):
            self._build_preview(session, preview)
        else:
            self.column.addWidget(Text(self.tr("Working it out…"), "muted"))

    def _build_own(self, session: Session) -> None:
        """The dial stands where the session was found: nothing to wait for."""
        movements, flags = _counts(session)
        text = self.tr("The session's own settings: {movements}, {flags}.")
        self.column.addWidget(
            Text(
                text.format(movements=wording.movement_count(movements), flags=wording.flag_count(flags)),
                "heading",
                wrap=True,
            )
        )
        kept = Changes(kept=effective_movements(session))
        strip = ChangeStrip(self._appearance, kept, session.video.duration_s)
        strip.clicked.connect(self._clock.seek)
        self.column.addWidget(strip)
        self.column.addWidget(Text(self.tr("Move the dial to try other settings."), "muted", wrap=True))

    def _build_preview(self, session: Session, preview: Preview) -> None:
        changes = preview.changes
        before, after = _counts(session), _counts(preview.after)
        text = self.tr("With these settings: {movements} (now {before}), {flags} (now {had}).")
        said = text.format(
            movements=wording.movement_count(after[0]),
            before=wording.number(before[0]),
            flags=wording.flag_count(after[1]),
            had=wording.number(before[1]),
        )
        self.column.addWidget(Text(said, "heading", wrap=True))
        strip = ChangeStrip(self._appearance, changes, session.video.duration_s)
        strip.clicked.connect(self._clock.seek)
        legend = self.tr("○ stays   ▲ would be added   ✕ would go")
        took = self.tr("Found anew in {milliseconds} ms.").format(milliseconds=round(1000 * preview.took_s))
        self.column.addWidget(strip)
        self.column.addWidget(Text(f"{legend}   {took}", "small", wrap=True))
        if not changes:
            self.column.addWidget(Text(self.tr("Nothing would change."), "muted", wrap=True))
        self._add_lists(changes)
        self.column.addWidget(
            Text(self.tr("What people said of a movement or a flag stays, whatever the settings."), "small", wrap=True)
        )

    def _add_lists(self, changes: Changes) -> None:
        flags: tuple[tuple[str, str, Sequence[PatternFlag]], ...] = (
            (self.tr("Pattern flags that would be added"), "+", changes.flags_added),
            (self.tr("Pattern flags that would go"), "−", changes.flags_gone),
        )
        for title, sign, found in flags:
            rows = [(f.start_s, f"{wording.rule_name(f.rule)}: {flag_text(f)}") for f in found]
            self._add_list(title, sign, rows)
        movements: tuple[tuple[str, str, Sequence[Movement]], ...] = (
            (self.tr("Movements that would be added"), "+", changes.added),
            (self.tr("Movements that would go"), "−", changes.gone),
        )
        for title, sign, moved in movements:
            self._add_list(title, sign, [(m.onset_s, wording.movement_sentence(m)) for m in moved])
        differing = [(now.onset_s, wording.measured_otherwise(now, then)) for now, then in changes.changed]
        self._add_list(self.tr("Movements that would be measured differently"), "~", differing)

    def _add_list(self, title: str, sign: str, rows: Sequence[tuple[float, str]]) -> None:
        if not rows:
            return
        shown = []
        for seconds, sentence in rows[:LONGEST_LIST]:
            row = GoRow(clock_text(seconds), sentence, seconds, sign)
            row.chosen.connect(self._clock.seek)
            shown.append(row)
        left = len(rows) - len(shown)
        more = [Text(self.tr("and %n more", "", left), "small")] if left > 0 else []
        self.column.addWidget(section(f"{title} ({len(rows)})", *shown, *more))


def _counts(session: Session) -> tuple[int, int]:
    return len(effective_movements(session)), sum(is_met(flag) for flag in session.patterns)
