"""A proxy of one's own: where it is, its login, and what goes past it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.proxy import Login, ProxyAddress
from desktop.domain.routes import BadProxy, parse_proxy
from desktop.domain.sign_in import password_problem, user_problem
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.kept_line import KeptLine
from desktop.ui.connection.words import proxy_problem, sign_in_problem
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.secret_field import SecretField

_BETWEEN = re.compile(r"[,;\s]+")


class ManualProxy(QWidget):
    """One field takes host:port or a URL; a login in it moves to the fields for it."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = TextField(theme, hint="proxy.corp:3128")
        self.user = TextField(theme)
        self.password = SecretField(theme)
        self.excepted = TextField(theme, hint="10.0.0.0/8, .corp, printer")
        self.kept = KeptLine(theme)
        self._address_field = FormField(
            theme,
            self.tr("Proxy"),
            self.address,
            hint=self.tr("A name and a port, or a URL with http://, https:// or socks5://"),
        )
        self._user_field = FormField(theme, self.tr("User"), self.user)
        self._password_field = FormField(theme, self.tr("Password"), self.password)
        self._excepted_field = FormField(
            theme,
            self.tr("Except for"),
            self.excepted,
            hint=self.tr("Names, endings, addresses and networks that go direct"),
        )
        self._build(theme)
        for field in (self.address, self.user, self.password, self.excepted):
            field.textChanged.connect(self.changed)
        self.address.editingFinished.connect(self._tidy)
        self.kept.changed.connect(self.changed)

    @property
    def proxy(self) -> ProxyAddress | None:
        """The proxy that was typed, if it can be read."""
        return self._read()[0]

    @property
    def exclusions(self) -> tuple[str, ...]:
        return tuple(entry for entry in _BETWEEN.split(self.excepted.text()) if entry)

    def fill(self, proxy: ProxyAddress | None, exclusions: tuple[str, ...]) -> None:
        if proxy is not None:
            self.address.setText(proxy.authority if proxy.scheme == "http" else proxy.url)
        self.excepted.setText(", ".join(exclusions))

    def login(self, stored: Login) -> Login:
        """Return the login; what was left empty is as it is kept, unless that is forgotten."""
        typed = self._read()[1]
        before = Login() if self.kept.is_forgotten else stored
        user = self.user.text() or typed.user
        password = self.password.text() or typed.password
        if user and not password and user != before.user:
            return Login(user)
        return Login(user or before.user, password or before.password)

    def has_login(self, is_kept: bool) -> bool:
        """Whether there is one, typed or kept."""
        return bool(self.login(Login())) or (is_kept and not self.kept.is_forgotten)

    def forget(self) -> None:
        """Empty what was typed of the login."""
        self.user.setText("")
        self.password.forget()
        if self._read()[1]:
            self.address.setText("")

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the first field of it."""
        self._tidy()
        user, password = self.user.text(), self.password.text()
        wrong_user = user_problem(user) if user else None
        wrong_password = password_problem(password)
        self._user_field.set_error(sign_in_problem(wrong_user) if wrong_user else "")
        self._password_field.set_error(sign_in_problem(wrong_password) if wrong_password else "")
        if self.proxy is None:
            return self.address
        if wrong_user:
            return self.user
        return self.password if wrong_password else None

    def _read(self) -> tuple[ProxyAddress | None, Login]:
        try:
            return parse_proxy(self.address.text())
        except BadProxy:
            return None, Login()

    def _tidy(self) -> None:
        """Say what is wrong with the address; move a login out of it."""
        try:
            proxy, login = parse_proxy(self.address.text())
        except BadProxy as bad:
            self._address_field.set_error(proxy_problem(bad))
            return
        self._address_field.set_error("")
        if login:
            self.user.setText(login.user)
            self.password.setText(login.password)
            self.address.setText(proxy.authority if proxy.scheme == "http" else proxy.url)

    def _build(self, theme: Theme) -> None:
        login = QHBoxLayout()
        login.setSpacing(theme.px(12))
        login.addWidget(self._user_field, 1)
        login.addWidget(self._password_field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._address_field)
        column.addLayout(login)
        column.addWidget(self.kept)
        column.addWidget(self._excepted_field)
