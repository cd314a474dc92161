"""The Sign-in tab: how the host is told who asks. What is kept is never shown again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.connection import Secret, SignIn, SignInKind
from desktop.domain.sign_in import password_problem, token_problem, user_problem
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.header_rows import HeaderRows
from desktop.ui.connection.keeping import KeepingChoice
from desktop.ui.connection.kept_line import KeptLine
from desktop.ui.connection.words import sign_in_problem
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.radio_lines import RadioLines
from desktop.ui.widgets.secret_field import SecretField

_KINDS = tuple(SignInKind)


class SignInTab(QWidget):
    """Takes the sign-in. What was left empty is as it is kept, until that is forgotten."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = SignIn()
        self._needs_place = False
        self.kinds = RadioLines(theme, self._ways())
        self.token = SecretField(theme)
        self.user = TextField(theme)
        self.password = SecretField(theme)
        self.headers = HeaderRows(theme)
        self.kept = KeptLine(theme)
        self.keeping = KeepingChoice(theme)
        self._token_field = FormField(theme, self.tr("Token"), self.token)
        self._user_field = FormField(theme, self.tr("User"), self.user)
        self._password_field = FormField(theme, self.tr("Password"), self.password)
        self._build(theme)
        for field in (self.token, self.user, self.password):
            field.textChanged.connect(self._on_typed)
        for part in (self.headers, self.kept, self.keeping):
            part.changed.connect(self.changed)
        self.kinds.chosen.connect(self._on_kind)
        self._show()

    @property
    def kind(self) -> SignInKind:
        return _KINDS[self.kinds.current]

    @property
    def sign_in(self) -> SignIn:
        """What is no secret of it."""
        return SignIn(
            self.kind,
            user=self.user.text().strip() if self.kind is SignInKind.BASIC else "",
            headers=self.headers.names if self.kind is SignInKind.HEADERS else (),
            keeping=self.keeping.keeping,
        )

    @property
    def is_edited(self) -> bool:
        return self.kind is not SignInKind.NONE

    def fill(self, sign_in: SignIn) -> None:
        self._before = sign_in
        self.kinds.choose(_KINDS.index(sign_in.kind))
        self.user.setText(sign_in.user)
        self.headers.fill(sign_in.headers)
        self.keeping.fill(sign_in.keeping)
        self._show()

    def show_stored(self, stored: Secret) -> None:
        """Say that something is kept; nothing of it reaches a field."""
        has_any = bool(stored.token or stored.password or stored.headers)
        self.kept.show_kept(has_any, self._before.keeping)

    def ask_for_place(self, is_asked: bool) -> None:
        """Ask where to keep what another tab took, such as a proxy's password."""
        self._needs_place = is_asked
        self._show()

    def secret(self, stored: Secret) -> Secret:
        """Return what the host is to be told, the proxy's login aside."""
        kept = Secret() if self.kept.is_forgotten else stored
        match self.kind:
            case SignInKind.BEARER:
                return Secret(token=self.token.text() or kept.token)
            case SignInKind.BASIC:
                is_same = self.user.text().strip() == self._before.user
                return Secret(password=self.password.text() or (kept.password if is_same else ""))
            case SignInKind.HEADERS:
                return Secret(headers=self.headers.values(kept.headers))
            case _:
                return Secret()

    def forget(self) -> None:
        """Empty every field that a secret was typed into."""
        self.token.forget()
        self.password.forget()
        self.headers.forget()

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the first field of it; None where nothing is."""
        match self.kind:
            case SignInKind.BEARER:
                wrong = self._wrong_token()
            case SignInKind.BASIC:
                wrong = self._wrong_login()
            case SignInKind.HEADERS:
                wrong = self.headers.find_problem()
            case _:
                wrong = None
        return wrong or self.keeping.find_problem()

    @property
    def _may_be_empty(self) -> bool:
        """What is kept stays, and what was lost with the last run does not hold up a new name."""
        return self.kind is self._before.kind and not self.kept.is_forgotten

    def _wrong_token(self) -> QWidget | None:
        text = self.token.text()
        problem = None if self._may_be_empty and not text else token_problem(text)
        self._token_field.set_error(sign_in_problem(problem) if problem else "")
        return self.token if problem else None

    def _wrong_login(self) -> QWidget | None:
        user = user_problem(self.user.text().strip())
        password = password_problem(self.password.text())
        self._user_field.set_error(sign_in_problem(user) if user else "")
        self._password_field.set_error(sign_in_problem(password) if password else "")
        return self.user if user else self.password if password else None

    def _on_typed(self) -> None:
        for field in (self._token_field, self._user_field, self._password_field):
            field.set_error("")
        self.changed.emit()

    def _on_kind(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.keeping.setVisible(self.is_edited or self._needs_place)

    def _build(self, theme: Theme) -> None:
        login = QWidget()
        row = QHBoxLayout(login)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._user_field, 1)
        row.addWidget(self._password_field, 1)
        self.kinds.put_below(_KINDS.index(SignInKind.BEARER), self._token_field)
        self.kinds.put_below(_KINDS.index(SignInKind.BASIC), login)
        self.kinds.put_below(_KINDS.index(SignInKind.HEADERS), self.headers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self.kinds, self.kept, self.keeping):
            column.addWidget(part)
        column.addStretch(1)

    def _ways(self) -> list[tuple[str, str]]:
        ways = {
            SignInKind.NONE: (self.tr("None"), self.tr("Ollama itself asks for nothing")),
            SignInKind.BEARER: (self.tr("Token"), self.tr("Sent as Authorization: Bearer")),
            SignInKind.BASIC: (
                self.tr("User and password"),
                self.tr("What a reverse proxy most often asks for"),
            ),
            SignInKind.HEADERS: (
                self.tr("Headers of your own"),
                self.tr("Sent with every request to this host, and to no other"),
            ),
        }
        return [ways[kind] for kind in _KINDS]
