from __future__ import annotations

from dataclasses import replace

from annotator.session.model import Movement
from annotator.wording import forbidden_words, measured_otherwise

NOW = Movement(3, 15.0, 15.1, 15.5, "jerk", ("left_arm",), 0.2, 1.5)


def test_only_what_differs_is_said_before_and_after() -> None:
    then = replace(NOW, kind="prolonged", limbs=("left_arm", "head"), offset_s=17.25)
    said = measured_otherwise(NOW, then)
    assert said == "jerk at 0:15.00: jerk → prolonged movement; left arm → left arm and head; offset 15.50 → 17.25 s."
    assert not forbidden_words(said)


def test_what_was_not_measured_is_no_nought() -> None:
    assert "peak speed – → 2.00" in measured_otherwise(
        replace(NOW, peak_speed_torso_per_s=None), replace(NOW, peak_speed_torso_per_s=2.0)
    )
    assert "peak speed – → 0.00" in measured_otherwise(
        replace(NOW, peak_speed_torso_per_s=None), replace(NOW, peak_speed_torso_per_s=0.0)
    )


def test_a_difference_too_small_to_show_is_said_to_be_one() -> None:
    assert "less than can be shown" in measured_otherwise(NOW, replace(NOW, onset_s=15.001))
