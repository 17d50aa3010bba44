"""The window's content once something is open: picture and side beside each other, the timeline below. Two depths."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from annotator.ui.bits import Frame, margins
from annotator.ui.preferences import Preferences


class Workspace(QWidget):
    """Holds the widgets it is given; the same ones in both depths, so that nothing is lost between them."""

    def __init__(
        self,
        player: QWidget,
        timeline: QWidget,
        analysis: QWidget,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._timeline = preferences, timeline
        self._clinician = False
        self._shown_before = self._picture_only = False
        self._last_tab: dict[bool, int] = {}
        self._clinician_tabs: set[int] = set()
        self._simple_tabs: set[int] = set()
        self._away: set[int] = set()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._side = QStackedWidget()
        self._side.addWidget(analysis)
        self._side.addWidget(self.tabs)
        side = self._beside = Frame("plain")
        inside = QVBoxLayout(side)
        margins(inside, 0)
        inside.addWidget(self._side)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(player)
        self._across.addWidget(side)
        self._across.setStretchFactor(0, 1)
        self._across.setStretchFactor(1, 0)
        self._across.setCollapsible(0, False)
        self._across.setCollapsible(1, False)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(timeline)
        self._down.setStretchFactor(0, 1)
        self._down.setStretchFactor(1, 0)
        self._down.setCollapsible(0, False)
        self._down.setCollapsible(1, False)
        for splitter in (self._across, self._down):
            splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        margins(layout, 0)
        layout.addWidget(self._down)

    def add_tab(self, page: QWidget, title: str, *, simple: bool = True, clinician: bool = True) -> None:
        """Adds a page to the side, for one depth or both."""
        index = self.tabs.addTab(page, title)
        if simple:
            self._simple_tabs.add(index)
        if clinician:
            self._clinician_tabs.add(index)

    def show_tab(self, page: QWidget, shown: bool) -> None:
        """Adds a page to what its depths show, or takes it away; shown, it comes to the front."""
        index = self.tabs.indexOf(page)
        wanted = self._clinician_tabs if self._clinician else self._simple_tabs
        self._away = self._away - {index} if shown else self._away | {index}
        self.tabs.setTabVisible(index, shown and index in wanted)
        if shown and index in wanted:
            self.tabs.setCurrentIndex(index)

    def set_picture_only(self, alone: bool) -> None:
        """Hides all but the picture, or shows it again as it was divided up before."""
        if alone == self._picture_only:
            return
        self.keep_sizes()
        self._picture_only = alone
        self._beside.setVisible(not alone)
        self._timeline.setVisible(not alone)
        if not alone:
            self._place()

    def show_session(self, has_session: bool) -> None:
        """The side shows the tabs, or the offer and progress of the analysis."""
        self._side.setCurrentIndex(1 if has_session else 0)

    def set_clinician(self, clinician: bool) -> None:
        """Switches the depth, and keeps each depth's own sizes."""
        self.keep_sizes()
        self._last_tab[self._clinician] = self.tabs.currentIndex()
        self._clinician = clinician
        wanted = (self._clinician_tabs if clinician else self._simple_tabs) - self._away
        for index in sorted(range(self.tabs.count()), key=lambda index: index not in wanted):
            self.tabs.setTabVisible(index, index in wanted)
        last = self._last_tab.get(clinician, -1)
        self.tabs.setCurrentIndex(last if last in wanted else min(wanted, default=0))
        self._place()

    def keep_sizes(self) -> None:
        """Remembers how the depth that is on is divided up."""
        if self._shown_before and not self._picture_only:
            depth = "clinician" if self._clinician else "simple"
            self._preferences.set_state(f"{depth}/across", self._across.saveState())
            self._preferences.set_state(f"{depth}/down", self._down.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shown_before and self.isVisible():
            self._shown_before = True
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown_before:
            self._shown_before = True
            self._place()

    def _place(self) -> None:
        if not self._shown_before or self._picture_only:
            return
        depth = "clinician" if self._clinician else "simple"
        across: QByteArray | None = self._preferences.state(f"{depth}/across")
        down = self._preferences.state(f"{depth}/down")
        width, height = self.width(), self.height()
        side = round(width * (0.46 if self._clinician else 0.36))
        below = round(height * 0.38) if self._clinician else self._timeline.sizeHint().height()
        if across is None or not self._across.restoreState(across):
            self._across.setSizes([width - side, side])
        if down is None or not self._down.restoreState(down):
            self._down.setSizes([height - below, below])
