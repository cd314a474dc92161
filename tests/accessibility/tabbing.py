"""Walks a window by Tab, as a person without a mouse does."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from desktop.ui.widgets.focus_ring import FocusRing, seen_part

_MOST = 150
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)


def tabbed(top: QWidget) -> Iterator[QWidget]:
    """Press Tab until the focus is where it was before, and yield each part it comes to.

    Raises:
        AssertionError: it stays in one part, or does not come round.
    """
    seen: set[int] = set()
    QTest.keyClick(_focused(top), Qt.Key.Key_Tab)
    for _ in range(_MOST):
        part = _focused(top)
        address = Shiboken.getCppPointer(part)[0]
        if address in seen:
            return
        seen.add(address)
        yield part
        before = address
        QTest.keyClick(part, Qt.Key.Key_Tab)
        is_stuck = Shiboken.getCppPointer(_focused(top))[0] == before
        assert not is_stuck or len(seen) == 1 or _takes_tab(part), f"Tab stays in {part}"
        if is_stuck:  # A text in which Tab is a character is left by other keys.
            QTest.keyClick(part, Qt.Key.Key_Backtab)
            return
    raise AssertionError("Tab does not come round")


def shows_focus(part: QWidget) -> bool:
    """Whether it can be seen that this part has the focus.

    By the ring around it; or by its own edge, as fields have; or by what lists paint at
    their current row, and texts by their cursor.
    """
    ring = part.window().findChild(FocusRing)
    if ring is not None and ring.isVisible() and ring.target is part:
        return True
    if isinstance(part, QAbstractItemView):
        return part.model() is not None
    return isinstance(part, _FIELDS) or part.property("ownFocus") is True


def is_seen(part: QWidget) -> bool:
    """Whether some of the part is on the screen, after what scrolls has brought it there."""
    return part.isVisible() and not seen_part(part).isEmpty()


def _takes_tab(part: QWidget) -> bool:
    return isinstance(part, QAbstractScrollArea)


def _focused(top: QWidget) -> QWidget:
    found = QApplication.focusWidget()
    return found if found is not None and found.window() is top else top
