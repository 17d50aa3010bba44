from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.pose.landmarker import PoseFinder
from annotator.pose.network import Picture
from tests.pose.pictures import pictures


@pytest.fixture(scope="package")
def still() -> Picture:
    """A baby on its back, asleep."""
    return pictures("isolated_jerks", [60])[0]


@pytest.fixture
def finder() -> Iterator[PoseFinder]:
    with PoseFinder("full") as opened:
        yield opened
