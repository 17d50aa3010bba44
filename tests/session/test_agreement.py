from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from annotator.errors import SessionError
from annotator.session import edits
from annotator.session.agreement import agreement, kappa
from annotator.session.matching import match
from annotator.session.model import Movement
from annotator.session.people import Author
from annotator.wording import disagreement_sentence
from tests.session import sessions as make

KIM, LEE = Author("Kim"), Author("Lee", "parent")


def scored(a: list[Movement], b: list[Movement]) -> tuple[int, float]:
    """The number of pairs and the sum of onset differences, by the scoring's own plain way over one whole table."""
    table = np.full((len(a), len(b)), 1e3)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            shared = max(0.0, min(x.offset_s, y.offset_s) - max(x.onset_s, y.onset_s))
            union = max(x.offset_s, y.offset_s) - min(x.onset_s, y.onset_s)
            if abs(x.onset_s - y.onset_s) <= 0.25 or (shared > 0 and shared / union >= 0.2):
                table[i, j] = abs(x.onset_s - y.onset_s)
    chosen = [table[i, j] for i, j in zip(*linear_sum_assignment(table), strict=True) if table[i, j] < 1e3]
    return len(chosen), sum(chosen)


@st.composite
def lists(draw: st.DrawFn) -> list[Movement]:
    """Movements on a grid of sixteenths of a second."""
    spans = draw(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=12))
    return [make.movement(start / 16, (start + size) / 16) for start, size in spans]


@given(lists(), lists())
def test_matching_is_that_of_the_scoring(a: list[Movement], b: list[Movement]) -> None:
    pairs = match(a, b)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    count, cost = scored(a, b) if a and b else (0, 0.0)
    assert len(pairs) == count
    assert sum(abs(a[i].onset_s - b[j].onset_s) for i, j in pairs) == pytest.approx(cost)


def test_matching_a_long_night_is_quick() -> None:
    a = [make.movement(3.0 * n) for n in range(5000)]
    b = [make.movement(3.0 * n + 0.1) for n in range(5000)]
    assert match(a, b) == tuple((n, n) for n in range(5000))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", None),
        ("xxxx", "xxxx", None),
        ("xxyy", "xxyy", 1.0),
        ("xxyy", "xyxy", 0.0),
        ("xxyy", "yyxx", -1.0),
        ("xxxx", "yyyy", 0.0),
    ],
)
def test_kappa(a: str, b: str, expected: float | None) -> None:
    assert kappa(a, b) == expected


def test_kappa_of_a_textbook_table() -> None:
    """Cohen's kappa of a 2 x 2 table with 20, 5, 10 and 15 items is 0.4."""
    a = "y" * 25 + "n" * 25
    b = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    assert kappa(a, b) == pytest.approx(0.4)
    with pytest.raises(ValueError, match="same items"):
        kappa("a", "ab")


@given(st.lists(st.sampled_from("abc")), st.randoms(use_true_random=False))
def test_kappa_does_not_depend_on_who_is_first(a: list[str], random: Any) -> None:
    b = a[:]
    random.shuffle(b)
    assert kappa(a, b) == kappa(b, a)
    one = kappa(a, b)
    assert one is None or one <= 1


def test_two_like_reviews_agree() -> None:
    session = make.session(*make.numbered(make.movement(1.0), make.movement(5.0, limbs=("head",), kind="rhythmic")))
    found = agreement(edits.judge(session, 1, "accepted", KIM), edits.judge(session, 1, "accepted", LEE))
    assert (found.people_a, found.people_b) == ((("Kim", "reviewer"),), (("Lee", "parent"),))
    assert found.kappa_time == found.kappa_kind == found.kappa_limbs["left_arm"] == 1.0
    assert found.kappa_limbs["left_leg"] is None
    assert found.median_onset_difference_ms == 0.0
    assert found.disagreements == ()


def test_another_end_is_a_difference() -> None:
    session = make.session(*make.numbered(make.movement(1.0, 9.0)))
    found = agreement(session, edits.retime(session, 1, LEE, offset_s=7.0))
    (one,) = found.disagreements
    assert one.what == "times"
    assert disagreement_sentence(one) == (
        "0:01.0: the first review has it from 0:01.00 to 0:09.00, the second from 0:01.00 to 0:07.00."
    )
    assert not agreement(session, edits.retime(session, 1, LEE, offset_s=8.9)).disagreements


def test_who_looked_and_rejected_is_told_from_who_never_marked_it() -> None:
    session = make.session(*make.numbered(make.movement(5.0)))
    rejected = edits.judge(session, 1, "rejected", LEE, "cover moved")
    (one,) = agreement(session, rejected).disagreements
    assert disagreement_sentence(one).endswith("The other rejected it: cover moved")
    (one,) = agreement(session, make.session()).disagreements
    assert one.rejection is None


def test_every_difference_is_listed_by_time() -> None:
    session = make.session(
        *make.numbered(*[make.movement(t) for t in (1.0, 5.0, 9.0, 13.0)], make.movement(20.0, 30.0, kind="active"))
    )
    a = edits.retime(session, 1, KIM, onset_s=1.05)
    a = edits.relabel(a, 2, KIM, kind="slow")
    a = edits.judge(a, 3, "rejected", KIM)
    b = edits.relabel(session, 1, LEE, limbs=["head"])
    b = edits.judge(b, 4, "rejected", LEE)
    b = edits.judge(b, 5, "rejected", LEE)
    found = agreement(a, b)
    assert [(d.what, d.start_s) for d in found.disagreements] == [
        ("limbs", 1.0),
        ("kind", 5.0),
        ("only_b", 9.0),
        ("only_a", 13.0),
    ]
    assert [d.rejection is not None for d in found.disagreements] == [False, False, True, True]
    assert (found.count_a, found.count_b, len(found.matched)) == (2, 3, 2)
    assert found.matched[0].onset_ms == pytest.approx(-50)
    assert found.matched[0].offset_ms == 0
    assert found.largest_absolute_onset_difference_ms == pytest.approx(50)
    assert found.median_onset_difference_ms == pytest.approx(-25)
    assert found.bins == 120
    assert found.kappa_time is not None
    assert found.kappa_time < 1


def test_two_videos_cannot_be_compared() -> None:
    session = make.session()
    other = replace(session, video=replace(session.video, sha256="ff" * 32, file="other.mp4"))
    with pytest.raises(SessionError, match=r"other\.mp4: it is about another video"):
        agreement(session, other)


def test_nothing_to_compare() -> None:
    found = agreement(make.session(), make.session())
    assert found.kappa_time is None
    assert found.kappa_kind is None
    assert found.median_absolute_onset_difference_ms is None
