"""The Proxy tab: which way leads to the host, chosen and then said in words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.address import HostAddress
from desktop.domain.connection import Keeping, Tunnel
from desktop.domain.proxy import Login, ProxyMode, ProxySetting, SystemAnswer
from desktop.domain.routes import route_for
from desktop.domain.text import visible
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.manual_proxy import ManualProxy
from desktop.ui.connection.services import AskSystem
from desktop.ui.connection.words import system_words
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.radio_lines import RadioLines
from desktop.ui.wording_routes import mode_words, route_sentence

_MODES = tuple(ProxyMode)
_PAUSE_MS = 200
"""From the last letter of an address until the system is asked about it."""


class ProxyTab(QWidget):
    """Takes a proxy setting; the banner says which route it gives for the address above."""

    changed = Signal()

    def __init__(
        self, theme: Theme, ask_system: AskSystem | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask_system = ask_system
        self._scope = TaskScope(self)
        self._address: HostAddress | None = None
        self._answer: SystemAnswer | None = None
        self._tunnel = Tunnel()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.modes = RadioLines(theme, self._ways())
        self.manual = ManualProxy(theme)
        self.modes.put_below(_MODES.index(ProxyMode.MANUAL), self.manual)
        self.banner = Banner(theme, "info", icon="route")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.modes)
        column.addWidget(self.banner)
        column.addStretch(1)
        self.modes.chosen.connect(self._on_changed)
        self.manual.changed.connect(self._on_changed)
        self._show_route()

    @property
    def setting(self) -> ProxySetting:
        """What is chosen; a manual proxy that cannot be read is left out."""
        mode = _MODES[self.modes.current]
        return ProxySetting(mode, self.manual.proxy, self.manual.exclusions)

    @property
    def is_edited(self) -> bool:
        return _MODES[self.modes.current] is not ProxyMode.AUTOMATIC

    def fill(self, setting: ProxySetting) -> None:
        self.choose(setting.mode)
        self.manual.fill(setting.manual, setting.exclusions)
        self._show_route()

    def choose(self, mode: ProxyMode) -> None:
        self.modes.choose(_MODES.index(mode))

    def login(self, stored: Login) -> Login:
        """Return the login typed here; what was left empty is as it is kept."""
        if _MODES[self.modes.current] is not ProxyMode.MANUAL:
            return Login()
        return self.manual.login(stored)

    def has_login(self, is_kept: bool) -> bool:
        """Whether a login belongs to the proxy, be it typed or kept."""
        if _MODES[self.modes.current] is not ProxyMode.MANUAL:
            return False
        return self.manual.has_login(is_kept)

    def show_kept(self, is_kept: bool, keeping: Keeping) -> None:
        self.manual.kept.show_kept(is_kept, keeping)

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the first field of it; None where nothing is."""
        if _MODES[self.modes.current] is not ProxyMode.MANUAL:
            return None
        return self.manual.find_problem()

    def follow(self, address: HostAddress | None, tunnel: Tunnel) -> None:
        """Say the route for that address from now on."""
        is_other = address != self._address
        self._address, self._tunnel = address, tunnel
        if is_other:
            self._answer = None
            self._pause.start()
        self._show_route()

    def _ask(self) -> None:
        self._scope.cancel()
        is_open = self.window().isVisible()
        if is_open and self._address is not None and self._ask_system is not None:
            self._scope.start(self._ask_system(self._address.url), self._on_answer)

    def _on_answer(self, answer: SystemAnswer) -> None:
        self._answer = answer
        self._show_route()

    def _on_changed(self) -> None:
        self._show_route()
        self.changed.emit()

    def _show_route(self) -> None:
        self.modes.say(_MODES.index(ProxyMode.SYSTEM), system_words(self._answer))
        if self._address is None:
            sentence = self.tr("Type an address to see which way leads to it.")
        elif self._tunnel:
            text = self.tr("Goes through the SSH tunnel to {destination}, without a proxy.")
            sentence = text.format(destination=visible(self._tunnel.destination))
        else:
            route = route_for(self._address, self.setting, self._answer or SystemAnswer())
            sentence = route_sentence(route, self._address)
        self.banner.say("info", sentence, icon="route")

    def _ways(self) -> list[tuple[str, str]]:
        lines = {
            ProxyMode.AUTOMATIC: self.tr(
                "Direct on your own network, as the system says elsewhere"
            ),
            ProxyMode.DIRECT: self.tr("Never through a proxy"),
            ProxyMode.SYSTEM: system_words(None),
            ProxyMode.MANUAL: self.tr("Enter a proxy and its exceptions"),
        }
        return [(mode_words(mode), lines[mode]) for mode in _MODES]
