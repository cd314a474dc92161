"""The tool that updates the translations, and what it has written."""

import sys
from pathlib import Path

import pytest

from tests.windowed import _theme, run, theme

INSTALLER = Path(__file__).resolve().parents[2] / "installer"
if str(INSTALLER) not in sys.path:
    sys.path.insert(0, str(INSTALLER))

from tests.i18n.files import compiled_into  # noqa: E402  # it imports from installer/

__all__ = ["_theme", "run", "theme"]


@pytest.fixture(scope="session")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled translations of the sources as they are now."""
    folder = tmp_path_factory.mktemp("i18n")
    compiled_into(folder)
    return folder
