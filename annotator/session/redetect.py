"""Putting newly detected movements into a session that people have worked on, without losing a word of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from annotator.session.effective import effective, stands
from annotator.session.matching import match, meeting
from annotator.session.model import Coverage, Movement, Session
from annotator.session.placing import next_id, overlap


def with_detected(
    session: Session,
    detected: Sequence[Movement],
    settings: Mapping[str, Any] | None = None,
    coverage: Coverage | None = None,
) -> Session:
    """The session with `detected` in place of the movements that were detected before.

    Movements that people added, or said anything of, stay exactly as they are. A new movement that is one of those (see
    `matching.match`), or that lies over one that stands, is left out: the person has spoken about that moment. A new one
    that is an old one keeps its id; the others get new ids. `settings` and `coverage` replace the session's own if
    given. Flags are not found anew (see `patterns.reflag`).
    """
    before = [m for m in session.movements if m.source == "detected"]
    spoken_of = [m for m in session.movements if m.source == "reviewer" or m.review or m.earlier_reviews]
    fixed = {m.id for m in spoken_of}
    old_of = {i: before[j].id for i, j in match(detected, before)}
    standing = [effective(m) for m in spoken_of if stands(m)]
    covered = {i for i, j in meeting(detected, standing) if overlap(detected[i], standing[j])}
    number = next_id(session)
    kept = list(spoken_of)
    for i, movement in enumerate(detected):
        if old_of.get(i) in fixed or i in covered:
            continue
        old_id = old_of.get(i)
        kept.append(replace(movement, id=number if old_id is None else old_id, source="detected"))
        number += old_id is None
    return replace(
        session,
        movements=tuple(sorted(kept, key=attrgetter("onset_s", "id"))),
        settings=session.settings if settings is None else settings,
        coverage=session.coverage if coverage is None else coverage,
    )
