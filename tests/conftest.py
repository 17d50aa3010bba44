"""What every test starts from: no screen, no settings or files of the person who runs the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# Set before Qt is loaded. A test of the real screen starts a process of its own with another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return Path(__file__).parent.parent


@pytest.fixture
def sample_clips(root: Path) -> Path:
    """The folder of the small clips that travel with the program."""
    return root / "sample_clips"
