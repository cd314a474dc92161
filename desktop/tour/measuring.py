"""The tour's measuring eye: which text on a page is cut off, clipped or overlaid.

What a person's data is, such as the name of a model, may be elided: `ElidedLabel` and the
name column of a table do that on purpose, and are left out. What the program itself says
has to be there whole, in every language and at every size of text.
"""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QToolButton,
    QWidget,
)

from desktop.tour.overlaps import overlapping
from desktop.tour.scrolled import wider_than_seen, without_first_lines
from desktop.ui.widgets.cells import NameCell
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.rail import RailItem
from desktop.ui.widgets.side_list import SideDelegate
from desktop.ui.widgets.table import BarTable, CellDelegate

_SLACK = 1
"""Pixels that rounding may take."""
_ICON_ROOM = 6
_MOST_ROWS = 30
_DEPTH = 8
"""Layouts that lie in one another; each asks the next one in its turn."""


def cut_off(root: QWidget) -> list[str]:
    """Return a line for each text that cannot be read whole in that window or dialog."""
    _settle()
    found: list[str] = []
    shown = [widget for widget in _texts(root) if _is_seen(widget, root)]
    for widget in shown:
        why = _cut(widget) or _clipped(widget, root)
        if why:
            found.append(_line(widget, why))
    for one, other in overlapping([each for each in shown if not _is_data(each)], root):
        found.append(_line(one, f"lies over {_text(other)!r}"))
    for area, wide in wider_than_seen(root):
        found.append(f"{_name(area)}: what it scrolls is {wide} px wider than it")
    scrolled = without_first_lines(root)
    found += [f"{_name(field)}: its first lines are scrolled away" for field in scrolled]
    for side in root.findChildren(QListView):
        if _is_seen(side, root):
            found += _cut_in_list(side)
    for table in root.findChildren(QTableView):
        if _is_seen(table, root):
            found += _cut_in_table(table)
    return found


def _settle() -> None:
    """Let each layout that is still to be done be done now, and the ones around it after it."""
    for _ in range(_DEPTH):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _texts(root: QWidget) -> Iterator[QWidget]:
    """Return every widget that shows words of its own."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
            inner = isinstance(widget.parent(), QComboBox)  # Its own field is measured as a whole.
            if widget.isVisible() and _text(widget) and not inner:
                yield widget


def _text(widget: QWidget) -> str:
    match widget:
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QToolButton() if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return ""
        case QLabel() | QAbstractButton():
            return widget.text()
        case _:
            return ""


def _is_data(widget: QWidget) -> bool:
    return isinstance(widget, ElidedLabel)


def _is_seen(widget: QWidget, root: QWidget) -> bool:
    """Whether its middle is on the screen, and nothing floats over it."""
    middle = widget.mapTo(root, widget.rect().center())
    if not root.rect().contains(middle) or widget.visibleRegion().isEmpty():
        return False
    top = root.childAt(middle)
    return top is not None and (
        top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)
    )


def _cut(widget: QWidget) -> str:
    """Say how much of a widget's text has no room in the widget."""
    match widget:
        case ElidedLabel():
            return ""
        case QLabel():
            return _cut_label(widget)
        case RailItem():
            return _short_of(QSize(widget.needed_width, 0), widget.size())
        case QAbstractButton():
            return _short_of(QSize(widget.sizeHint().width(), 0), widget.size())
        case QLineEdit() if not widget.text():
            return _cut_hint(widget)
        case QComboBox() if not (widget.isEditable() or widget.toolTip()):
            return _cut_choice(widget)
        case _:
            return ""


def _cut_label(label: QLabel) -> str:
    room = label.contentsRect().size()
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + _SLACK:
            return f"needs {label.heightForWidth(label.width())} of height, has {label.height()}"
        words = max(label.text().split(), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(words) if words.isascii() else 0
        return _short_of(QSize(wide, 0), room)
    if label.textFormat() is Qt.TextFormat.RichText:
        return _short_of(label.sizeHint(), label.size())
    return _short_of(label.fontMetrics().size(0, label.text()), room)


def _cut_hint(field: QLineEdit) -> str:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    style = field.style()
    room = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    icon = style.pixelMetric(QStyle.PixelMetric.PM_LineEditIconSize, None, field) + _ICON_ROOM
    icons = len(field.actions()) * icon
    free = room.width() - margins.left() - margins.right() - icons
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText())
    return _short_of(QSize(wide, 0), QSize(free, 0))


