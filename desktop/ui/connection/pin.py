"""The one certificate that is believed: fetched, shown, and pinned once it was confirmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.explain import Explanation
from desktop.domain.connection import Certificate
from desktop.domain.host import Host
from desktop.ui import joining
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.certificate import CertificateQuestion, grouped
from desktop.ui.connection.services import FetchCertificate
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.wording import words


class Pin(QWidget):
    """Shows the fingerprint that is believed. Nothing but the question can set it."""

    changed = Signal()
    host_wanted = Signal()
    """Someone has to call `fetch` with the host as it is typed now."""

    def __init__(
        self, theme: Theme, ask: FetchCertificate | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ask = ask
        self._scope = TaskScope(self)
        self.fingerprint = ""
        self.button = Button(theme, self.tr("Fetch certificate"), icon="shield-check")
        self._shown = Label(theme, "", "mono_hint", wraps=True, selectable=True)
        self._status = Label(theme, "", "small", "muted", wraps=True)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._shown)
        column.addWidget(self._status)
        column.addLayout(row)
        self.button.clicked.connect(self.host_wanted)
        self.show_pin("")

    def show_pin(self, fingerprint: str) -> None:
        """Show what is believed; an empty fingerprint means that nothing was confirmed yet."""
        self.fingerprint = fingerprint
        self._shown.setText(grouped(fingerprint))
        self._shown.setVisible(bool(fingerprint))
        if fingerprint:
            self._say(self.tr("Believed whoever signed it, until the host shows another one."))
        else:
            self._say(self.tr("None is confirmed yet."))

    def set_can_fetch(self, can_fetch: bool) -> None:
        """An address without TLS has no certificate."""
        self.button.setEnabled(can_fetch and self._ask is not None)

    def find_problem(self) -> QWidget | None:
        """Say that nothing was confirmed, and return the button that mends it."""
        if self.fingerprint:
            return None
        self._say(
            self.tr("Fetch the certificate and confirm it, or choose another way."), is_wrong=True
        )
        return self.button

    def fetch(self, host: Host) -> None:
        """Ask the host for its certificate, and then the person whether it is the right one."""
        if self._ask is None:
            return
        self._scope.cancel()
        self._say(self.tr("Asking {host} for its certificate…").format(host=host.address.authority))
        self._scope.start(self._ask(host), lambda answer: self._on_answer(answer, host))

    def _on_answer(self, answer: Certificate | Explanation, host: Host) -> None:
        if isinstance(answer, Explanation):
            said = words(answer)
            self._say(joining.sentences(said.sentence, said.facts), is_wrong=True)
            return
        self.show_pin(self.fingerprint)
        question = CertificateQuestion(self._theme, answer, host, parent=self.window())
        question.accepted.connect(lambda: self._pin_it(answer.fingerprint))
        question.open()

    def _pin_it(self, fingerprint: str) -> None:
        self.show_pin(fingerprint)
        self.changed.emit()

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        self._status.setText(text)
        self._status.set_tone("danger" if is_wrong else "muted")
