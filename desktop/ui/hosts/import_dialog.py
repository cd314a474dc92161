"""What a file of hosts holds: those that are ticked are added."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.connection import SignInKind
from desktop.domain.host import Host, HostId
from desktop.hosts.registry import HostRegistry
from desktop.hosts.twins import HostExists
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.tick_list import TickList


class ImportDialog(Dialog):
    """A tick each. A file holds no secrets, so a sign-in has to be entered afterwards."""

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        hosts: tuple[Host, ...],
        present: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", width=560, parent=parent)
        self.setObjectName("importDialog")
        self._registry = registry
        self._present = present
        self.added: tuple[HostId, ...] = ()
        self._hosts = hosts
        self.ticks = TickList(theme)
        self.ticks.setAccessibleName(self.title.text())
        for host in hosts:
            self.ticks.add(host.label, host.address.url)
        self.body.addWidget(self.ticks)
        self.ticks.changed.connect(self._count)
        self._say_title()
        self._count()

    @override
    def accept(self) -> None:
        ticked = zip(self._hosts, self.ticks.boxes, strict=True)
        self.added = tuple(self._add(host) for host, box in ticked if box.isChecked())
        super().accept()

    def _add(self, host: Host) -> HostId:
        try:
            return self._registry.add(
                host.address, host.name, connection=host.connection, colour=host.colour
            )
        except HostExists as taken:
            return taken.host.id

    def _count(self) -> None:
        count = self.ticks.count
        text = self.tr("Add 1 host") if count == 1 else self.tr("Add %n hosts", "", count)
        self.set_primary(text, enabled=count > 0, why=self._present_words())

    def _present_words(self) -> str:
        if self._present == 1:
            return self.tr("One is in the list already.")
        return self.tr("%n are in the list already.", "", self._present) if self._present else ""

    def _say_title(self) -> None:
        self.setWindowTitle(self.tr("Import hosts"))
        self.title.setText(self.tr("Import hosts"))
        if any(host.connection.sign_in.kind is not SignInKind.NONE for host in self._hosts):
            self.line.setText(
                self.tr("The file holds no passwords and tokens. Enter them in each host's dialog.")
            )
            self.line.show()
