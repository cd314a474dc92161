"""The one place where a remedy's button becomes what it does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.diagnostics.fixes import FIXES, Place
from desktop.domain.host import Host, HostId
from desktop.domain.name import is_same_name
from desktop.domain.proxy import ProxyMode
from desktop.hosts.registry import HostRegistry
from desktop.hosts.twins import HostExists
from desktop.ui.bridge.theme import Theme
from desktop.ui.fix_dialog import FixDialog

DOWNLOAD_PAGE = "https://ollama.com/download"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which remedy is wanted for which host, and what it is about.

    `model` is the model that was meant when it went wrong, "" where none was.
    """

    host_id: HostId
    remedy: Remedy
    explanation: Explanation | None = None
    model: str = ""

    @property
    def meant_model(self) -> str:
        """The model that the explanation names, else the one that was asked for."""
        named = self.explanation.facts.get("model", "") if self.explanation else ""
        return named or self.model


@dataclass(frozen=True, slots=True)
class RemedyDoors:
    """What the window can open; each is a plain function that returns at once."""

    edit: Callable[[HostId, Remedy], None]
    """Open the connection dialog, where that remedy is done."""
    pull: Callable[[str, HostId], None]
    test: Callable[[HostId], None]
    """Show the test of a host, which is begun."""
    test_quietly: Callable[[HostId], None]
    """Begin a test, and stay where the person is."""
    find_hosts: Callable[[], None]
    tidy_up: Callable[[HostId], None]
    place_of: Callable[[Host], Place]
    """What is known of a host's own side."""
    save_report: Callable[[], None]
    start_here: Callable[[], None]
    """Show this computer's own server, with how it would be started."""
    show_log: Callable[[], None]
    """Show what this computer's own server wrote into its log."""
    say: Callable[[str], None]


_IN_DIALOG = frozenset(
    {
        Remedy.EDIT_ADDRESS,
        Remedy.PROXY_SETTINGS,
        Remedy.TRUST_CERTIFICATE,
        Remedy.ADD_CA,
        Remedy.SIGN_IN,
    }
)


class Remedies(QObject):
    """Does what a button promised. What the person has to see before opens a dialog."""

    def __init__(
        self, theme: Theme, registry: HostRegistry, doors: RemedyDoors, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._registry = registry
        self._doors = doors
        self._window = window
        self._without_host = {
            Remedy.FIND_HOSTS: doors.find_hosts,
            Remedy.REPORT: doors.save_report,
            Remedy.START_OLLAMA: doors.start_here,
            Remedy.SHOW_LOG: doors.show_log,
        }

    def mend(self, wish: Wish) -> None:
        """Do one remedy; nothing where its host was removed meanwhile."""
        host = next((one for one in self._registry.hosts if one.id == wish.host_id), None)
        if host is None:
            return
        if wish.remedy in _IN_DIALOG:
            self._doors.edit(host.id, wish.remedy)
        elif (show := self._without_host.get(wish.remedy)) is not None:
            show()
        elif not self._change(host, wish):
            self._open(host, wish)

    def _change(self, host: Host, wish: Wish) -> bool:
        """Do what needs no further question; whether it was one of these."""
        match wish.remedy:
            case Remedy.RETRY | Remedy.REFRESH:
                self._registry.refresh(host.id)
            case Remedy.BYPASS_PROXY:
                self._bypass_proxy(host)
            case Remedy.SWITCH_SCHEME:
                self._switch_scheme(host)
            case Remedy.UNLOAD_OTHERS:
                self._unload(host, but=wish.meant_model)
            case Remedy.UNLOAD_MODEL:
                self._registry.unload(host.id, wish.meant_model)
            case _:
                return False
        return True

    def _open(self, host: Host, wish: Wish) -> None:
        doors = self._doors
        match wish.remedy:
            case Remedy.TEST_CONNECTION:
                doors.test(host.id)
            case Remedy.PULL_MODEL | Remedy.UPDATE_MODEL:
                doors.pull(wish.meant_model, host.id)
            case Remedy.FREE_SPACE:
                doors.tidy_up(host.id)
            case Remedy.COPY_FIX:
                self._show_fix(host, wish)
            case Remedy.OPEN_IN_BROWSER:
                QDesktopServices.openUrl(QUrl(host.address.url))
            case Remedy.REINSTALL_OLLAMA:
                QDesktopServices.openUrl(QUrl(DOWNLOAD_PAGE))
            case _:
                pass

    def _show_fix(self, host: Host, wish: Wish) -> None:
        fixes = FIXES.get(wish.explanation.code, ()) if wish.explanation else ()
        if fixes:
            place = self._doors.place_of(host)
            FixDialog(self._theme, host, fixes, place, self._window).open()

    def _bypass_proxy(self, host: Host) -> None:
        proxy = replace(host.connection.proxy, mode=ProxyMode.DIRECT)
        connection = replace(host.connection, proxy=proxy)
        self._registry.edit(host.id, name=host.name, address=host.address, connection=connection)
        text = self.tr("{host} is reached directly from now on.")
        self._doors.say(text.format(host=host.label))
        self._doors.test_quietly(host.id)

    def _switch_scheme(self, host: Host) -> None:
        other = "http" if host.address.scheme == "https" else "https"
        address = replace(host.address, scheme=other)
        try:
            self._registry.edit(host.id, name=host.name, address=address)
        except HostExists as taken:
            text = self.tr("{host} has the address {address} already.")
            self._doors.say(text.format(host=taken.host.label, address=address.url))
            return
        self._doors.say(self.tr("The address is {address} now.").format(address=address.url))
        self._doors.test_quietly(host.id)

    def _unload(self, host: Host, but: str) -> None:
        for loaded in self._registry.snapshot(host.id).loaded:
            if not is_same_name(loaded.name, but):
                self._registry.unload(host.id, loaded.name)
