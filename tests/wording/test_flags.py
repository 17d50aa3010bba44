from dataclasses import replace

from annotator import wording
from annotator.anatomy import LIMBS, Limb
from annotator.patterns.near import near_misses
from annotator.patterns.rules import find_flags
from annotator.session.agreement import agreement
from annotator.session.model import (
    Movement,
    PatternFlag,
    Review,
    SoundSpan,
)
from annotator.settings import RuleSettings
from tests.session import sessions as make


def test_limbs() -> None:
    assert wording.limbs_phrase([]) == "no limb named"
    assert wording.limbs_phrase(["left_arm"]) == "left arm"
    assert wording.limbs_phrase(["right_leg", "left_arm", "right_arm"]) == "both arms and right leg"
    assert wording.limbs_phrase(LIMBS) == "both arms, both legs and head"


def test_lengths_and_clocks() -> None:
    assert [wording.length(s) for s in (0.44, 9.94, 9.96, 60, 120, 5999, 27600)] == [
        "0.4 s", "9.9 s", "10 s", "60 s", "2 min", "1 h 40 min", "7 h 40 min",
    ]  # fmt: skip
    assert wording.clock(62.359, 2) == "1:02.35"
    assert wording.clock(7261.0) == "2:01:01"


def test_a_movement() -> None:
    found = make.movement(62.34, 62.74, ("left_arm", "right_arm"), "rhythmic", id=3, frequency_hz=2.13, cycles=4)
    assert wording.movement_sentence(found) == "Rhythmic movement, both arms, at 1:02, lasting 0.4 s."
    assert wording.movement_sentence(found, "precise") == (
        "Movement 3: rhythmic movement, both arms; onset 62.34 s, peak 62.54 s, offset 62.74 s (0.40 s); "
        "peak displacement 0.30 torso lengths; peak speed 2.0 torso lengths/s; 2.1 Hz; 4 cycles."
    )
    unknown = replace(found, peak_displacement_torso=None, peak_speed_torso_per_s=None, kind="jerk", limbs=())
    assert "no limb named" in wording.movement_sentence(unknown)
    assert "size not measured" in wording.movement_sentence(unknown, "precise")


def flags(*movements: Movement, sounds: tuple[SoundSpan, ...] = (), observed_s: float = 60.0) -> dict[str, PatternFlag]:
    found = find_flags(make.numbered(*movements), make.coverage(observed_s), sounds, RuleSettings())
    return {flag.rule: flag for flag in found}


def test_flags_in_plain_words() -> None:
    arms: tuple[Limb, ...] = ("left_arm", "right_arm")
    series = flags(*[make.movement(7.5 * n, limbs=arms) for n in range(7)])
    assert wording.flag_sentence(series["cluster"]) == ("Series: 7 movements within 45 s from 0:00, median gap 7.5 s.")
    assert wording.flag_sentence(series["bilateral"]) == (
        "Both arms together in 7 of 7 movements of a series from 0:00."
    )
    long = flags(make.movement(61, 70, (*arms, "left_leg", "right_leg")))
    assert wording.flag_sentence(long["sustained"]) == "A movement that lasted 9.0 s at 1:01."
    assert wording.flag_sentence(long["bilateral"]) == "Both arms and both legs together for 9.0 s at 1:01."
    assert wording.flag_sentence(long["whole_body"]) == (
        "Both arms and both legs together in one movement at 1:01, lasting 9.0 s."
    )
    rhythm = flags(make.movement(0, 8, arms, "rhythmic", frequency_hz=2.2, cycles=18))["rhythmic"]
    assert wording.flag_sentence(rhythm) == "A rhythm of 2.2 times a second (both arms) for 8.0 s at 0:00, 18 cycles."
    often = flags(*[make.movement(300.0 * n) for n in range(4)], observed_s=1260)["frequent"]
    assert wording.flag_sentence(often) == "11.4 movements an observed hour: 4 in 21 min of observed time."
    cry = flags(make.movement(1), sounds=(SoundSpan("crying_like", 4.5, 9.0, 20),))["arousal"]
    assert wording.flag_sentence(cry) == (
        "Crying-like sound for 4.5 s, beginning 3.1 s after a movement that ended at 0:01."
    )


def test_a_flag_for_a_clinician_names_the_row_the_rule_and_the_settings() -> None:
    flag = flags(*[make.movement(4.0 * n) for n in range(3)])["cluster"]
    assert wording.flag_sentence(flag, "precise") == (
        "Series: 3 movements within 8.0 s from 0:00, median gap 4.0 s. Meets the row “Rhythm and repetition” of the "
        "documents' table (rule: series of movements). Settings: at least 3 movements, each of at least 0.1 torso "
        "lengths, onsets at most 10 s apart."
    )
    assert [(c.asked, c.measured) for c in wording.comparisons(flag)] == [
        ("at least 3 movements", "3"),
        ("each of at least 0.1 torso lengths", "0.3 torso lengths"),
        ("onsets at most 10 s apart", "4 s"),
    ]
    faded = replace(flag, facts={**flag.facts, "still_met": False})
    assert wording.flag_sentence(faded).startswith("No longer met after later changes.")


