"""What several tests of this computer's system begin with."""

from pathlib import Path

import pytest

from tests.system.models_folder import ModelsFolder


@pytest.fixture
def folder(tmp_path: Path) -> ModelsFolder:
    """Two models that share their weights."""
    made = ModelsFolder(tmp_path / "models")
    made.model("tiny:latest", b"config", b"weights", b"template")
    made.model("tiny:other", b"config 2", b"weights")
    return made
