"""Who speaks in a session, and what each of them last said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from annotator.session.model import Movement, PatternFlag, Review, Role, Session


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes an edit and when (`at`: ISO 8601, UTC)."""

    name: str
    role: Role = "reviewer"
    at: str = ""

    @classmethod
    def now(cls, name: str, role: Role) -> Author:
        """An author who speaks now."""
        return cls(name, role, datetime.now(UTC).isoformat(timespec="seconds"))


def reviews(item: Movement | PatternFlag) -> tuple[Review, ...]:
    """All that was said of it, oldest first."""
    return item.earlier_reviews if item.review is None else (*item.earlier_reviews, item.review)


def last_words(item: Movement | PatternFlag) -> tuple[Review, ...]:
    """What each person last said of it, the one who spoke last at the end."""
    newest: dict[tuple[str, Role], Review] = {}
    for review in reviews(item):
        newest.pop((review.reviewer, review.role), None)
        newest[review.reviewer, review.role] = review
    return tuple(newest.values())


def people(session: Session) -> tuple[tuple[str, Role], ...]:
    """Everyone who reviewed, added or looked, by name and role, in the order in which they first appear."""
    items: tuple[Movement | PatternFlag, ...] = (*session.movements, *session.patterns)
    spoke = [(review.reviewer, review.role) for item in items for review in reviews(item)]
    looked = [(span.reviewer, span.role) for span in session.looked]
    return tuple(dict.fromkeys([*spoke, *looked]))
