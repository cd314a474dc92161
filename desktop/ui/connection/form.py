"""The tabs of the connection dialog, each with a dot once it differs from the default."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret
from desktop.domain.host import Host
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import FormScroll
from desktop.ui.connection.proxy_tab import ProxyTab
from desktop.ui.connection.services import DialogServices
from desktop.ui.connection.sign_in_tab import SignInTab
from desktop.ui.connection.timeouts_tab import TimeoutsTab
from desktop.ui.connection.tls_tab import TlsTab
from desktop.ui.connection.tunnel_tab import TunnelTab
from desktop.ui.widgets.tabs import TabBar

_WIDTH = 474


class Tab(IntEnum):
    """The tabs, in their order."""

    PROXY = 0
    TLS = 1
    SIGN_IN = 2
    TIMEOUTS = 3
    TUNNEL = 4


class ConnectionForm(QWidget):
    """Takes a connection and its secret; shows the tab in which something is wrong."""

    changed = Signal()

    def __init__(
        self, theme: Theme, services: DialogServices, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scope = TaskScope(self)
        self._secrets = services.secrets
        self._before = Connection()
        self._address: HostAddress | None = None
        self.proxy = ProxyTab(theme, services.ask_system)
        self.tls = TlsTab(theme, services)
        self.sign_in = SignInTab(theme)
        self.timeouts = TimeoutsTab(theme)
        self.tunnel = TunnelTab(theme, has_ssh=services.has_ssh)
        self.tabs = TabBar(theme, self._names(), most=len(Tab))
        self._pages = [FormScroll(theme, part, _WIDTH) for part in self._parts]
        self._build(theme)
        self.tabs.chosen.connect(self._show_page)
        for part in self._parts:
            part.changed.connect(self._on_changed)

    @property
    def _parts(self) -> Sequence[ProxyTab | TlsTab | SignInTab | TimeoutsTab | TunnelTab]:
        return (self.proxy, self.tls, self.sign_in, self.timeouts, self.tunnel)

    @property
    def connection(self) -> Connection:
        """Everything that is set, without its secret."""
        has_login = self.proxy.has_login(self._before.proxy.has_login)
        return Connection(
            replace(self.proxy.setting, has_login=has_login),
            self.tls.trust,
            self.sign_in.sign_in,
            self.timeouts.timeouts,
            self.tunnel.tunnel,
        )

    def secret(self, stored: Secret) -> Secret:
        """Return what is to be kept, where `stored` is what is kept now."""
        return replace(self.sign_in.secret(stored), proxy=self.proxy.login(stored.proxy))

    def fill(self, connection: Connection) -> None:
        self._before = connection
        self.proxy.fill(connection.proxy)
        self.tls.fill(connection.trust)
        self.sign_in.fill(connection.sign_in)
        self.timeouts.fill(connection.timeouts)
        self.tunnel.fill(connection.tunnel)
        self._on_changed()

    def show_stored(self, stored: Secret) -> None:
        """Say what is kept, without showing it."""
        self.sign_in.show_stored(stored)
        self.proxy.show_kept(bool(stored.proxy), self._before.sign_in.keeping)

    def follow(self, address: HostAddress | None) -> None:
        """Say everything for that address from now on."""
        self._address = address
        self.proxy.follow(address, self.tunnel.tunnel)
        self.tls.show_scheme(address.scheme if address else "")

    def fetch_certificate(self, host: Host) -> None:
        """Show the TLS tab, and ask whether the host's certificate is to be believed."""
        self.tabs.choose(Tab.TLS)
        self.tls.fetch(host)

    def find_problem(self) -> QWidget | None:
        """Say what is wrong, put the first such tab in front and return the field."""
        problems = [part.find_problem() for part in self._parts]
        for tab, field in zip(Tab, problems, strict=True):
            if field is not None:
                self.tabs.choose(tab)
                return field
        return None

    def forget(self) -> None:
        """Empty every field that a secret was typed into."""
        self.sign_in.forget()
        self.proxy.manual.forget()

    def _on_keyring(self, is_there: bool) -> None:
        if not is_there:
            self.sign_in.keeping.say_no_keyring()

    def _on_changed(self) -> None:
        parts = enumerate(self._parts)
        self.tabs.mark(frozenset(place for place, part in parts if part.is_edited))
        self.sign_in.ask_for_place(self.proxy.has_login(self._before.proxy.has_login))
        self.proxy.follow(self._address, self.tunnel.tunnel)
        self.changed.emit()

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.tabs)
        for page in self._pages:
            column.addWidget(page, 1)
        self._show_page(Tab.PROXY)

    def _show_page(self, tab: int) -> None:
        """Show one page; only a longer one than all before makes the dialog higher.

        The keyring is asked for here first: it may be locked, and ask back.
        """
        for place, page in enumerate(self._pages):
            page.setVisible(place == tab)
        if tab == Tab.SIGN_IN and self._secrets is not None:
            secrets, self._secrets = self._secrets, None
            self._scope.start(secrets.has_keyring(), self._on_keyring)

    def _names(self) -> list[str]:
        return [
            self.tr("Proxy"),
            self.tr("TLS"),
            self.tr("Sign-in"),
            self.tr("Timeouts"),
            self.tr("Tunnel"),
        ]
