"""The main window: it builds the parts and connects them, and holds nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator import wording
from annotator.errors import AnnotatorError
from annotator.session.autosave import discard
from annotator.ui.analysis import Analysis, AnalysisPanel
from annotator.ui.analysis_flow import AnalysisFlow
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Frame, Text, margins, show
from annotator.ui.clock import PlaybackClock
from annotator.ui.compare.comparison import Comparison
from annotator.ui.compare.page import ComparePage
from annotator.ui.dialogs.about import PROGRAM, AboutDialog
from annotator.ui.dialogs.preferences import PreferencesDialog
from annotator.ui.dialogs.shortcuts import ShortcutsDialog
from annotator.ui.document import Document, Reviewer
from annotator.ui.extras import Extras
from annotator.ui.files import DocumentFiles
from annotator.ui.full_screen import Caption, FullScreen
from annotator.ui.header import Header
from annotator.ui.keys import needs_key
from annotator.ui.look import Look
from annotator.ui.menus import Menus
from annotator.ui.notices import NoticeBar
from annotator.ui.opening import Opened
from annotator.ui.packet_flow import PacketFlow
from annotator.ui.panels.answers import AnswersPage
from annotator.ui.panels.filming import FilmingPanel
from annotator.ui.panels.page import Scrolled
from annotator.ui.panels.sensitivity import SensitivityPage
from annotator.ui.panels.table import TablePage
from annotator.ui.panels.why import WhyPage
from annotator.ui.player.player import PlayerWidget
from annotator.ui.preferences import Preferences
from annotator.ui.recovery import RecoveryKeeper, offer_recovery
from annotator.ui.review.actions import ReviewActions
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.queue import ReviewQueue
from annotator.ui.review.rows import Key, with_same
from annotator.ui.simple import FoundPage
from annotator.ui.steps import Steps
from annotator.ui.theme import SPACE
from annotator.ui.thumbnails import Thumbnails
from annotator.ui.timeline.timeline import TimelineWidget
from annotator.ui.welcome import WelcomePage
from annotator.ui.work import Failure
from annotator.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """The program's one window."""

    def __init__(self, preferences: Preferences, appearance: Appearance, look: Look) -> None:
        super().__init__()
        self.preferences, self.appearance, self._look = preferences, appearance, look
        self.document = Document(self)
        self.clock = PlaybackClock(self)
        self.document.set_reviewer(preferences.reviewer)
        self._build_parts()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        geometry = preferences.state("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._set_clinician(preferences.clinician)
        self._on_opened()

    def start(self, paths: Sequence[Path]) -> None:
        """Offers what a crash left, then opens what was given on the command line."""
        if not self._offer_recovery() and paths:
            self.files.open_paths(paths)

    def _offer_recovery(self) -> bool:
        """Whether the person took up unsaved work."""
        taken = offer_recovery(self)
        if taken is None:
            return False
        video = taken.video_path if taken.video_path is not None and taken.video_path.is_file() else None
        opened = Opened(taken.session, taken.session_path, video, video_missing=video is None)
        self.files.show_opened(opened, unsaved=True)
        self.recovery.flush()
        discard(taken)
        return True

    def _build_parts(self) -> None:
        document, clock, appearance = self.document, self.clock, self.appearance
        self.notices = NoticeBar()
        self.files = DocumentFiles(document, self.preferences, self.notices, self)
        self.analysis = Analysis(self)
        self.analysis_panel = AnalysisPanel(self.analysis)
        self.analysis_flow = AnalysisFlow(document, self.analysis, self.analysis_panel, self.files, self.notices, self)
        self.packet = PacketFlow(document, self.files, self.notices, self)
        self.player = PlayerWidget(document, clock, appearance)
        self.timeline = TimelineWidget(document, clock, appearance)
        self.queue = ReviewQueue(document, clock, self)
        self.review = ReviewActions(document, clock, self.queue, self)
        self.found_page = FoundPage(document, clock, appearance, self.review, self.queue)
        self.review_page = ReviewPage(document, clock, appearance, self.review, self.queue)
        self.why_page = WhyPage(document, clock, appearance)
        self.sensitivity_page = SensitivityPage(document, clock, appearance)
        self.table_page = TablePage(document, clock)
        self.answers_page = AnswersPage(document)
        self.comparison = Comparison(document, clock, self)
        self.compare_page = ComparePage(document, appearance, self.comparison)
        self.steps = Steps(document, clock, self)
        self.extras = Extras(document, self)
        self.recovery = RecoveryKeeper(document, self)
        self.thumbnails = Thumbnails(self)
        self.timeline.set_thumbnails(self.thumbnails)
        self.header = Header(document)
        self.welcome = WelcomePage(self.preferences, appearance)
        self.menus = Menus(self.menuBar(), document, self.preferences, self)
        self.menus.build(self.review, self.comparison, self.player.actions(), self.timeline.actions())
        self.workspace = Workspace(self.player, self.timeline, self.analysis_panel, self.preferences)
        self.workspace.add_tab(self.found_page, self.tr("What was found"), clinician=False)
        self.workspace.add_tab(self.review_page, self.tr("Review"), simple=False)
        self.workspace.add_tab(self.why_page, self.tr("Why flagged"), simple=False)
        self.workspace.add_tab(self.sensitivity_page, self.tr("Sensitivity"), simple=False)
        self.workspace.add_tab(self.table_page, self.tr("The table"))
        self.workspace.add_tab(self.answers_page, self.tr("Your answers"))
        self.workspace.add_tab(self.compare_page, self.tr("Compare"))
        self.workspace.show_tab(self.compare_page, False)
        self.filming = FilmingPanel(document)
        self.analysis_panel.room.addWidget(Scrolled(self.filming), 1)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.workspace)
        footer = Frame("footer")
        foot = QHBoxLayout(footer)
        foot.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        self._disclaimer = Text(wording.disclaimer(), wrap=True)
        foot.addWidget(self._disclaimer, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        margins(column, 0)
        column.addWidget(self.header)
        column.addWidget(self.notices)
        column.addWidget(self._pages, 1)
        column.addWidget(footer)
        self.setCentralWidget(central)
        full = self.player.player_actions.full_screen
        self.full_screen = FullScreen(self, self.workspace, full, (self.menuBar(), footer), self._refresh)
        self.caption = Caption(self.document, self.player.canvas, full)
        full.toggled.connect(self._focus_picture)

    def _connect(self) -> None:
        document, files, steps, look = self.document, self.files, self.steps, self._look
        document.opened.connect(self._on_opened)
        document.session_changed.connect(self._refresh)
        document.dirty_changed.connect(self._refresh)
        document.reviewer_changed.connect(self._on_reviewer)
        files.playlist_changed.connect(self._refresh)
        self.welcome.open_asked.connect(files.open_dialog)
        self.welcome.folder_asked.connect(files.open_folder_dialog)
        self.welcome.sample_asked.connect(files.open_sample)
        self.welcome.path_chosen.connect(files.open_file)
        self.menus.recent_chosen.connect(files.open_file)
        self.header.clinician_asked.connect(self._set_clinician)
        self.header.packet_asked.connect(self.packet.ask)
        self.header.step_asked.connect(files.open_step)
        self.analysis.running_changed.connect(self._refresh)
        self.analysis.running_changed.connect(self._focus_picture)
        self.analysis_panel.other_asked.connect(files.open_dialog)
        self.player.failed.connect(self._on_unreadable)
        self.timeline.activated.connect(steps.loop_selected)
        self.timeline.set_edit_check(self.review.ensure_reviewer)
        for part in (self.timeline, self.why_page, self.sensitivity_page):
            self.extras.signals_found.connect(part.set_signals)
        self.table_page.answers_asked.connect(self._show_answers)
        self.analysis.running_changed.connect(self.filming.make_way)
        self.extras.waveform_found.connect(self.timeline.set_waveform)
        self.extras.poses_found.connect(self.player.set_overlay)
        self.player.controller.opened.connect(self.thumbnails.open)
        document.opened.connect(self.thumbnails.stop)
        for told in (self.timeline, self.sensitivity_page, self.recovery, self.extras, self.review, self.comparison):
            told.failed.connect(self.notices.tell_failure)
        self.comparison.moved.connect(self.timeline.set_compared)
        self.comparison.changed.connect(self._on_compared)
        self.comparison.moved.connect(self._on_difference)
        self.review.told.connect(self.notices.tell)
        self.review.chosen = self._chosen
        self.review_page.table.view.selectionModel().selectionChanged.connect(self.review.refresh)
        for table in (self.review_page.table, self.found_page.table):
            table.activated.connect(steps.loop_selected)
        self.preferences.changed.connect(self._on_preferences)
        self.appearance.changed.connect(self._refresh)
        self.menus.connect_all(
            {
                "open": files.open_dialog,
                "open_folder": files.open_folder_dialog,
                "next_file": files.open_next,
                "previous_file": files.open_previous,
                "save": files.save,
                "save_as": files.save_as,
                "packet": self.packet.ask,
                "analyse": self.analysis_flow.start,
                "close": files.close,
                "quit": self.close,
                "preferences": self._show_preferences,
                "reviewer": self._show_preferences,
                "clinician": self._toggle_clinician,
                "dark": look.toggle_dark,
                "larger": look.larger,
                "smaller": look.smaller,
                "usual": look.usual,
                "next_movement": steps.next_movement,
                "previous_movement": steps.previous_movement,
                "next_flag": steps.next_flag,
                "previous_flag": steps.previous_flag,
                "loop_selected": steps.loop_selected,
                "shortcuts": self._show_shortcuts,
                "about": self._show_about,
            }
        )

    def _chosen(self) -> Sequence[Key]:
        """What the review's actions act on: the rows marked in the table, or else the selected mark. In the simple
        depth a movement and the flag that only repeats it are one row, and get the same verdict."""
        selection, shown = self.document.selection, self.document.shown
        single = Key(selection.movement, selection.flag)
        if not self.preferences.clinician and shown is not None:
            return with_same([single], shown) if single != Key() else []
        keys = self.review_page.table.selected_keys()
        if len(keys) > 1 and single in keys:
            return keys
        return [single] if single != Key() else []

    @Slot()
    def _on_opened(self) -> None:
        self.analysis_panel.show_offer()
        self._refresh()
        is_open = self.document.video is not None or self.document.path is not None
        (self.player.canvas if is_open else self.welcome).setFocus()

    @Slot()
    def _refresh(self) -> None:
        document, menus = self.document, self.menus
        shown = document.video or document.path
        is_open = shown is not None
        self._pages.setCurrentIndex(1 if is_open else 0)
        self.header.setVisible(is_open and not self.full_screen.on)
        self.workspace.show_session(document.session is not None and not self.analysis.running)
        name = shown.name if shown is not None else ""
        self.setWindowTitle(f"{name}[*] – {PROGRAM}" if name else f"{PROGRAM}[*]")
        self.setWindowModified(document.dirty)
        for action in (menus.save, menus.save_as, menus.packet):
            action.setEnabled(document.whole)
        can_analyse = document.video is not None and not self.analysis_panel.unreadable
        menus.analyse.setEnabled(can_analyse and not self.analysis.running)
        menus.close.setEnabled(is_open)
        place, count = self.files.place, len(self.files.playlist)
        menus.next_file.setEnabled(0 <= place < count - 1)
        menus.previous_file.setEnabled(place > 0)
        self.header.set_playlist(place, count)
        has_marks = document.shown is not None
        for action in (menus.next_movement, menus.previous_movement, menus.next_flag, menus.previous_flag):
            action.setEnabled(has_marks)
        menus.dark.setChecked(self.appearance.theme.dark)

    @Slot(bool)
    def _set_clinician(self, clinician: bool) -> None:
        if clinician != self.preferences.clinician:
            self.preferences.clinician = clinician
        self.header.set_clinician(clinician)
        self.menus.clinician.setChecked(clinician)
        self.player.set_simple(not clinician)
        self.timeline.set_simple(not clinician)
        self.workspace.set_clinician(clinician)
        self._focus_picture()
        self.table_page.set_precise(clinician)

    @Slot()
    def _focus_picture(self) -> None:
        """The focused control went away: not to whichever comes next, so that the one-key actions go on working."""
        self.player.canvas.setFocus()

    @Slot()
    def _toggle_clinician(self) -> None:
        self._set_clinician(not self.preferences.clinician)

    @Slot()
    def _on_preferences(self) -> None:
        self.document.set_reviewer(self.preferences.reviewer)

    @Slot(object)
    def _on_reviewer(self, reviewer: Reviewer) -> None:
        if reviewer != self.preferences.reviewer:
            self.preferences.reviewer = reviewer

    @Slot()
    def _show_answers(self) -> None:
        self.workspace.tabs.setCurrentWidget(self.answers_page)

    @Slot()
    def _on_compared(self) -> None:
        """Two reviews are compared, or no longer."""
        begun = self.comparison.compared is not None
        if begun:
            self.queue.stop()
            self.notices.clear()
        self.workspace.show_tab(self.compare_page, begun)
        self._focus_picture()

    @Slot(object)
    def _on_difference(self, _place: object) -> None:
        at = self.comparison.at
        self.caption.tell("" if at is None else wording.disagreement_sentence(self.comparison.differences[at]))

    @Slot(object)
    def _on_unreadable(self, error: AnnotatorError) -> None:
        """The video cannot be shown: said once, where the analysis was offered, or above the session it belongs to."""
        failure = Failure.of(error)
        if self.document.session is None and not self.analysis.running:
            self.analysis_panel.show_unreadable(failure)
            self.filming.stop()
        if self.document.session is not None or self.analysis.running or self.full_screen.on:
            self.notices.tell_failure(failure, self.tr("Choose another file…"), self.files.open_dialog)
        self._refresh()

    @Slot()
    def _show_preferences(self) -> None:
        show(PreferencesDialog(self.preferences, self))

    @Slot()
    def _show_shortcuts(self) -> None:
        show(ShortcutsDialog(self.menus.groups(), self))

    @Slot()
    def _show_about(self) -> None:
        show(AboutDialog(self))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and needs_key(self.focusWidget(), event)
        ):
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.welcome.set_drop_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.welcome.set_drop_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.set_drop_over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.full_screen.leave()
        self.analysis.abandon()
        for part in (self.queue, self.packet, self.files, self.extras, self.sensitivity_page, self.filming):
            part.stop()
        self.recovery.stop()
        for whole in (self.comparison, self.timeline, self.player):
            whole.shutdown()
        self.thumbnails.close()
        self.workspace.keep_sizes()
        self.preferences.set_state("geometry", self.saveGeometry())
        self.preferences.sync()
        event.accept()
