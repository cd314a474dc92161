"""The menu in the tray: the window, the jobs, what is loaded, and the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry

_MOST = 10
"""Models that are named; more of them make no menu that anybody reads."""
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class InMemory:
    """A model that is loaded, on which host; `is_going` while it is being unloaded."""

    host_id: HostId
    host: str
    model: str
    is_going: bool = False


@dataclass(frozen=True, slots=True)
class TrayDoors:
    """What the menu leads to; each is a plain function."""

    open: Callable[[], None]
    show_jobs: Callable[[], None]
    show_memory: Callable[[], None]
    unload: Callable[[HostId, str], None]
    quit: Callable[[], None]


def in_memory(registry: HostRegistry) -> tuple[InMemory, ...]:
    """Return what is loaded on hosts that answer, in the order of the hosts."""
    return tuple(
        InMemory(
            one.id,
            one.host.label,
            model.name,
            any(a.model == model.name and a.is_unload and a.error is None for a in one.attempts),
        )
        for one in registry.snapshots
        if one.is_up
        for model in one.loaded
    )


class TrayMenu(QObject):
    """Keeps its entries where they are while only their words change: a desktop copies them."""

    def __init__(self, doors: TrayDoors) -> None:
        super().__init__()
        self._doors = doors
        self._loaded: tuple[InMemory, ...] | None = None
        self.menu = QMenu()
        self.opening = self._add(doors.open)
        self.jobs = self._add(doors.show_jobs)
        self._before = self.menu.addSeparator()
        self._models: list[QAction] = []
        self.unload_all = self._add(self._unload_all)
        self.menu.addSeparator()
        self.quitting = self._add(doors.quit)
        self.say_again()

    def close(self) -> None:
        self.menu.deleteLater()

    def say_again(self) -> None:
        """Speak the language of now."""
        self.opening.setText(self.tr("Open Paddock"))
        self.unload_all.setText(self.tr("Unload all models"))
        self.quitting.setText(self.tr("Quit"))
        loaded, self._loaded = self._loaded, None
        self.show_loaded(loaded or ())

    def show_jobs(self, line: str) -> None:
        """Say how the jobs are."""
        self.jobs.setText(_plain(line))

    def show_loaded(self, loaded: Sequence[InMemory]) -> None:
        """Offer to unload each model."""
        if tuple(loaded) == self._loaded:
            return
        self._loaded = tuple(loaded)
        for action in self._models:
            self.menu.removeAction(action)
            action.deleteLater()
        self._models = [self._entry(one) for one in self._loaded[:_MOST]]
        if rest := len(self._loaded) - _MOST if len(self._loaded) > _MOST else 0:
            more = QAction(self.tr("%n more in memory…", "", rest), self.menu)
            more.triggered.connect(self._doors.show_memory)
            self._models.append(more)
        self.menu.insertActions(self.unload_all, self._models)
        self._before.setVisible(bool(self._loaded))
        self.unload_all.setVisible(bool(self._loaded))

    def _entry(self, one: InMemory) -> QAction:
        if one.is_going:
            text = self.tr("{model} on {host} is being unloaded")
        else:
            text = self.tr("Unload {model} from {host}")
        shown = text.format(model=_plain(one.model), host=_plain(one.host))
        action = QAction(shown, self.menu)
        action.setEnabled(not one.is_going)
        action.triggered.connect(lambda: self._doors.unload(one.host_id, one.model))
        return action

    def _unload_all(self) -> None:
        for one in self._loaded or ():
            if not one.is_going:
                self._doors.unload(one.host_id, one.model)

    def _add(self, do: Callable[[], None]) -> QAction:
        action = self.menu.addAction("")
        action.triggered.connect(lambda: do())
        return action


def _plain(text: str) -> str:
    """Return a text from elsewhere as a menu shows it: an ampersand would underline a letter."""
    shown = visible(text)
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    return shown.replace("&", "&&")
