"""The program as a shell starts it."""

import os
import subprocess
import sys


def paddock(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program as from a shell without a display."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        env=environment | more,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
