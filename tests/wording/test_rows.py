from dataclasses import replace

from annotator import wording
from annotator.patterns.filled import fill_table
from annotator.session.model import (
    ObserverAnswers,
    Session,
    SoundSpan,
)
from tests.session import sessions as make


def rows(session: Session) -> dict[str, tuple[str, ...]]:
    return {result.key: wording.row_sentences(result) for result in fill_table(session)}


def test_the_filled_table_of_a_quiet_video() -> None:
    said = rows(make.session(coverage=make.coverage(42.0)))
    nothing = "No movement met the settings in 42 of 60 observable seconds; this rules nothing out."
    for key in ("duration", "repetition", "location"):
        assert said[key] == (nothing,)
    assert said["frequency"] == (
        "Too short to say: 42 s observed, 20 min are needed. Movements found in that time: 0.",
    )
    assert said["posture"][0] == nothing
    assert said["arousal"][0].startswith("No crying-like sound was found; this rules nothing out.")
    assert said["breathing_eyes"] == (
        "Did the breathing pause during a movement? Observer: not answered.",
        "Did the eyes roll, stare or flicker during a movement? Observer: not answered.",
    )
    assert said["age"] == ("Age not given.",)


def test_the_filled_table_of_a_full_one() -> None:
    movements = [make.movement(7.5 * n, limbs=("left_arm", "right_arm")) for n in range(7)]
    rhythm = make.movement(70, 78, ("head",), "rhythmic", frequency_hz=2.2, cycles=17)
    session = make.session(
        *make.numbered(*movements, rhythm),
        coverage=make.coverage(1800.0),
        sounds=(SoundSpan("sudden_noise", 7.2, 7.3, 30), SoundSpan("crying_like", 80, 85, 20)),
        observer=ObserverAnswers(rows={"breathing_pause": "no"}, age_months=4.5, notes={"posture": "arched"}),
    )
    session = replace(session, video=replace(session.video, duration_s=1800.0))
    said = rows(session)
    assert said["duration"] == (
        "Movements: 8; prolonged: 0, sustained: 1; the longest lasted 8.0 s. Observed: 30 of 30 minutes.",
    )
    assert said["repetition"] == (
        "Movements: 8; series: 1, the largest of 7 movements, rhythmic movements: 1, at 2.2 Hz. "
        "Observed: 30 of 30 minutes.",
    )
    assert said["frequency"] == ("Movements an observed hour: 16.0; found: 8. Observed: 30 of 30 minutes.",)
    assert said["location"] == (
        "Movements by limb: left arm 7, right arm 7, head 1. Both sides in one movement: 7; both arms and both legs: 0. "
        "Observed: 30 of 30 minutes.",
    )
    assert said["arousal"][0] == (
        "Crying-like sounds: 1, soon after a movement: 1, after 2.0 s. Observed: 30 of 30 minutes."
    )
    assert said["trigger"][0] == "Movements: 8; soon after a sudden noise: 1. Observed: 30 of 30 minutes."
    assert said["breathing_eyes"][0] == "Did the breathing pause during a movement? Observer: no."
    assert said["posture"][-1] == "Note: arched"
    assert said["age"] == ("Age: 4.5 months.",)
