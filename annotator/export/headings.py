"""The report's headings and the heads of its tables, in the reader's language, for the page and the PDF alike."""

from __future__ import annotations

from annotator.export.context import PacketContext
from annotator.wording.translate import translate

Head = tuple[str, ...]


def title(context: PacketContext) -> str:
    """What the report is called."""
    if context.options.baby:
        return translate("Wording", "Movements of {baby}").format(baby=context.baby)
    return translate("Wording", "Movements in a video")


def heading(part: str) -> str:
    """The heading of a part of the report."""
    return {
        "recording": translate("Wording", "Recording"),
        "observed": translate("Wording", "How much could be observed"),
        "glance": translate("Wording", "The video at a glance"),
        "flags": translate("Wording", "Pattern flags"),
        "reel": translate("Wording", "All flagged segments in one reel"),
        "speed": translate("Wording", "Speed of each limb"),
        "further": translate("Wording", "Further movements"),
        "rates": translate("Wording", "Movements per observed hour and per limb"),
        "movements": translate("Wording", "All movements"),
        "set_aside": translate("Wording", "Set aside by a reviewer, counted nowhere"),
        "proofs": translate("Wording", "The clips, checked against the source"),
        "notes": translate("Wording", "Notes on this packet"),
        "sources": translate("Wording", "Sources and versions"),
        "settings": translate("Wording", "Settings used"),
        "check": translate("Wording", "Check before sharing"),
    }[part]


def clip_name(kind: str) -> str:
    """What a clip's link says."""
    return {
        "original": translate("Wording", "Original"),
        "annotated": translate("Wording", "Annotated"),
        "slow": translate("Wording", "Slowed"),
    }[kind]


def flag_word() -> str:
    """The mark beside a row of the table that a flag meets."""
    return translate("Wording", "flag")


def movement_columns() -> Head:
    """Heads of the list of all movements."""
    return (
        translate("Wording", "No."),
        translate("Wording", "Onset"),
        translate("Wording", "Offset"),
        translate("Wording", "Length"),
        translate("Wording", "Kind"),
        translate("Wording", "Limbs"),
        translate("Wording", "Displacement (torso lengths)"),
        translate("Wording", "Review"),
    )


def asked_columns() -> Head:
    """Heads of a flag's numbers against its settings."""
    return translate("Wording", "Asked"), translate("Wording", "Measured")


def interval_columns() -> Head:
    """Heads of the list of a flag's movements."""
    return (
        translate("Wording", "No."),
        translate("Wording", "Onset"),
        translate("Wording", "Offset"),
        translate("Wording", "Length"),
        translate("Wording", "Gap before"),
        translate("Wording", "Limbs"),
    )


def rate_columns() -> Head:
    """Heads of the rates."""
    return (
        translate("Wording", "Part"),
        translate("Wording", "Movements"),
        translate("Wording", "Observed"),
        translate("Wording", "Per observed hour"),
    )


def proof_columns() -> Head:
    """Heads of the clips' proofs."""
    return (
        translate("Wording", "Clip"),
        translate("Wording", "Frames"),
        translate("Wording", "First to last source frame"),
        translate("Wording", "Largest error of a frame's time"),
    )


def source_columns() -> Head:
    """Heads of the sources."""
    return translate("Wording", "What"), translate("Wording", "Which")


def setting_columns() -> Head:
    """Heads of the settings."""
    return translate("Wording", "Setting"), translate("Wording", "Value")
