import subprocess
import sys

import pytest

_START = """
import linecache
from desktop.ui.bridge.features import ignore_features
ignore_features()
import PySide6.QtWidgets, desktop.starting
print(sum("desktop" in name for name in linecache.cache))
"""


@pytest.mark.parametrize(
    ("start", "reads"), [(_START, False), (_START.replace("\nignore", "\n0 and ignore"), True)]
)
def test_no_source_is_read_to_look_for_features(start: str, reads: bool):
    done = subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, check=True, timeout=60
    )
    assert (int(done.stdout) > 0) is reads


def test_where_pyside_looks_for_no_features_nothing_is_changed(monkeypatch: pytest.MonkeyPatch):
    from desktop.ui.bridge.features import ignore_features

    monkeypatch.delitem(sys.modules, "shibokensupport.feature", raising=False)
    ignore_features()
