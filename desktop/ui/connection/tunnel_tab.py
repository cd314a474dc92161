"""The Tunnel tab: through which computer ssh leads to the host."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.connection import Tunnel
from desktop.domain.destination import DestinationProblem, destination_problem
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.ssh_port import SshPort
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner


class TunnelTab(QWidget):
    """Takes what one would type after ssh; empty means that there is no tunnel."""

    changed = Signal()

    def __init__(self, theme: Theme, *, has_ssh: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.destination = TextField(theme, hint="me@gate")
        self._field = FormField(
            theme,
            self.tr("Through"),
            self.destination,
            hint=self.tr("As you would type it after ssh, or empty for no tunnel"),
        )
        self.port = SshPort(theme)
        lines = Label(theme, self._sentence(), "small", "muted", wraps=True)
        self.missing = Banner(
            theme,
            "warning",
            self.tr("There is no ssh on this computer."),
            self.tr("Install OpenSSH's client; until then a tunnel cannot be opened."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (lines, self.missing, self._field, self.port):
            column.addWidget(part)
        column.addStretch(1)
        self.missing.setVisible(not has_ssh)
        self.destination.textChanged.connect(self._on_typed)
        self.port.changed.connect(self.changed)

    @property
    def tunnel(self) -> Tunnel:
        destination = self.destination.text().strip()
        return Tunnel(destination, self.port.value) if destination else Tunnel()

    @property
    def is_edited(self) -> bool:
        return bool(self.tunnel)

    def fill(self, tunnel: Tunnel) -> None:
        self.destination.setText(tunnel.destination)
        self.port.box.setValue(tunnel.port)

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the field; a dash would make it an option of ssh."""
        text = self.destination.text().strip()
        problem = destination_problem(text) if text else None
        self._field.set_error(self._in_words(problem))
        return self.destination if problem else None

    def _in_words(self, problem: DestinationProblem | None) -> str:
        if problem is None:
            return ""
        if problem is DestinationProblem.DASH:
            return self.tr("A destination does not begin with a dash. Type it as me@gate.")
        return self.tr(
            "Only the destination belongs here, such as me@gate. "
            "Options go into ssh's own configuration."
        )

    def _on_typed(self) -> None:
        self._field.set_error("")
        self.changed.emit()

    def _sentence(self) -> str:
        return self.tr(
            "Your own ssh leads there for as long as this host is in the list; the address above "
            "is then the one that is seen from there. It has to work without questions: with a "
            "key or an agent, and the computer known to ssh already."
        )
