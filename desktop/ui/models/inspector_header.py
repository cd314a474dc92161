"""The top of the inspector: which model, how it stands, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models import cells
from desktop.ui.models.actions import ModelActions
from desktop.ui.models.view import Column, ModelRow
from desktop.ui.widgets.baseline import level
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.fitting_row import FittingRow
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot

_DOTS = {cells.Running.WELL: Dot.UP, cells.Running.PARTLY: Dot.SLOW}


class InspectorHeader(QWidget):
    """Title, one line of state, and the actions that fit the state."""

    closed = Signal()

    def __init__(self, theme: Theme, actions: ModelActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._title = ElidedLabel(theme, "", "title")
        self._dot = StateDot(theme, Dot.UP)
        self._host = ElidedLabel(theme, "", "small_medium")
        self._state = ElidedLabel(theme, "", "small", "muted")
        self.more = IconButton(theme, "ellipsis", self.tr("More actions"))
        self.more.setObjectName("inspectorMore")
        self.close_button = IconButton(theme, "panel-right-close", self.tr("Close the inspector"))
        self.close_button.setObjectName("closeInspector")
        self.chat = self._button(actions.chat)
        self.chat.set_kind("primary")
        self.chat.set_icon("message-circle")
        self.load = self._button(actions.load)
        self.unload = self._button(actions.unload)
        self.customise = self._button(actions.customise)
        self._offered = {
            self.chat: actions.chat,
            self.load: actions.load,
            self.unload: actions.unload,
            self.customise: actions.customise,
        }
        self._buttons = FittingRow(theme, tuple(self._offered))
        self._build()
        self.more.clicked.connect(self._open_menu)
        self.close_button.clicked.connect(self.closed)

    def show_row(self, row: ModelRow, now: datetime) -> None:
        """Show that row; `now` is the time by its host's clock."""
        self._title.setText(cells.text(row, Column.NAME, now))
        self._host.setText(visible(row.host))
        parts = [cells.text(row, Column.SIZE, now)]
        if row.damage:
            parts = [self.tr("damaged entry")]
        elif row.loaded:
            parts.append(cells.loaded_sentence(row.loaded, now))
        self._state.setText("  ".join(parts))
        level(self._host, self._state)
        self._dot.setVisible(row.loaded is not None or bool(row.damage))
        self._dot.show_dot(_dot(row))
        self._set_details_visible(True)

    def show_number(self, count: int) -> None:
        """Say how many models are selected, where it is not one."""
        if count:
            text = self.tr("{number} models selected")
            self._title.setText(text.format(number=units.number(count)))
            self._state.setText(self.tr("What you do here is done with all of them."))
        else:
            self._title.setText(self.tr("No model selected"))
            self._state.setText(self.tr("Choose one to see what it is."))
        level(self._state)
        self._set_details_visible(False)

    def _set_details_visible(self, is_one: bool) -> None:
        self._host.setVisible(is_one)
        if not is_one:
            self._dot.setVisible(False)
        self.more.setVisible(bool(self._actions.rows))
        self._buttons.offer([one for one, action in self._offered.items() if action.isVisible()])

    def _button(self, action: QAction) -> Button:
        button = Button(self._theme, action.text())
        button.clicked.connect(action.trigger)
        return button

    def _open_menu(self) -> None:
        menu = self._actions.menu(self, with_loading=False)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(8), px(6))
        column.setSpacing(px(2))
        column.addLayout(self._row(self._title, self.more, self.close_button))
        state = self._row(self._dot, self._host, self._state)
        state.setSpacing(px(6))
        column.addLayout(state)
        column.addSpacing(px(8))
        column.addWidget(self._buttons)

    def _row(self, *parts: QWidget) -> QLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, self._theme.px(4), 0)
        row.setSpacing(self._theme.px(2))
        for part in parts:
            stretches = part is self._title or part is self._state
            row.addWidget(part, 1 if stretches else 0)
        return row


def _dot(row: ModelRow) -> Dot:
    if row.damage:
        return Dot.DOWN
    return _DOTS[cells.running(row.loaded)] if row.loaded else Dot.UP
