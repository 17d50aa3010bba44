"""Flags kept up to date with what people said: found anew from what stands, their reviews carried along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.patterns.rules import find_flags
from annotator.session.model import PatternFlag, Session
from annotator.settings import AnalysisSettings, RuleSettings

# In `facts` of a reviewed flag whose numbers, after later edits or other settings, meet the rule no more.
STILL_MET = "still_met"


def session_rules(session: Session) -> RuleSettings:
    """The rule settings that the session holds."""
    return AnalysisSettings.from_flat(session.settings).rules


def reflagged(session: Session, rules: RuleSettings | None = None) -> Session:
    """The session with its flags found anew from the movements that stand; `rules` are the session's own unless given.

    A flag keeps what was said of it when the new flag has the same rule and shares more than half of its movements. A
    flag that somebody reviewed and that is met no more stays, with `"still_met": False` among its facts: nobody's word
    is lost.
    """
    found = find_flags(session.movements, session.coverage, session.sounds, rules or session_rules(session))
    flags = carry_reviews(session.patterns, found)
    return session if flags == session.patterns else replace(session, patterns=flags)


def is_met(flag: PatternFlag) -> bool:
    """Whether the flag's numbers meet its rule now, and nobody rejected it."""
    return not is_rejected(flag) and bool(flag.facts.get(STILL_MET, True))


def is_rejected(flag: PatternFlag) -> bool:
    """Whether somebody rejected a flag whose numbers meet its rule."""
    rejected = flag.review is not None and flag.review.verdict == "rejected"
    return rejected and bool(flag.facts.get(STILL_MET, True))


def carry_reviews(before: Sequence[PatternFlag], found: Sequence[PatternFlag]) -> tuple[PatternFlag, ...]:
    """The `found` flags with the reviews of those `before` that they continue, and the reviewed ones that none does."""
    reviewed = [flag for flag in before if flag.review is not None or flag.earlier_reviews]
    if not reviewed:
        return tuple(found)
    flags = list(found)
    taken: set[int] = set()
    left = []
    for old in reviewed:
        shares = [(_share(old, new), -n) for n, new in enumerate(flags) if n not in taken]
        share, n = max(shares, default=(0.0, 0))
        if share > 0.5:
            taken.add(-n)
            flags[-n] = replace(flags[-n], review=old.review, earlier_reviews=old.earlier_reviews, extra=old.extra)
        else:
            left.append(replace(old, facts={**old.facts, STILL_MET: False}))
    return tuple(sorted([*flags, *left], key=lambda flag: flag.start_s))


def _share(old: PatternFlag, new: PatternFlag) -> float:
    """How much of their movements two flags share, from 0 to 1; 0 for flags of different rules."""
    if old.rule != new.rule or old.facts.get("found_in") != new.facts.get("found_in"):
        return 0.0
    a, b = set(old.movements), set(new.movements)
    return len(a & b) / len(a | b) if a or b else 0.0
