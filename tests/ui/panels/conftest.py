"""A document with a made-up night, the clock and the look that panels need."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document, Reviewer
from tests.ui.panels.nights import SECONDS, night


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.set_reviewer(Reviewer("Ames", "parent"))
    document.open_session(night(), Path("night.session.json"), None)
    return document


@pytest.fixture
def clock(document: Document) -> PlaybackClock:
    clock = PlaybackClock(document)
    clock.set_times(None, SECONDS)
    return clock


@pytest.fixture
def appearance(document: Document) -> Appearance:
    return Appearance(parent=document)
