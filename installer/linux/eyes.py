"""Waits until a window stands still on the screen, and saves a picture of it.

    .venv/bin/python installer/linux/eyes.py PICTURE

It fails where nothing but the bare screen is seen for a minute.
"""

import sys
import time

from PySide6.QtGui import QGuiApplication, QImage

_PATIENCE = 60.0
_PAUSE = 0.5
_STILL = 3
"""So many pictures alike, half a second apart, are a window that has finished drawing."""


def _look() -> QImage:
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()


def _colours(image: QImage) -> int:
    small = image.scaled(240, 150)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def main() -> int:
    """Look until there is something to see that does not change."""
    app = QGuiApplication(sys.argv[:1])
    seen: list[QImage] = []
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        app.processEvents()
        seen = [*seen[-_STILL + 1 :], _look()]
        if len(seen) == _STILL and all(one == seen[-1] for one in seen) and _colours(seen[-1]) > 50:
            seen[-1].save(sys.argv[1])
            return 0
        time.sleep(_PAUSE)
    seen[-1].save(sys.argv[1])
    return 1


if __name__ == "__main__":
    sys.exit(main())
