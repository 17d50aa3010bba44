"""The documents' table in words: its rows, both of its sides, and the questions to the observer."""

from __future__ import annotations

from annotator.wording.translate import translate


def column_title(column: str) -> str:
    """The heading of one of the table's columns."""
    return {
        "row": translate("Wording", "What is looked at"),
        "typical": translate("Wording", "What the documents describe as typical"),
        "to_raise": translate("Wording", "What the documents say to raise with a clinician"),
        "found": translate("Wording", "In this video"),
        "answers": translate("Wording", "The observer's answers"),
    }.get(column, column)


def row_title(row: str) -> str:
    """The title of one row."""
    return {
        "duration": translate("Wording", "How long"),
        "repetition": translate("Wording", "Rhythm and repetition"),
        "frequency": translate("Wording", "How often"),
        "location": translate("Wording", "Where"),
        "arousal": translate("Wording", "Waking"),
        "posture": translate("Wording", "Posture"),
        "breathing_eyes": translate("Wording", "Breathing and eyes"),
        "other_signs": translate("Wording", "Other signs"),
        "trigger": translate("Wording", "Trigger"),
        "age": translate("Wording", "Age"),
    }.get(row, row)


def row_side(row: str, column: str) -> str:
    """What the documents say on one side ("typical" or "to_raise") of a row; empty where they say nothing."""
    return (_typical() if column == "typical" else _to_raise()).get(row, "")


def _typical() -> dict[str, str]:
    return {
        "duration": translate("Wording", "Single movements of 1–2 s; quick jerks often under 1 s"),
        "repetition": translate("Wording", "No rhythm, no unbroken series; single movements"),
        "frequency": translate("Wording", "Now and then in a nap or a night"),
        "location": translate("Wording", "A limb, limbs or the face, spread at random"),
        "arousal": translate("Wording", "None: sleep goes on and deepens, and all is soon as before"),
        "other_signs": translate("Wording", "None"),
        "trigger": translate("Wording", "Tiredness; a sudden noise or movement can set one off"),
        "age": translate("Wording", "Often until about 6 months"),
    }


def _to_raise() -> dict[str, str]:
    return {
        "duration": translate("Wording", "Held for over 5 s, or longer than a few seconds; repeated shaking"),
        "repetition": translate(
            "Wording", "Repeated shaking; series of several, one after another; such series several times a day"
        ),
        "frequency": translate("Wording", "Again and again: several times an hour or a night, all through the sleep"),
        "location": translate(
            "Wording",
            "Both sides stiffen; the whole body; arms, legs and neck bend or stretch alike on both sides",
        ),
        "arousal": translate("Wording", "Loud crying or frightened waking after it; no response during it"),
        "posture": translate("Wording", "Stays stiff or in an unusual position during it"),
        "breathing_eyes": translate("Wording", "A pause in breathing, or eyes that roll or move, may come with it"),
        "other_signs": translate(
            "Wording",
            "Irritable, difficult to feed, fever, stiff between the movements, slow to develop or losing skills",
        ),
        "age": translate("Wording", "Movements that clinicians ask to see often begin at 3–12 months"),
    }


def question_text(question: str) -> str:
    """A question to the observer, answered yes, no or don't know."""
    return {
        "woke_or_cried": translate("Wording", "Did the baby cry loudly or wake up frightened after a movement?"),
        "no_response": translate("Wording", "Did the baby not respond to you during a movement?"),
        "unusual_position": translate(
            "Wording", "Did the baby stay stiff or in an unusual position during a movement?"
        ),
        "breathing_pause": translate("Wording", "Did the breathing pause during a movement?"),
        "eye_movements": translate("Wording", "Did the eyes roll, stare or flicker during a movement?"),
        "irritable": translate("Wording", "Has the baby been more irritable than usual?"),
        "feeding_difficult": translate("Wording", "Has feeding become difficult?"),
        "fever": translate("Wording", "Has the baby had a fever?"),
        "stiff_between": translate("Wording", "Is the baby stiff between the movements?"),
        "skills_slow_or_lost": translate("Wording", "Is the baby slow to develop, or has it lost skills?"),
        "very_tired": translate("Wording", "Was the baby very tired before falling asleep?"),
        "noise_or_touch": translate("Wording", "Did a noise, a touch or being moved come just before a movement?"),
        "stops_when_touched": translate("Wording", "Does a movement stop when you touch or wake the baby?"),
    }.get(question, question)


def free_text_label(key: str) -> str:
    """The label of a free text to the clinician."""
    return {
        "times_a_day": translate("Wording", "How many times a day do such movements come?"),
        "since_falling_asleep": translate("Wording", "How long had the baby been asleep, or awake?"),
        "since_feeding": translate("Wording", "How long since the last feed?"),
        "handling_before": translate("Wording", "What happened just before (sound, touch, being moved)?"),
        "medicines": translate("Wording", "Which medicines does the baby take?"),
        "anything_else": translate("Wording", "Anything else that the clinician should know?"),
    }.get(key, key)
