"""Landmarks: where the baby's limbs are."""
