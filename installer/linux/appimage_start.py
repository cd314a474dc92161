"""Runs the program inside of an AppImage: Python was told of no folder but its own library's."""

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parents[1]


def _give_back() -> None:
    """Undo what AppRun set for this process alone: ssh or a browser must not see it."""
    before = os.environ.pop("PADDOCK_LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif str(_HERE) in os.environ.get("LD_LIBRARY_PATH", ""):
        del os.environ["LD_LIBRARY_PATH"]


if __name__ == "__main__":
    sys.path[:0] = [str(_HERE / "lib/paddock"), str(_HERE / "lib/python3/dist-packages")]
    _give_back()

    from desktop.__main__ import main

    sys.exit(main())
