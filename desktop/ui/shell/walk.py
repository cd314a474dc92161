"""F6: the keyboard's way from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def walk(regions: Sequence[QWidget], step: int) -> None:
    """Focus the region `step` after the one that has the focus, passing by empty ones."""
    here = _region_of(regions, QApplication.focusWidget())
    if here is None:
        here = -1 if step > 0 else len(regions)
    for distance in range(1, len(regions) + 1):
        if _focus(regions[(here + step * distance) % len(regions)]):
            return


def _region_of(regions: Sequence[QWidget], focus: QWidget | None) -> int | None:
    if focus is None:
        return None
    places = enumerate(regions)
    return next((i for i, one in places if one is focus or one.isAncestorOf(focus)), None)


def _focus(region: QWidget) -> bool:
    """Focus a region, or the first thing in it that Tab would reach; False if there is nothing."""
    for widget in (region, *region.findChildren(QWidget)):
        can_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if can_focus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
