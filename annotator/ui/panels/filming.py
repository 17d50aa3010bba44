"""The filming check: what will limit the analysis of the open video, in plain words, and how to film next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator import wording
from annotator.job import Job
from annotator.ui.bits import Frame, Text, clear_layout, margins
from annotator.ui.document import Document
from annotator.ui.heavy import load_pose, load_pyav
from annotator.ui.newest import Newest, Work
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.motion.filming import Aspect, FilmingCheck


class FilmingLook(Newest):
    """Looks at one video; a newer one takes its place. `partial` carries a `FilmingCheck`: what is known so far."""

    def start(self, video: Path) -> None:
        """Looks at a video."""
        self.run(_look_at(video))


def _look_at(video: Path) -> Work:
    def work(job: Job, partial: Callable[[Any], None]) -> None:
        load_pyav()
        from annotator.motion.filming import check_filming

        for check in check_filming(video, job=job):
            job.raise_if_cancelled()
            partial(check)
            if "steady" in check.looked_at:
                load_pose()  # what is looked at next needs it

    return work


class FilmingPanel(Frame):
    """One line for each thing looked at, then how to film next time. Starts by itself for a video without a session."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._document = document
        self._video: Path | None = None
        self.look = FilmingLook(self)
        self.look.partial.connect(self._on_found)
        self.look.finished.connect(self._on_finished)
        self.look.failed.connect(self._on_failed)
        self.setAccessibleName(self.tr("Filming check"))
        layout = QVBoxLayout(self)
        margins(layout, 2, 1)
        layout.addWidget(Text(self.tr("Filming check"), "heading"))
        self._said = Text("", "muted", wrap=True)
        layout.addWidget(self._said)
        self._lines, self._good_lines = _grid(), _grid()
        layout.addLayout(self._lines)
        self._advice_title = Text(self.tr("How to film next time"), "overline")
        self._advice = Text("", wrap=True)
        layout.addWidget(self._advice_title)
        layout.addWidget(self._advice)
        layout.addLayout(self._good_lines)
        document.opened.connect(self.refresh)
        document.session_changed.connect(self.refresh)
        self._show_nothing()

    def stop(self) -> None:
        """Ends the look and waits, before closing."""
        self.look.stop()

    @Slot()
    def refresh(self) -> None:
        """Looks at the open video, if it is another one and has no session; ends the look when it has."""
        video = self._document.video if self._document.session is None else None
        if video is None:
            self.look.cancel()
            self._video = None
        elif video != self._video:
            self._video = video
            self._show_nothing()
            self._said.setText(self.tr("Taking a quick look…"))
            self.look.start(video)

    @Slot(bool)
    def make_way(self, analysing: bool) -> None:
        """The analysis begins: it needs the machine more."""
        if analysing:
            self.look.cancel()

    @Slot(object)
    def _on_found(self, check: FilmingCheck) -> None:
        from annotator.motion.filming import ASPECTS

        self._clear()
        advice: dict[str, None] = {}
        for aspect in ASPECTS:
            if aspect not in check.looked_at:
                continue
            limits = check.limits_of(aspect)
            said = [wording.limit_sentence(limit.code, limit.numbers) for limit in limits]
            self._add_line(aspect, said)
            advice.update(dict.fromkeys(filter(None, (wording.filming_advice(limit.code) for limit in limits))))
        if self.look.running:
            self._said.setText(self.tr("Taking a quick look…"))
        self._advice_title.setVisible(bool(advice))
        self._advice.setVisible(bool(advice))
        self._advice.setText("\n".join(f"• {line}" for line in advice))
        limited = any(check.limits_of(aspect) for aspect in check.looked_at)
        self._limited = limited

    def _add_line(self, aspect: Aspect, limits: list[str]) -> None:
        """What limits comes first, then what to do about it, then what is good enough."""
        grid = self._lines if limits else self._good_lines
        row = grid.rowCount()
        sign = Text("!" if limits else "✓", "heading")
        sign.setAccessibleName(self.tr("limits the analysis") if limits else self.tr("good enough"))
        name = Text(wording.filming_aspect_name(aspect))
        said = Text("\n".join(limits) or wording.filming_enough(aspect), "" if limits else "muted", wrap=True)
        top = sign.alignment().AlignTop
        for column, widget in enumerate((sign, name, said)):
            grid.addWidget(widget, row, column, top)

    @Slot()
    def _on_finished(self) -> None:
        if not self._lines.count() and not self._good_lines.count():
            return
        self._said.setText(
            self.tr("The analysis works all the same; this is what will limit it.")
            if self._limited
            else self.tr("Nothing in the filming stands in the way.")
        )

    @Slot(object)
    def _on_failed(self, _failure: object) -> None:
        # Why a video cannot be read is told by the player and by the analysis; here only that nothing can be said.
        self._said.setText(self.tr("This video could not be looked at beforehand."))

    def _show_nothing(self) -> None:
        self._clear()
        self._limited = False
        self._said.setText("")
        self._advice.setText("")
        self._advice_title.hide()
        self._advice.hide()

    def _clear(self) -> None:
        clear_layout(self._lines)
        clear_layout(self._good_lines)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(round(1.5 * SPACE))
    grid.setVerticalSpacing(round(0.75 * SPACE))
    grid.setColumnStretch(2, 1)
    return grid
