"""Annotator: finds and times brief limb movements in home video, for a clinician to review."""

__version__ = "0.1.0"
