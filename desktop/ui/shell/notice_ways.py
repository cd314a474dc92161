"""How a notice reaches the person: over the desktop's bus, else beside a tray icon."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.domain.text import visible
from desktop.system.notices import Click, DesktopNotices, Notice

_SHOWN_MS = 15_000
"""How long an icon stays that is only there for its message; Windows takes both away together."""


class NoticeWays(QObject):
    """Posts a notice by the first way that works.

    Windows and macOS have no bus: there a tray icon carries messages, and is
    shown for that moment where a person does not want it all the time.
    """

    clicked = Signal(object)
    """A Click, on a notice that was posted here."""

    def __init__(self, icon: QSystemTrayIcon, desktop: DesktopNotices | None) -> None:
        super().__init__()
        self._icon = icon
        self._desktop = desktop
        self._key = ""
        self._is_lent = False
        self._back = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._back.timeout.connect(self._take_back)
        icon.messageClicked.connect(self._on_clicked)
        self._forget = desktop.clicked.subscribe(self.clicked.emit) if desktop else None

    def close(self) -> None:
        if self._forget is not None:
            self._forget()
        self._take_back()

    def post(self, notice: Notice) -> None:
        """Say it."""
        notice = Notice(visible(notice.title), visible(notice.line), notice.key, notice.stays)
        if self._desktop is None:
            self._by_icon(notice)
        else:
            self._desktop.post(notice, lambda: self._by_icon(notice))

    def _by_icon(self, notice: Notice) -> None:
        has_way = QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()
        if not has_way:
            return
        if not self._icon.isVisible():
            self._is_lent = True
            self._icon.show()
        if self._is_lent:
            self._back.start()
        self._key = notice.key
        kinds = QSystemTrayIcon.MessageIcon
        kind = kinds.Warning if notice.stays else kinds.Information
        self._icon.showMessage(notice.title, notice.line, kind)

    def keep(self) -> None:
        """The icon is wanted for itself from now on."""
        self._is_lent = False
        self._back.stop()

    def _take_back(self) -> None:
        self._back.stop()
        if self._is_lent:
            self._is_lent = False
            self._icon.hide()

    def _on_clicked(self) -> None:
        self.clicked.emit(Click(self._key))
