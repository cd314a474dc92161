"""The program in the desktop's tray, where there is one and a person wants it there."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.ui.shell.app_icon import app_icon
from desktop.ui.shell.at_a_glance import Glance, glance, line
from desktop.ui.shell.tray_menu import TrayDoors, TrayMenu, in_memory
from desktop.ui.widgets.tips import plain_tip

_PAUSE_MS = 500
"""At most so often does it say something new: each time crosses to another program."""
_LOOK_MS = 5000
"""A tray may come after the program did, and go before it."""


def tray_is_there() -> bool:
    """Whether this desktop has a tray now; GNOME has one only by an extension."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Says how the jobs are and what is loaded, beside the clock.

    `is_shown` is what closing the window may count on; `lost` is emitted when
    the tray has gone from under a program that was in it.
    """

    lost = Signal()

    def __init__(
        self,
        queue: JobQueue,
        registry: HostRegistry,
        doors: TrayDoors,
        *,
        is_there: Callable[[], bool] = tray_is_there,
    ) -> None:
        super().__init__()
        self._queue = queue
        self._registry = registry
        self._doors = doors
        self._is_there = is_there
        self._is_wanted = False
        self._is_up = False
        self._seen: Glance | None = None
        self.menu = TrayMenu(doors)
        self.icon = QSystemTrayIcon(app_icon(), self)
        self.icon.setContextMenu(self.menu.menu)
        self.icon.activated.connect(self._on_activated)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._forget = (
            queue.changed.subscribe(lambda _: self._change()),
            registry.changed.subscribe(lambda _: self._change()),
            registry.host_changed.subscribe(lambda _: self._change()),
        )

    @property
    def is_shown(self) -> bool:
        """Whether the program can be reached by the tray at this moment."""
        return self._is_up and self._is_there()

    def want(self, wanted: bool) -> None:
        """Show the icon as soon as there is a tray, or take it away."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._look.start() if wanted else self._look.stop()
            self.look()

    def look(self) -> None:
        """Look whether the tray has come or gone."""
        was_up, self._is_up = self._is_up, self._is_wanted and self._is_there()
        if self._is_up and not was_up:
            self._seen = None
            self.refresh()
        if self._is_up != was_up:
            self.icon.setVisible(self._is_up)
        if was_up and self._is_wanted and not self._is_up:
            self.lost.emit()

    def refresh(self) -> None:
        """Show what is so now."""
        seen = glance(self._queue.jobs)
        if self._seen is None or _badge(seen) != _badge(self._seen):
            self.icon.setIcon(app_icon(seen))
        self._seen = seen
        words = line(seen)
        self.menu.show_jobs(words)
        self.menu.show_loaded(in_memory(self._registry))
        tip = self.tr("Paddock: {jobs}").format(jobs=words) if seen.number else "Paddock"
        self.icon.setToolTip(plain_tip(tip))

    def say_again(self) -> None:
        """Speak the language of now."""
        self.menu.say_again()
        self.refresh()

    def close(self) -> None:
        for forget in self._forget:
            forget()
        self._look.stop()
        self._soon.stop()
        self.icon.hide()
        self.menu.close()

    def _change(self) -> None:
        if self._is_up and not self._soon.isActive():
            self._soon.start()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """Open the window; macOS shows the menu at a click, and would do both."""
        if sys.platform != "darwin" and reason in {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }:
            self._doors.open()


def _badge(seen: Glance) -> tuple[bool, bool]:
    """What of the jobs the icon shows."""
    return seen.number > 0, seen.failed > 0
