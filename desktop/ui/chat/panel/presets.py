"""Chooses a preset, and saves, updates, renames and deletes them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain.conversation import ConversationId, Parameters
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.preset_book import PresetBook
from desktop.ui.chat.panel.preset_dialogs import PresetNameDialog, PresetRemovalDialog
from desktop.ui.widgets.tips import plain_tip

_ICON = 14
_EDGES = 6 + 6 + _ICON + 8


class PresetChooser(QPushButton):
    """Names the preset in force, and "changed" behind it once something else was set.

    `chosen` carries the parameters of a preset that was chosen. Which one a
    changed conversation began with is remembered while the program runs.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, book: PresetBook, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._parameters = Parameters()
        self._conversation = ConversationId("")
        self._began: dict[ConversationId, str] = {}
        self._words = ""
        self.setObjectName("presetChooser")
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # The icon after the text.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def name(self) -> str:
        """The preset in force, or the one that was changed since; "" for none."""
        began = self._began.get(self._conversation, "")
        if began and self._book.get(began) == self._parameters:
            return began
        same = self._book.named(self._parameters)
        if same or self._parameters == Parameters() or began not in self._book.names:
            return same
        return began

    @property
    def is_changed(self) -> bool:
        """Whether something else was set after that preset was chosen."""
        return bool(self.name) and self._book.get(self.name) != self._parameters

    @property
    def words(self) -> str:
        """What it says, in full."""
        return self._words

    def show_parameters(self, parameters: Parameters, conversation: ConversationId) -> None:
        """Say which preset these are."""
        self._parameters, self._conversation = parameters, conversation
        if not self.is_changed and self.name:
            self._began[conversation] = self.name
        name = visible(self.name)
        if not name:
            self._words = self.tr("Preset: none")
        elif self.is_changed:
            self._words = self.tr("Preset: {name}, changed").format(name=name)
        else:
            self._words = self.tr("Preset: {name}").format(name=name)
        self.setAccessibleName(self._words)
        self._elide()

    def actions_now(self) -> list[QAction]:
        """Return what the menu offers at the moment."""
        self._fill()
        return self._menu.actions()

    @override
    def sizeHint(self) -> QSize:
        wide = self._theme.metrics("body").horizontalAdvance(self._words)
        return QSize(wide + self._theme.px(_EDGES) + 2, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self._theme.px(_EDGES)
        metrics = self._theme.metrics("body")
        text = metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(text.replace("&", "&&"))
        self.setToolTip(plain_tip(self._words) if text != self._words else "")
        self.updateGeometry()

    def _refresh(self) -> None:
        self.setFont(self._theme.font())
        self.setIcon(self._theme.icon("chevrons-up-down", "muted", length=_ICON))
        self.setIconSize(QSize(self._theme.px(_ICON), self._theme.px(_ICON)))

    def _fill(self) -> None:
        self._menu.clear()
        for name in self._book.names:
            action = self._add(name, lambda name=name: self._choose(name))
            action.setCheckable(True)
            action.setChecked(name == self.name)
        if self._book.names:
            self._menu.addSeparator()
        if self._parameters != Parameters():
            self._add(self.tr("Reset everything"), lambda: self._choose(""))
            self._menu.addSeparator()
        if self.is_changed:
            text = self.tr("Update {name}").format(name=self.name)
            self._add(text, lambda name=self.name: self._save(name))
        self._add(self.tr("Save as a preset…"), self._ask_name)
        if self.name:
            text = self.tr("Rename {name}…").format(name=self.name)
            self._add(text, lambda name=self.name: self._ask_new_name(name))
            text = self.tr("Delete {name}…").format(name=self.name)
            self._add(text, lambda name=self.name: self._ask_removal(name))

    def _add(self, text: str, do: Callable[[], None]) -> QAction:
        action = QAction(visible(text).replace("&", "&&"), self._menu)
        action.triggered.connect(lambda: do())
        self._menu.addAction(action)
        return action

    def _choose(self, name: str) -> None:
        parameters = self._book.get(name) or Parameters()
        self._began[self._conversation] = name
        self.chosen.emit(parameters)

    def _save(self, name: str) -> None:
        self._book.save(name, self._parameters)
        self._began[self._conversation] = name
        self._show_again()

    def _show_again(self) -> None:
        self.show_parameters(self._parameters, self._conversation)

    def _ask_name(self) -> None:
        title, primary = self.tr("Save as a preset"), self.tr("Save preset")
        dialog = PresetNameDialog(self._theme, title, primary, self._book.names, parent=self)
        dialog.accepted.connect(lambda: self._save(dialog.name))
        dialog.open()

    def _ask_new_name(self, name: str) -> None:
        title = self.tr("Rename the preset {name}").format(name=visible(name))
        primary = self.tr("Rename preset")
        dialog = PresetNameDialog(self._theme, title, primary, self._book.names, name, parent=self)
        dialog.accepted.connect(lambda: self._rename(name, dialog.name))
        dialog.open()

    def _rename(self, name: str, new: str) -> None:
        self._book.rename(name, new)
        for conversation, began in self._began.items():
            if began == name:
                self._began[conversation] = new
        self._show_again()

    def _ask_removal(self, name: str) -> None:
        dialog = PresetRemovalDialog(self._theme, visible(name), parent=self)
        dialog.accepted.connect(lambda: self._remove(name))
        dialog.open()

    def _remove(self, name: str) -> None:
        self._book.remove(name)
        self._show_again()
