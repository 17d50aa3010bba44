"""Crying-like sound and sudden noise in a video's audio track."""
