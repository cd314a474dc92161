"""What a page is to the window, and what a width of the window changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtWidgets import QWidget

LEAST_WIDTH, LEAST_HEIGHT = 720, 450
SCROLLS_BELOW = 696, 434
"""The window for which the sheet still does without scrolling: a little less than the least one,
since fonts are whole pixels high and `k` at 200 % up to 2.07; 1440 × 900 shall do."""
SIDE_WIDTH = 192


class LayoutClass(IntEnum):
    """How much fits side by side; each leaves out what the next narrower one does too."""

    WIDE = 0
    """All of it."""
    OVERLAY = 1
    """Under 1360: the inspector comes over the table from the right."""
    CHOOSER = 2
    """Under 1200: the side list becomes a chooser above the toolbar; three columns hide."""
    NARROW = 3
    """Under 900: the rail shows icons alone."""


_STEPS = ((900, LayoutClass.NARROW), (1200, LayoutClass.CHOOSER), (1360, LayoutClass.OVERLAY))


def layout_class(width: int, k: float) -> LayoutClass:
    """Return the class for a window that wide, in pixels; lengths are `k` times the design's."""
    return next((found for limit, found in _STEPS if width < limit * k), LayoutClass.WIDE)


def _no_regions() -> tuple[QWidget, ...]:
    return ()


def _any_width(_found: LayoutClass) -> None:
    """Follow no width: all of it fits everywhere."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the sheet shows for a page, and the list beside it if it has one.

    `regions` are the places that F6 walks inside the sheet, from left to right,
    asked for each time since an inspector comes and goes. `follow` is told how much
    fits side by side, at once and whenever it is another.
    """

    sheet: QWidget
    side: QWidget | None = None
    regions: Callable[[], tuple[QWidget, ...]] = field(default=_no_regions)
    follow: Callable[[LayoutClass], None] = field(default=_any_width)


@dataclass(frozen=True, slots=True)
class Page:
    """One item of the rail; what it shows is built when it is first wanted.

    `build` hands its content to the window with `furnish`. A page that is not
    `is_on_rail` is reached by its command alone. `side_width` is that of the list
    beside the sheet, before scaling.
    """

    key: str
    name: str
    icon: str
    build: Callable[[], object]
    shortcut: str = ""
    at_bottom: bool = False
    side_width: int = SIDE_WIDTH
    is_on_rail: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """How the window was left: Qt's geometry as base64, and the page's key."""

    geometry: str = ""
    page: str = ""


NOWHERE = Place()
"""It was never left: it opens in its first size, on its first page."""
