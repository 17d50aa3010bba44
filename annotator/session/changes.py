"""What other settings would change in a session: movements and flags that come, go, or are measured otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.session.effective import effective_movements
from annotator.session.model import Movement, PatternFlag, Session


@dataclass(frozen=True, slots=True)
class Changes:
    """Movements that stand, and flags, of one session against another. `changed` pairs each as it is with what it would
    be."""

    added: tuple[Movement, ...] = ()
    gone: tuple[Movement, ...] = ()
    changed: tuple[tuple[Movement, Movement], ...] = ()
    kept: tuple[Movement, ...] = ()
    flags_added: tuple[PatternFlag, ...] = ()
    flags_gone: tuple[PatternFlag, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed or self.flags_added or self.flags_gone)


def changes_between(before: Session, after: Session) -> Changes:
    """Movements are told by their ids, flags by rule and by the movements that they share."""
    old = {m.id: m for m in effective_movements(before)}
    new = {m.id: m for m in effective_movements(after)}
    return Changes(
        added=tuple(m for n, m in new.items() if n not in old),
        gone=tuple(m for n, m in old.items() if n not in new),
        changed=tuple((old[n], m) for n, m in new.items() if n in old and m != old[n]),
        kept=tuple(m for n, m in new.items() if n in old and m == old[n]),
        flags_added=_unmatched(after.patterns, before.patterns),
        flags_gone=_unmatched(before.patterns, after.patterns),
    )


def _unmatched(flags: Sequence[PatternFlag], others: Sequence[PatternFlag]) -> tuple[PatternFlag, ...]:
    met = [(_key(flag), set(flag.movements)) for flag in others if _met(flag)]
    return tuple(
        flag
        for flag in flags
        if _met(flag) and not any(key == _key(flag) and ids & set(flag.movements) for key, ids in met)
    )


def _key(flag: PatternFlag) -> tuple[str, object]:
    return flag.rule, flag.facts.get("found_in")


def _met(flag: PatternFlag) -> bool:
    return flag.facts.get("still_met") is not False
