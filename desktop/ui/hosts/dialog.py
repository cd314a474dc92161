"""The dialog that adds a host or edits one: its address and its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.address import BadAddress, HostAddress, parse_address
from desktop.domain.host import Host, HostId
from desktop.hosts.registry import HostRegistry
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.wording_names import address_problem

_LONGEST_NAME = 80
"""Characters; names stand in titles and questions."""


class HostDialog(Dialog):
    """Takes an address in any form that Ollama takes, and shows what it understood of it.

    What is wrong is said as soon as the field has been left or Save was
    tried, not while the first letters are typed. `remove_wanted` names the
    host that is edited, which is not removed here: there may be jobs to ask about.
    """

    remove_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        host: Host | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            "",
            primary="",
            parent=parent,
        )
        self.setObjectName("hostDialog")
        self._registry = registry
        self._host = host
        self.host_id: HostId | None = host.id if host else None
        self.address = TextField(theme, hint="192.168.1.20")
        self.name = TextField(theme, hint=self.tr("Its address, if left empty"))
        self.name.setMaxLength(_LONGEST_NAME)
        self._address_field = FormField(theme, self.tr("Address"), self.address, hint=" ")
        self._name_field = FormField(theme, self.tr("Name"), self.name)
        self.body.addWidget(self._address_field)
        self.body.addWidget(self._name_field)
        self._name_words()
        self._fill()
        self.address.textChanged.connect(self._on_typed)
        self.address.editingFinished.connect(self._say_what_is_wrong)
        self._on_typed()

    def accept(self) -> None:
        """Save, unless the address is wrong: then say why and stay."""
        address = self._read()
        if address is None or self._taken_by(address) is not None:
            self._say_what_is_wrong()
            self.address.setFocus()
            return
        if self._host is None:
            self.host_id = self._registry.add(address, self.name.text())
        else:
            self._registry.edit(self._host.id, name=self.name.text(), address=address)
        super().accept()

    def _name_words(self) -> None:
        if self._host is None:
            title, primary = self.tr("Add a host"), self.tr("Add host")
        else:
            title = self.tr("Edit {name}").format(name=self._host.label)
            primary = self.tr("Save")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.set_primary(primary)

    def _fill(self) -> None:
        if self._host is None:
            return
        self.address.setText(self._host.address.short)
        self.name.setText(self._host.name)
        self.address.setReadOnly(self._host.is_demo)
        remove = Button(self._theme, self.tr("Remove host"), "quiet", "trash-2")
        remove.setObjectName("removeHost")
        remove.clicked.connect(self._remove)
        self.set_quiet(remove)

    def _on_typed(self) -> None:
        """Show what is understood so far; what is wrong can wait until the field is left."""
        address = self._read()
        self.address.set_wrong(False)
        self._address_field.set_hint(address.url if address else " ")

    def _say_what_is_wrong(self) -> None:
        text = self.address.text()
        problem = ""
        try:
            taken = self._taken_by(parse_address(text))
        except BadAddress as bad:
            problem = address_problem(bad)
        else:
            if taken is not None:
                said = self.tr("{name} has this address already. Edit that one, or type another.")
                problem = said.format(name=taken.label)
        self.address.set_wrong(bool(problem))
        self._address_field.set_error(problem)

    def _read(self) -> HostAddress | None:
        try:
            return parse_address(self.address.text())
        except BadAddress:
            return None

    def _taken_by(self, address: HostAddress) -> Host | None:
        own = self._host.id if self._host else None
        hosts = (host for host in self._registry.hosts if host.id != own)
        return next((host for host in hosts if host.address == address), None)

    def _remove(self) -> None:
        if self._host is not None:
            self.done(QDialog.DialogCode.Rejected)
            self.remove_wanted.emit(self._host.id)
