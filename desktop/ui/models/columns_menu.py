"""The menu of the columns: what the header does by mouse, it does by keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.models import cells
from desktop.ui.models.columns import ColumnLayout
from desktop.ui.models.view import Column


def columns_menu(columns: ColumnLayout, parent: QWidget) -> QMenu:
    """Return a menu that shows, sorts, moves and resets columns."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column in columns.order:
        if column is not Column.NAME:
            action = menu.addAction(cells.header(column))
            action.setCheckable(True)
            action.setChecked(columns.is_shown(column))
            action.toggled.connect(partial(columns.choose, column))
    menu.addSeparator()
    shown = [column for column in columns.order if columns.is_shown(column)]
    translate = QCoreApplication.translate
    sorting = _submenu(menu, translate("Columns", "Sort by"), shown, columns.sort)
    for column, action in zip(shown, sorting.actions(), strict=True):
        action.setCheckable(True)
        action.setChecked(column is columns.sorted_by)
    left = _submenu(menu, translate("Columns", "Move left"), shown, partial(columns.move, step=-1))
    right = _submenu(menu, translate("Columns", "Move right"), shown, partial(columns.move, step=1))
    left.actions()[0].setEnabled(False)
    right.actions()[-1].setEnabled(False)
    menu.addSeparator()
    menu.addAction(translate("Columns", "Reset columns")).triggered.connect(columns.reset)
    return menu


def _submenu(
    menu: QMenu, title: str, columns: list[Column], work: Callable[[Column], None]
) -> QMenu:
    submenu = menu.addMenu(title)
    for column in columns:
        action = submenu.addAction(cells.header(column))
        action.triggered.connect(lambda _checked=False, column=column: work(column))
    return submenu
