"""What the tests over real components share."""

from pathlib import Path

import pytest

from tests.real.authority import Authority


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """One for the whole run; what it signs is the same every time."""
    return Authority(Path(tmp_path_factory.mktemp("authority")))
