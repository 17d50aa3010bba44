from collections.abc import Iterator

import pytest

from annotator import wording


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test starts and ends in English, whichever language another one put on."""
    wording.set_translator()
    yield
    wording.set_translator()
