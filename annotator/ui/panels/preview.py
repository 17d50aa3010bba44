"""What other settings would find, worked out beside the window from the stored signals; the newest wish wins."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from annotator.job import Job
from annotator.movements.sensitivity import SENSITIVITY
from annotator.patterns.reflag import reflagged
from annotator.session.changes import Changes, changes_between
from annotator.session.model import Coverage, Movement, Session
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals
from annotator.ui.newest import Newest, Work


@dataclass(frozen=True, slots=True)
class Wish:
    """Settings to try: `step` is where the sensitivity dial stands. Without signals only the rules are tried."""

    session: Session
    signals: MotionSignals | None
    settings: AnalysisSettings
    step: int


@dataclass(frozen=True, slots=True)
class Detected:
    """What detection found anew, and how much could be observed with it (see `movements.coverage`)."""

    movements: tuple[Movement, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of a wish. `detected` is None where there were no signals to look in."""

    wish: Wish
    detected: Detected | None
    after: Session
    changes: Changes
    took_s: float

    def edit(self, session: Session) -> Session:
        """The session as it is with these settings: what people said of movements and flags stays."""
        return found_with(session, self.detected, self.wish.settings, self.wish.step)


def found_with(session: Session, detected: Detected | None, settings: AnalysisSettings, step: int) -> Session:
    """The session with these newly detected movements, its flags found anew, and the settings in it."""
    flat = {**session.settings, **settings.as_flat(), "model": session.settings.get("model", settings.model)}
    flat[SENSITIVITY] = step
    if detected is None:
        session = replace(session, settings=flat)
    else:
        from annotator.session.redetect import with_detected

        session = with_detected(session, detected.movements, flat, detected.coverage)
    return reflagged(session, settings.rules)


def tried(wish: Wish) -> Preview:
    """Finds movements and flags anew. Pure."""
    # They bring SciPy's routines with them, which the window must not wait for at its start.
    importlib.import_module("annotator.session.redetect")
    from annotator.pipeline import redetect

    started_s = time.perf_counter()
    detected: Detected | None = None
    if wish.signals is not None:
        found = redetect(wish.session, wish.signals, wish.settings)
        detected = Detected(found.movements, found.coverage)
    after = found_with(wish.session, detected, wish.settings, wish.step)
    return Preview(wish, detected, after, changes_between(wish.session, after), time.perf_counter() - started_s)


class Previewer(Newest):
    """Works wishes out. `done` carries a `Preview`."""

    def ask(self, wish: Wish) -> None:
        """Works a wish out; `done` follows, unless a newer wish overtakes it."""
        self.run(_work_of(wish))


def _work_of(wish: Wish) -> Work:
    def work(_job: Job, _partial: Callable[[Any], None]) -> Preview:
        return tried(wish)

    return work
