"""Who tells a host's memory: only Ollama, exporters, glances, or a command by ssh."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.host import Host
from desktop.domain.memory_source import MemorySource, Telling
from desktop.domain.tellers import Place, Teller
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.sources_dialog_place import PlaceRow
from desktop.ui.memory.sources_dialog_ssh import SshForm
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.radio_lines import RadioLines

WAYS = (Telling.NOTHING, Telling.EXPORTERS, Telling.GLANCES, Telling.SSH)
_EXPORTERS = (Teller.NODE, Teller.DCGM, Teller.NVIDIA_GPU)


class TellingForm(QWidget):
    """Shows below each way what that needs to know."""

    changed = Signal()

    def __init__(self, theme: Theme, *, has_ssh: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = MemorySource()
        self.ways = RadioLines(theme, self._names())
        self.exporters = tuple(PlaceRow(theme, teller) for teller in _EXPORTERS)
        self.glances = PlaceRow(theme, Teller.GLANCES, has_switch=False)
        self.ssh = SshForm(theme, has_ssh=has_ssh)
        self.none_chosen = Label(theme, "", "small", "danger", wraps=True)
        self._build()
        self.ways.chosen.connect(self.changed)
        for row in (*self.exporters, self.glances):
            row.changed.connect(self._on_place)
        self.ssh.changed.connect(self.changed)

    @property
    def telling(self) -> Telling:
        return WAYS[self.ways.current]

    @property
    def source(self) -> MemorySource:
        """What is chosen, without what a person entered of the memory itself."""
        return MemorySource(self.telling, self._places(), self.ssh.destination_there)

    def fill(self, host: Host) -> None:
        """Show what was chosen for a host before."""
        self._before = host.memory
        address = host.address.host
        for row in (*self.exporters, self.glances):
            row.fill(address, host.memory.places)
        self.ssh.fill(host.memory.ssh, host.connection.tunnel.destination or address)
        self.ways.choose(WAYS.index(host.memory.telling))

    def find_problem(self) -> QWidget | None:
        """Say what is wrong with the way that is chosen, and return the field."""
        self.none_chosen.hide()
        match self.telling:
            case Telling.EXPORTERS if not self._places():
                self.none_chosen.setText(self.tr("Switch at least one of them on."))
                self.none_chosen.show()
                return self.exporters[0].switch
            case Telling.EXPORTERS:
                return _first(self.exporters)
            case Telling.GLANCES:
                return _first((self.glances,))
            case Telling.SSH:
                return self.ssh.find_problem()
            case Telling.NOTHING:
                return None

    def _places(self) -> tuple[Place, ...]:
        """Those of the way that is chosen; else what was there before is kept for another day."""
        match self.telling:
            case Telling.EXPORTERS:
                rows: Sequence[PlaceRow] = self.exporters
            case Telling.GLANCES:
                rows = (self.glances,)
            case _:
                return self._before.places
        return tuple(row.place for row in rows if row.place is not None)

    def _on_place(self) -> None:
        self.none_chosen.hide()
        self.changed.emit()

    def _names(self) -> Sequence[tuple[str, str]]:
        return (
            (
                self.tr("Only Ollama"),
                self.tr("It tells what is loaded, and nothing of how much memory there is."),
            ),
            (
                self.tr("Prometheus exporters"),
                self.tr("Programs over there; they are asked without a sign-in."),
            ),
            (
                self.tr("glances"),
                self.tr("Its web server. Of a GPU it tells how full its memory is, not its size."),
            ),
            (self.tr("ssh"), self.tr("Your own ssh asks for NVIDIA's cards, and nothing else.")),
        )

    def _build(self) -> None:
        px = self._theme.px
        exporters = QWidget()
        column = QVBoxLayout(exporters)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for row in self.exporters:
            column.addWidget(row)
        column.addWidget(self.none_chosen)
        self.none_chosen.hide()
        self.ways.put_below(WAYS.index(Telling.EXPORTERS), exporters)
        self.ways.put_below(WAYS.index(Telling.GLANCES), self._framed(self.glances))
        self.ways.put_below(WAYS.index(Telling.SSH), self._framed(self.ssh))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addWidget(Label(self._theme, self.tr("Who tells it"), "strong"))
        whole.addWidget(self.ways)

    def _framed(self, inner: QWidget) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        return frame


def _first(rows: Sequence[PlaceRow]) -> QWidget | None:
    return next((found for row in rows if (found := row.find_problem()) is not None), None)
