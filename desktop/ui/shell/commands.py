"""Everything that can be done by a key: one registry for menus, tooltips and the palette."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done. `page` is the key of the only page it belongs to, or "" for all.

    Shortcuts are Qt's portable texts, such as "Ctrl+N"; the first is named in tooltips.
    """

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    page: str = ""


class Commands:
    """The actions of a window, by the key of their command.

    A page's actions are invisible while another page is shown, which frees
    their keys; whether they can be done now is their `enabled`, and the page's.
    Keys that the page shown gives to a command of its own win over those of the
    commands for all pages, which stay without them meanwhile.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._theme = theme
        self._window = window
        self._actions: dict[str, tuple[Command, QAction]] = {}
        self._page = ""

    def add(self, command: Command, do: Callable[[], object]) -> QAction:
        """Make its action, reachable by its keys from everywhere in the window.

        Raises:
            KeyError: there is one of that key already.
        """
        if command.key in self._actions:
            raise KeyError(command.key)
        action = QAction(command.text, self._window)
        action.setObjectName(command.key)
        if command.icon:
            action.setIcon(self._theme.icon(command.icon))
        action.triggered.connect(lambda: do())
        self._window.addAction(action)
        self._actions[command.key] = command, action
        self._show_all()
        return action

    def action(self, key: str) -> QAction:
        """Return the action of that command, for a button or a menu.

        Raises:
            KeyError: there is none.
        """
        return self._actions[key][1]

    def all(self) -> tuple[tuple[Command, QAction], ...]:
        """Return every command with its action, in the order they were added."""
        return tuple(self._actions.values())

    def set_page(self, key: str) -> None:
        """Offer the commands of that page and of all pages."""
        self._page = key
        self._show_all()

    def _show_all(self) -> None:
        own = {
            keys
            for command, _ in self._actions.values()
            if command.page and command.page == self._page
            for keys in command.shortcuts
        }
        for command, action in self._actions.values():
            action.setVisible(command.page in ("", self._page))
            free = [keys for keys in command.shortcuts if command.page or keys not in own]
            action.setShortcuts([QKeySequence(keys) for keys in free])
