"""Where the person's own ssh goes to ask for a host's cards, and what it runs there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.connection import Tunnel
from desktop.domain.destination import DestinationProblem, destination_problem
from desktop.system.nvidia_smi import COMMAND
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.ssh_port import SshPort
from desktop.ui.widgets.command_box import CommandBox
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner


class SshForm(QWidget):
    """An empty destination is the host's own address, or that of its tunnel."""

    changed = Signal()

    def __init__(self, theme: Theme, *, has_ssh: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.destination = TextField(theme)
        self.field = FormField(theme, self.tr("Destination"), self.destination)
        self.port = SshPort(theme)
        self.command = CommandBox(theme, self.tr("What is run there"))
        self.command.show_text(" ".join(COMMAND))
        self.missing = Banner(theme, "warning", self.tr("There is no ssh on this computer."))
        self._build()
        self.missing.setVisible(not has_ssh)
        self.destination.textChanged.connect(self._on_typed)
        self.port.changed.connect(self.changed)

    @property
    def destination_there(self) -> Tunnel:
        """What is typed."""
        destination = self.destination.text().strip()
        return Tunnel(destination, self.port.value) if destination else Tunnel()

    def fill(self, ssh: Tunnel, usual: str) -> None:
        """Show where it goes; `usual` is where it goes when nothing is typed."""
        self.destination.setPlaceholderText(usual)
        self.field.set_hint(self.tr("As you would type it after ssh"))
        self.destination.setText(ssh.destination)
        self.port.box.setValue(ssh.port)

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the field; a dash would make it an option of ssh."""
        text = self.destination.text().strip()
        problem = destination_problem(text) if text else None
        if problem is DestinationProblem.DASH:
            said = self.tr("A destination does not begin with a dash. Type it as me@tower.")
        else:
            said = self.tr("Only the destination belongs here, such as me@tower.")
        self.field.set_error(said if problem is not None else "")
        return self.destination if problem is not None else None

    def _on_typed(self) -> None:
        self.field.set_error("")
        self.changed.emit()

    def _build(self) -> None:
        px = self._theme.px
        line = self.tr(
            "Nothing is installed there. Every ten seconds, or every two minutes while nobody "
            "looks, your ssh signs in and runs this command. It has to work without questions: "
            "with a key or an agent, and the computer known to ssh already."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.missing)
        column.addWidget(Label(self._theme, line, "small", "muted", wraps=True))
        column.addWidget(self.command)
        column.addWidget(self.field)
        column.addWidget(self.port)