def _cut_choice(choice: QComboBox) -> str:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    room = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    wide = choice.fontMetrics().horizontalAdvance(choice.currentText())
    return _short_of(QSize(wide, 0), QSize(room.width(), 0))


def _cut_in_list(side: QListView) -> list[str]:
    """Look at entries that are ours: a person's have a second line or a state's dot."""
    delegate = side.itemDelegate()
    if not isinstance(delegate, SideDelegate):
        return []
    found: list[str] = []
    for row in range(min(side.model().rowCount(), _MOST_ROWS)):
        index = side.model().index(row, 0)
        entry = delegate.entry(index)
        is_ours = bool(entry.icon) and not (entry.second or entry.dot)
        if is_ours and delegate.is_cut_off(index):
            found.append(f"{_name(side)}: the entry {entry.name!r} is cut off")
    return found


def _cut_in_table(table: QTableView) -> list[str]:
    found: list[str] = []
    header, model = table.horizontalHeader(), table.model()
    for column in range(header.count()):
        if table.isColumnHidden(column):
            continue
        name = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if header.isVisible() and name and header.sectionSize(column) < _needed(header, column):
            found.append(f"{_name(table)}: the header {name!r} is cut off")
        found += _cut_cells(table, column)
    return found


def _needed(header: QHeaderView, column: int) -> int:
    return header.sectionSizeHint(column) - _SLACK


def _cut_cells(table: QTableView, column: int) -> list[str]:
    delegate = table.itemDelegate()
    if not isinstance(table, BarTable) or not isinstance(delegate, CellDelegate):
        return []
    found: list[str] = []
    for row in range(min(table.model().rowCount(), _MOST_ROWS)):
        index = table.model().index(row, column)
        area = table.visualRect(index)
        if not area.intersects(table.viewport().rect()):
            continue
        cell = delegate.cell(index)
        text = str(getattr(cell, "text", ""))
        is_data = isinstance(cell, NameCell) or bool(index.data(Qt.ItemDataRole.ToolTipRole))
        if is_data or not text:
            continue
        if table.sizeHintForIndex(index).width() > area.width() + _SLACK:
            found.append(f"{_name(table)}: the cell {text!r} is cut off")
    return found


def _clipped(widget: QWidget, root: QWidget) -> str:
    """Say what of a widget lies outside of one that it is in, and cannot be scrolled to."""
    inner, parent = widget, widget.parentWidget()
    area = QRect(QPoint(), widget.size())
    while parent is not None and inner is not root:
        area.translate(inner.pos())
        scrolls = _scrolling(parent)
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(area):
            outside = _outside(area, parent.rect(), scrolls)
            if outside:
                return f"{outside} of {_name(parent)}"
        if scrolls == (True, True):
            return ""
        if any(scrolls):
            area &= parent.rect()
        inner, parent = parent, parent.parentWidget()
    return ""


def _scrolling(widget: QWidget) -> tuple[bool, bool]:
    """Whether it is seen through an area that scrolls sideways, and up and down."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not widget:
        return False, False
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBarPolicy() is not never, True


def _outside(area: QRect, room: QRect, scrolls: tuple[bool, bool]) -> str:
    sideways = area.left() < room.left() - _SLACK or area.right() > room.right() + _SLACK
    upright = area.top() < room.top() - _SLACK or area.bottom() > room.bottom() + _SLACK
    if sideways and not scrolls[0]:
        return f"reaches {max(room.left() - area.left(), area.right() - room.right())} px out"
    if upright and not scrolls[1]:
        return f"reaches {max(room.top() - area.top(), area.bottom() - room.bottom())} px out"
    return ""


def _short_of(needed: QSize, room: QSize) -> str:
    if needed.width() > room.width() + _SLACK:
        return f"needs {needed.width()} of width, has {room.width()}"
    if needed.height() > room.height() + _SLACK:
        return f"needs {needed.height()} of height, has {room.height()}"
    return ""


def _line(widget: QWidget, why: str) -> str:
    return f"{_name(widget)}: {_text(widget)!r} {why}"


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