def test_a_near_miss_shows_its_numbers() -> None:
    movements = make.numbered(make.movement(0, 1.8, ("left_arm", "right_arm")), make.movement(5))
    said = [wording.near_miss_sentence(m) for m in near_misses(movements, make.coverage(), (), RuleSettings())]
    assert said == [
        "Close to “series of movements” at 0:00, not met: 2 (asked for: at least 3 movements).",
        "Close to “prolonged movement” at 0:00, not met: 1.8 s (asked for: longer than 2 s).",
        "Close to “both sides together” at 0:00, not met: 1.8 s (asked for: longer than 2 s).",
    ]


def test_reviews_and_agreement() -> None:
    assert wording.review_sentence(None) == "Not reviewed yet."
    said = Review("accepted", "Kim", "parent", "", "the left one", onset_s=1.5, kind="slow", limbs=("head",))
    assert wording.review_sentence(said) == (
        "Kim (parent): accepted, onset 1.50 s, slow movement, head. Note: the left one"
    )
    a = make.session(*make.numbered(make.movement(1, review=said), make.movement(5), make.movement(9)))
    b = make.session(*make.numbered(make.movement(1.1, kind="slow"), make.movement(5, limbs=("head",))))
    compared = agreement(a, b)
    assert [wording.disagreement_sentence(d) for d in compared.disagreements] == [
        "0:05.0: the first review says left arm, the second head.",
        "0:09.0: only the first review has a jerk (left arm).",
    ]


def test_how_far_two_reviews_agree_says_why_a_kappa_is_missing() -> None:
    kim = Review("accepted", "Kim", "parent")
    a = make.session(*make.numbered(make.movement(1, review=kim), make.movement(5, kind="prolonged"), make.movement(9)))
    b = make.session(*make.numbered(make.movement(1.1), make.movement(5.04, kind="slow"), make.movement(9.1)))
    assert wording.agreement_sentences(agreement(a, b)) == (
        "First review, by Kim (parent): 3 movements. Second review: 2 movements.",
        "Movements that both have: 3.",
        "Time (120 parts of 0.5 s): Cohen's κ 0.80.",
        "Each limb: left arm κ 0.80, right arm, left leg, right leg and head κ not defined (neither review names it).",
        "Kinds of the movements that both have: Cohen's κ 0.40.",
        "A κ of 1 is full agreement, 0 is no more than chance would give.",
        "Onsets: in the median, the second review has them 100 ms later; whichever comes first, they are 100 ms apart in "
        "the median and 100 ms at most.",
        "Differences: 1.",
    )
    alike = make.session(*make.numbered(make.movement(1)))
    assert wording.agreement_sentences(agreement(alike, alike))[3:] == (
        "Each limb: left arm κ 1.00, right arm, left leg, right leg and head κ not defined (neither review names it).",
        "Kinds of the movements that both have: Cohen's κ not defined (both reviews name one and the same kind for all of "
        "them).",
        "A κ of 1 is full agreement, 0 is no more than chance would give.",
        "Onsets: both reviews have them at the same times.",
        "Differences: 0.",
    )
    empty = make.session()
    assert wording.agreement_sentences(agreement(empty, empty)) == (
        "First review: 0 movements. Second review: 0 movements.",
        "Movements that both have: 0.",
        "Time (120 parts of 0.5 s): Cohen's κ not defined (neither review has a movement).",
        "Each limb: left arm, right arm, left leg, right leg and head κ not defined (neither review names it).",
        "Kinds of the movements that both have: Cohen's κ not defined (there is no movement that both have).",
        "Differences: 0.",
    )
    swapped = wording.agreement_sentences(agreement(b, a))
    assert any("has them 100 ms earlier" in said for said in swapped)


def test_one_is_said_as_one() -> None:
    assert [wording.movement_count(n) for n in (0, 1, 2)] == ["0 movements", "1 movement", "2 movements"]
    assert [wording.flag_count(n) for n in (0, 1, 2)] == ["0 pattern flags", "1 pattern flag", "2 pattern flags"]
    assert wording.setting_phrase("cluster", "cluster_fewest_movements", 1) == "at least 1 movement"
    assert wording.setting_phrase("rhythmic", "rhythmic_fewest_cycles", 1) == "at least 1 cycle"
