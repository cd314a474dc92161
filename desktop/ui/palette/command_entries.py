"""Every command of the window as an entry of the palette."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from desktop.ui.palette.entry import Entry, Group
from desktop.ui.palette.keycaps import keycaps
from desktop.ui.shell.commands import Command
from desktop.ui.shell.window import MainWindow

PALETTE = "palette"
"""The command that opens the palette, which does not list itself."""
PAGE = "page."
_ICONS: Mapping[str, str] = {
    "refresh": "refresh-cw",
    "pull": "arrow-down-to-line",
    "filter": "list-filter",
    "filter.hosts": "list-filter",
    "host.find": "radar",
    "host.add": "plus",
    "theme": "moon",
    "quit": "x",
    "memory.tidy": "brush-cleaning",
    "memory.server": "server",
    "report": "file-archive",
}
_OF_PAGES: Mapping[str, str] = {
    "models": "boxes",
    "chat": "message-circle",
    "workshop": "hammer",
    "memory": "memory-stick",
    "hosts": "server",
    "jobs": "arrow-down-to-line",
}
_USUAL = "square-terminal"
_LAST = "walk."
"""What has its keys already in whoever uses it."""


def command_entries(window: MainWindow) -> list[Entry]:
    """Return what can be done now, here first; what belongs to another page leads there."""
    here, there = list[Entry](), list[Entry]()
    pages = page_names(window)
    for command, action in window.commands.all():
        is_elsewhere = command.page not in ("", window.page)
        if command.key == PALETTE or not (is_elsewhere or action.isEnabled()):
            continue
        (there if is_elsewhere else here).append(
            _entry(window, command, action, pages.get(command.page, "") if is_elsewhere else "")
        )
    here.sort(key=lambda entry: entry.key.startswith(_LAST))
    return here + there


def page_names(window: MainWindow) -> dict[str, str]:
    """Return what the pages are called, by their keys."""
    commands = window.commands.all()
    return {
        command.key.removeprefix(PAGE): action.text()
        for command, action in commands
        if command.key.startswith(PAGE)
    }


def doing(window: MainWindow, command: Command, action: QAction) -> Callable[[], None]:
    """Return what does a command, on the page that it belongs to."""

    def do() -> None:
        if command.page not in ("", window.page):
            window.show_page(command.page)
        action.trigger()

    return do


def keys_now(action: QAction) -> tuple[str, ...]:
    """Return the keys that do it on the page that is shown, which may need them for its own."""
    return keycaps(action.shortcut().toString())


def icon_of(command: Command) -> str:
    """Return the icon of a command: its own, or that of what it is about."""
    own = command.icon or _ICONS.get(command.key, "")
    return own or _OF_PAGES.get(command.page, _USUAL)


def _entry(window: MainWindow, command: Command, action: QAction, page: str) -> Entry:
    keys = keycaps(next(iter(command.shortcuts), "")) if page else keys_now(action)
    return Entry(
        Group.PAGES if command.key.startswith(PAGE) else Group.ACTIONS,
        action.text(),
        doing(window, command, action),
        key=command.key,
        note=_on_page(page) if page else "",
        icon=icon_of(command),
        keys=keys,
        alias=command.key.lower(),
    )


def _on_page(page: str) -> str:
    return QCoreApplication.translate("Palette", "on the page {page}").format(page=page)
