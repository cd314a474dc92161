"""The TLS tab: whose certificates are believed. There is no switch to believe any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.connection import Trust
from desktop.domain.host import Host
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.ca_file import CaFile
from desktop.ui.connection.pin import Pin
from desktop.ui.connection.services import DialogServices
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.radio_lines import RadioLines

SYSTEM, CA_FILE, PIN = range(3)


class TlsTab(QWidget):
    """Takes the trust of one host."""

    changed = Signal()

    def __init__(
        self, theme: Theme, services: DialogServices, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_used = False
        self.plain = Banner(theme, "info", "", icon="info")
        self.ways = RadioLines(theme, self._ways())
        self.ca_file = CaFile(theme, services.check_ca_file)
        self.pin = Pin(theme, services.fetch_certificate)
        self.ways.put_below(CA_FILE, self.ca_file)
        self.ways.put_below(PIN, self.pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.ways)
        column.addWidget(self.plain)
        column.addStretch(1)
        self.ways.chosen.connect(self.changed)
        self.ca_file.changed.connect(self.changed)
        self.pin.changed.connect(self.changed)
        self.show_scheme("http")

    @property
    def trust(self) -> Trust:
        match self.ways.current:
            case 1:
                return Trust(ca_file=self.ca_file.text)
            case 2:
                return Trust(pin=self.pin.fingerprint)
            case _:
                return Trust()

    @property
    def is_edited(self) -> bool:
        return self.ways.current != SYSTEM

    def fill(self, trust: Trust) -> None:
        self.ca_file.path.setText(trust.ca_file)
        self.pin.show_pin(trust.pin)
        self.ways.choose(PIN if trust.pin else CA_FILE if trust.ca_file else SYSTEM)

    def fetch(self, host: Host) -> None:
        """Ask for the host's certificate, to have it confirmed and pinned."""
        self.ways.choose(PIN)
        self.pin.fetch(host)

    def show_scheme(self, scheme: str) -> None:
        """Say for an http address that nothing chosen here takes effect."""
        self.plain.say(
            "info",
            self.tr("Nothing is encrypted on the way to an http:// address."),
            self.tr("With https:// in front of it, what is chosen here takes effect."),
        )
        self._is_used = scheme != "http"
        self.plain.setVisible(not self._is_used)
        self.pin.set_can_fetch(scheme == "https")

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the first part of it; None where nothing is."""
        if not self._is_used:
            return None
        if self.ways.current == CA_FILE:
            return self.ca_file.find_problem()
        return self.pin.find_problem() if self.ways.current == PIN else None

    def _ways(self) -> list[tuple[str, str]]:
        return [
            (self.tr("System"), self.tr("The certificates that this computer believes")),
            (
                self.tr("System and a CA file"),
                self.tr("For an authority of your own or of a company"),
            ),
            (
                self.tr("One certificate"),
                self.tr("Only the very one that you have looked at and confirmed"),
            ),
        ]
