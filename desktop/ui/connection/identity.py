"""Where a host is, what it is called, and its colour."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.address import AddressProblem, BadAddress, HostAddress, parse_address
from desktop.domain.host import Host
from desktop.hosts.registry import HostRegistry
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.words import colour_names
from desktop.ui.hosts.colours import SERIES
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.swatches import Swatch, Swatches
from desktop.ui.wording_names import address_problem

_LONGEST_NAME = 80
"""Characters; names stand in titles and questions."""


class Identity(QWidget):
    """Takes an address in any form that Ollama takes, and shows what it understood of it.

    What is wrong is said as soon as the field has been left or Save was
    tried, not while the first letters are typed.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        host: Host | None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._host = host
        self.address = TextField(theme, hint="192.168.1.20")
        self.name = TextField(theme, hint=self.tr("Its address, if left empty"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.colours = Swatches(theme, self._swatches())
        self._address_field = FormField(theme, self.tr("Address"), self.address, hint=" ")
        self._build(theme)
        if host is not None:
            self._fill(host)
        self.address.textChanged.connect(self._on_typed)
        self.address.editingFinished.connect(self.find_problem)
        self._on_typed()

    @property
    def host_address(self) -> HostAddress | None:
        """What was typed, if it is the address of a host."""
        try:
            return parse_address(self.address.text())
        except BadAddress:
            return None

    def find_problem(self) -> QWidget | None:
        """Say what is wrong with the address and return its field; None where nothing is."""
        problem = ""
        try:
            taken = self._taken_by(parse_address(self.address.text()))
        except BadAddress as bad:
            problem = self._in_words(bad)
        else:
            if taken is not None:
                said = self.tr("{name} has this address already. Edit that one, or type another.")
                problem = said.format(name=taken.label)
        self._address_field.set_error(problem)
        return self.address if problem else None

    def _in_words(self, bad: BadAddress) -> str:
        said = address_problem(bad)
        if bad.problem is not AddressProblem.CREDENTIALS:
            return said
        where = self.tr("The tab Sign-in is for it.")
        return joining.sentences(said, where)

    def _on_typed(self) -> None:
        """Show what is understood so far; what is wrong can wait until the field is left."""
        address = self.host_address
        self._address_field.set_hint(address.url if address else " ")
        self.changed.emit()

    def _taken_by(self, address: HostAddress) -> Host | None:
        own = self._host.id if self._host else None
        hosts = (host for host in self._registry.hosts if host.id != own)
        return next((host for host in hosts if host.address == address), None)

    def _fill(self, host: Host) -> None:
        self.address.setText(host.address.short)
        self.address.setReadOnly(host.is_demo)
        self.name.setText(host.name)
        self.colours.choose(host.colour)

    def _build(self, theme: Theme) -> None:
        colour = QVBoxLayout()
        colour.setSpacing(theme.px(8))
        colour.addWidget(Label(theme, self.tr("Colour"), "small_medium"))
        colour.addWidget(self.colours)
        colour.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(FormField(theme, self.tr("Name"), self.name), 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(colour)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._address_field)
        column.addLayout(row)

    def _swatches(self) -> list[Swatch]:
        series = (None, *SERIES)
        return [Swatch(name, place) for name, place in zip(colour_names(), series, strict=True)]
