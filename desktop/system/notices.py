"""Notices of the desktop: what is said beside the clock, and what a click there answers."""

import html
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.system.session_bus import BusFailed, Heard, Remote, SessionBus

INTERFACE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_SERVER = Remote(INTERFACE, PATH, INTERFACE)
_REMEMBERED = 100
"""Notices whose click is still understood."""
_MOST = 300
"""Characters of a line; a desktop cuts much earlier."""
_URGENCY = {False: 1, True: 2}


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said: plain text, and the key that a click on it hands back.

    `stays` keeps it until somebody has seen it, as far as the desktop does that.
    """

    title: str
    line: str = ""
    key: str = ""
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Click:
    """A click on a notice; `token` lets a window come to the front, where the desktop gave one."""

    key: str
    token: str = ""


class DesktopNotices(TaskOwner):
    """Notices by the freedesktop specification, over the session's bus."""

    def __init__(self, bus: SessionBus, icon: str = "paddock") -> None:
        super().__init__()
        self.clicked = Event[Click]()
        self._bus = bus
        self._icon = icon
        self._keys = OrderedDict[int, str]()
        self._tokens: dict[int, str] = {}
        self._takes_markup: bool | None = None

    async def __aenter__(self) -> Self:
        self._subscribe(self._bus.heard, self._hear)
        return self

    def post(self, notice: Notice, otherwise: Callable[[], None]) -> None:
        """Say it; `otherwise` is called where the desktop has nobody who shows it."""
        self._tasks.start(self._post(notice, otherwise), name="notice")

    async def _post(self, notice: Notice, otherwise: Callable[[], None]) -> None:
        try:
            line = await self._escaped(notice.line[:_MOST])
            hints = {
                "desktop-entry": ("s", "paddock"),
                "urgency": ("y", _URGENCY[notice.stays]),
            }
            what = (notice.title[:_MOST], line, ["default", ""], hints, -1)
            answer = await self._bus.ask(
                _SERVER, "Notify", "susssasa{sv}i", "Paddock", 0, self._icon, *what
            )
        except BusFailed:
            otherwise()
            return
        if answer and isinstance(answer[0], int):
            self._keys[answer[0]] = notice.key
            while len(self._keys) > _REMEMBERED:
                self._keys.popitem(last=False)

    async def _escaped(self, line: str) -> str:
        """Return a line as it is shown to the letter: some desktops read it as markup."""
        if self._takes_markup is None:
            answer = await self._bus.ask(_SERVER, "GetCapabilities", "")
            self._takes_markup = bool(answer) and "body-markup" in answer[0]
        return html.escape(line, quote=False) if self._takes_markup else line

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "ActivationToken", (int(number), str(token)) if number in self._keys:
                self._tokens[number] = token
            case "ActionInvoked", (int(number), str()) if number in self._keys:
                self.clicked.emit(Click(self._keys[number], self._tokens.pop(number, "")))
            case "NotificationClosed", (int(number), *_):
                self._keys.pop(number, None)
                self._tokens.pop(number, None)
            case _:
                pass
