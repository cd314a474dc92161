"""What the tests that read the program's source share."""

from collections.abc import Iterator

import pytest

from tests.architecture.sources import sources


@pytest.fixture(scope="package", autouse=True)
def trees_are_forgotten() -> Iterator[None]:
    """Let go of the syntax trees, which every later collection of garbage would walk through."""
    yield
    sources.cache_clear()
