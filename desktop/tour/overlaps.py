"""Which texts on a page lie over each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLayout, QRadioButton, QWidget

_SLACK = 2
"""Pixels that rounding may take."""


def overlapping(shown: Sequence[QWidget], root: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Return the pairs whose words share some room; what floats may lie over what is below it."""
    for one, other in combinations(shown, 2):
        shared = _area(one, root) & _area(other, root)
        if shared.width() > _SLACK and shared.height() > _SLACK and _are_beside(one, other):
            yield one, other


def _area(widget: QWidget, root: QWidget) -> QRect:
    """Return where its words can be seen: a button's lie in its middle."""
    area = QRect(widget.mapTo(root, QPoint()), widget.size())
    seen = widget.visibleRegion().boundingRect().translated(area.topLeft())
    if isinstance(widget, QAbstractButton):
        high = min(area.height(), widget.fontMetrics().height())
        area = QRect(area.x(), area.center().y() - high // 2, area.width(), high)
    if isinstance(widget, QRadioButton | QCheckBox):
        area.setWidth(min(area.width(), widget.sizeHint().width()))
    return area & seen


def _are_beside(one: QWidget, other: QWidget) -> bool:
    """Whether one layout arranges both, or what they are in."""
    within, beside = _line_of(one), _line_of(other)
    place = next((widget for widget in within if widget in beside), None)
    if place is None or place in (one, other) or (layout := place.layout()) is None:
        return False
    children = (line[line.index(place) - 1] for line in (within, beside))
    return all(_holds(layout, child) for child in children)


def _line_of(widget: QWidget) -> list[QWidget]:
    """Return the widget and everything that it is in."""
    line = [widget]
    while (parent := line[-1].parentWidget()) is not None:
        line.append(parent)
    return line


def _holds(layout: QLayout, widget: QWidget) -> bool:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner = item.layout()
        if item.widget() is widget or (inner is not None and _holds(inner, widget)):
            return True
    return False
