"""What the program is for and what it never says: sentences that stand in every output."""

from __future__ import annotations

from annotator.wording.translate import translate


def disclaimer() -> str:
    """The sentence that every report, packet and view carries."""
    return translate(
        "Wording", "Not a diagnosis. If you are worried, contact a clinician now; do not wait for a result."
    )


def clip_notice() -> str:
    """The short form for a picture or a clip."""
    return translate("Wording", "For clinician review, not a diagnosis")


def purpose() -> str:
    """What the program does."""
    return translate("Wording", "Helps mark moments in a video for a clinician to review.")


def what_a_flag_says() -> str:
    """What a pattern flag means and does not mean."""
    return translate(
        "Wording",
        "A flag says that measured numbers meet a row of the documents' table, with the settings shown. "
        "Neither a flag nor the absence of one is evidence by itself.",
    )


def age_note() -> str:
    """Why the age is asked."""
    return translate("Wording", "The age is shown beside the table and used in no rule.")
