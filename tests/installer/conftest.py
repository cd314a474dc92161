"""A staged tree, made once for the tests that look at it."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.installer.tree import lay_out


@pytest.fixture(scope="module")
def whole_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as it is shipped; nobody changes it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the wheels of this environment are Linux's")
    folder = tmp_path_factory.mktemp("staged") / "tree"
    lay_out(folder)
    return folder


@pytest.fixture
def tree(whole_tree: Path, tmp_path: Path) -> Path:
    """A copy of it to take things out of."""
    return Path(shutil.copytree(whole_tree, tmp_path / "tree", copy_function=hard_link))


def hard_link(source: str, target: str) -> None:
    """Make a second name for a file, which is deleted without harm to the first."""
    Path(target).hardlink_to(source)
