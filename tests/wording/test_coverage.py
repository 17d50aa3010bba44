from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import wording
from annotator.motion.filming import ASPECTS
from annotator.session.model import (
    Coverage,
    Excluded,
    LookedSpan,
)
from annotator.video.limits import LimitCode


def test_the_sentences_that_every_output_carries() -> None:
    assert wording.disclaimer() == (
        "Not a diagnosis. If you are worried, contact a clinician now; do not wait for a result."
    )
    assert wording.clip_notice() == "For clinician review, not a diagnosis"
    assert wording.nothing_found(2520, 3600) == (
        "No movement met the settings in 42 of 60 observable minutes; this rules nothing out."
    )


@pytest.mark.parametrize(
    ("observed_s", "video_s", "said"),
    [
        (2520.0, 3600.0, "42 of 60 observable minutes"),
        (2579.9, 3601.0, "42 of 60 observable minutes"),
        (45.9, 60.0, "45 of 60 observable seconds"),
        (60.0, 60.0, "60 of 60 observable seconds"),
        (60.2, 60.0, "60 of 60 observable seconds"),
        (29.97, 29.97, "30 of 30 observable seconds"),
        (59.9, 60.0, "59 of 60 observable seconds"),
        (0.0, 7200.0, "0 of 120 observable minutes"),
        (30.0, 7200.0, "30 of 7200 observable seconds"),
        (0.0667, 0.0667, "0.07 of 0.07 observable seconds"),
        (0.039, 0.0667, "0.03 of 0.07 observable seconds"),
        (8.97, 9.04, "8.9 of 9.0 observable seconds"),
        (10.1, 10.4, "10.1 of 10.4 observable seconds"),
    ],
)
def test_observed_time_is_never_overstated(observed_s: float, video_s: float, said: str) -> None:
    assert wording.observable(observed_s, video_s) == said


def test_nothing_observed_says_nothing() -> None:
    assert wording.nothing_found(0, 60) == "Nothing could be observed, so nothing can be said."


def test_coverage() -> None:
    spans = (
        Excluded(0, 60, "camera_moved"),
        Excluded(100, 400, "too_dark"),
        Excluded(60, 100, "covered", ("left_leg", "right_leg")),
    )
    found = Coverage(3240.0, {}, spans)
    assert wording.coverage_sentence(found, 3600) == "The baby could be observed for 54 min of 60 min."
    assert wording.coverage_sentence(found, 3600, "precise") == "Observed time 3240.0 s of 3600.0 s (90 %)."
    assert wording.excluded_sentences(spans) == (
        "Not judged for 5 min: too dark.",
        "Not judged for 60 s: the camera moved.",
        "Single limbs not judged for 40 s in all: covered.",
    )
    assert wording.excluded_sentence(spans[2]) == "1:00–1:40: both legs not judged, covered."
    assert wording.limb_coverage_sentence("left_leg", 120, 3600) == "Left leg: seen for 2 min of 60 min."
    assert "too dark" in wording.unnamed_limb_sentence(["too_dark", "too_dark"])
    assert wording.looked_sentence(LookedSpan(0, 65, "Kim")) == "0:00–1:05: watched by Kim, nothing more seen."


def test_summaries() -> None:
    assert wording.summary_sentence(0, 0, 60, 60) == wording.nothing_found(60, 60)
    assert wording.summary_sentence(1, 0, 60, 60) == (
        "1 movement met the settings. The baby could be observed for all 60 seconds. It meets no row of the table; this "
        "rules nothing out."
    )
    assert wording.summary_sentence(4, 2, 2520, 3600) == (
        "4 movements met the settings. The baby could be observed for 42 of the 60 minutes. Pattern flags: 2."
    )


def test_every_limit_of_the_filming_is_said_with_its_numbers() -> None:
    numbers = {
        "rate_hz": 14.985,
        "width_px": 320.0,
        "height_px": 240.0,
        "luma": 30.0,
        "duration_s": 8.0,
        "shortest_interval_s": 0.016,
        "longest_interval_s": 0.25,
        "spans": 3.0,
        "seconds": 4.2,
        "shift_px": 3.4,
        "looked": 3.0,
        "cut_off": 2.0,
        "torso_px": 30.0,
    }
    for code in get_args(LimitCode):
        said = wording.limit_sentence(code, numbers)
        assert "limit the analysis" not in said
        assert "{" not in said
        assert wording.forbidden_words(said) == []
    assert wording.limit_sentence("rate_low", numbers).startswith("15.0 pictures a second")
    assert wording.limit_sentence("variable_timing", numbers).startswith("From 16 ms to 250 ms between pictures")
    assert wording.limit_sentence("picture_missing", numbers) == "Pictures are missing in 3 places, 4.2 s in all."
    one = {"spans": 1.0, "seconds": 4.2, "looked": 1.0, "cut_off": 1.0}
    assert wording.limit_sentence("picture_missing", one) == "Pictures are missing in one place, 4.2 s in all."
    for code in ("picture_damaged", "body_not_found", "body_cut_off"):
        assert " 1 " not in wording.limit_sentence(code, one)
    assert "strange" in wording.limit_sentence("strange")
    assert wording.filming_advice("strange") == ""
    assert wording.filming_advice("rate_low").startswith("Film with 30")


def test_every_aspect_of_the_filming_check_has_its_name_and_its_all_is_well() -> None:
    for aspect in ASPECTS:
        assert "_" not in wording.filming_aspect_name(aspect)
        assert wording.filming_aspect_name(aspect) != aspect
        assert wording.filming_enough(aspect)
        assert wording.forbidden_words(wording.filming_enough(aspect)) == []


@given(st.floats(0.01, 40_000), st.floats(0, 0.9985))
def test_all_is_never_said_of_less(video_s: float, share: float) -> None:
    assert " all " not in wording.observed_sentence(share * video_s, video_s)
