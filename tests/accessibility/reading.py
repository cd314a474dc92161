"""What a screen reader is told of a window, and what it would have to pass over in silence."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QToolButton,
    QWidget,
)

LEAST = 24
"""How wide and high a target is at least (WCAG 2.2, 2.5.8)."""
_SILENT = {QAccessible.Role.NoRole}
_MOST_ROWS = 40


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return what is told of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name).strip()


def shown_in(top: QWidget) -> Iterator[QWidget]:
    """Return every part that can be seen of a window or dialog."""
    for widget in top.findChildren(QWidget):
        is_here = widget.isVisible() and widget.window() is top
        if is_here and not widget.visibleRegion().isEmpty():
            yield widget


def takes_part(widget: QWidget) -> bool:
    """Whether a person can put the focus on it, or push it."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


def nameless(top: QWidget) -> list[str]:
    """Name what can be reached or pushed, and has no name or no role."""
    parts = [widget for widget in shown_in(top) if takes_part(widget)]
    silent = [w for w in parts if not name_of(w) or interface(w).role() in _SILENT]
    return [_path(widget) for widget in silent]


def wordless_rows(top: QWidget) -> list[str]:
    """Name the rows of lists and tables that paint something, and answer without words."""
    views = (w for w in shown_in(top) if isinstance(w, QAbstractItemView))
    found: list[str] = []
    for view in views:
        if isinstance(view, QHeaderView) or view.model() is None:
            continue
        rows = range(min(view.model().rowCount(view.rootIndex()), _MOST_ROWS))
        silent = [row for row in rows if not said_of(view, row)]
        found += [f"{_path(view)}, row {row}" for row in silent]
    return found


def said_of(view: QAbstractItemView, row: int) -> str:
    """Return the words for a row: those of its first cell, which stand for all of it."""
    model = view.model()
    column = 0
    if isinstance(view, QTableView):
        columns = range(model.columnCount(QModelIndex()))
        column = next((c for c in columns if not view.isColumnHidden(c)), 0)
    index = model.index(row, column, view.rootIndex())
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return str(words or index.data(Qt.ItemDataRole.DisplayRole) or "").strip()


def small_targets(top: QWidget) -> list[str]:
    """Name what is too small to be hit, but for what stands inside a field of its own size."""
    found: list[str] = []
    for widget in shown_in(top):
        if isinstance(widget, QAbstractButton) and not isinstance(widget.parent(), QLineEdit):
            wide, high = widget.width(), widget.height()
            if min(wide, high) < LEAST:
                found.append(f"{_path(widget)} is {wide} × {high}")
    return found


def hidden_from_tab(top: QWidget) -> list[str]:
    """Name the buttons that Tab does not reach, unless arrow keys do within their group.

    A field's own button does what a key does there, and a form's label what its button does.
    """
    found: list[str] = []
    for widget in shown_in(top):
        if not isinstance(widget, QAbstractButton) or not widget.isEnabled():
            continue
        is_reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        group = widget.group()
        in_group = group is not None and group.exclusive() and len(group.buttons()) > 1
        is_field = isinstance(widget, QToolButton) and isinstance(widget.parent(), QLineEdit)
        is_name = widget.property("stands_for") is not None
        if not (is_reached or in_group or widget.autoExclusive() or is_field or is_name):
            found.append(_path(widget))
    return found


def _path(widget: QWidget) -> str:
    parts: list[str] = []
    part: QWidget | None = widget
    while part is not None and len(parts) < 3:
        parts.append(part.objectName() or type(part).__name__)
        part = part.parentWidget()
    return f"{' in '.join(parts)} ({name_of(widget)})"
