"""Looks for hosts on the person's own network: says where, asks first, adds what is ticked."""

from collections.abc import Callable
from ipaddress import IPv4Network

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.address import DEFAULT_PORT
from desktop.domain.host import HostId
from desktop.hosts.discovery import MOST_NETWORKS, Discovery, Found
from desktop.hosts.registry import HostRegistry
from desktop.hosts.twins import HostExists
from desktop.ui import units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.found_words import address_count, found_words, search_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.tick_list import TickList

_LAST_PORT = 65535
_PORT = 110


class DiscoveryDialog(Dialog):
    """Nothing is asked before "Look for hosts" was pressed. Closing it ends the search.

    `networks` names the private networks of this computer; it may take a moment.
    """

    def __init__(
        self,
        theme: Theme,
        discovery: Discovery,
        registry: HostRegistry,
        networks: Callable[[], tuple[IPv4Network, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", width=560, parent=parent)
        self.setObjectName("discoveryDialog")
        self._discovery = discovery
        self._registry = registry
        self._has_begun = False
        self.added: tuple[HostId, ...] = ()
        self.networks = [(network, QCheckBox(str(network))) for network in networks()]
        self.port = TextField(theme, str(DEFAULT_PORT))
        self._port_field = FormField(theme, self.tr("Port"), self.port)
        self._bar = Bar(theme)
        self._progress = Label(theme, "", "small", "muted")
        self._found: list[Found] = []
        self.ticks = TickList(theme)
        self.stop = Button(theme, self.tr("Stop"), "quiet")
        self._asking, self._finding = QWidget(), QWidget()
        self._say_title()
        self.ticks.setAccessibleName(self.title.text())
        self._build_asking()
        self._build_finding()
        self._frame = Frame[None](self, lambda _: self._refresh())
        self.destroyed.connect(discovery.changed.subscribe(lambda _: self._frame.add(None)))
        self.port.textChanged.connect(self._count)
        self.stop.clicked.connect(discovery.cancel)
        self._count()

    @override
    def accept(self) -> None:
        if self._has_begun:
            self._add_ticked()
            super().accept()
        elif self.primary.isEnabled() and (port := self._port()) is not None:
            self._begin(port)

    @override
    def done(self, arg__1: int) -> None:
        if self._has_begun:
            self._discovery.cancel()
        super().done(arg__1)

    def _begin(self, port: int) -> None:
        self._has_begun = True
        self._asking.hide()
        self._finding.show()
        self.stop.show()
        self._discovery.start(self._chosen(), port)
        self._refresh()

    def _chosen(self) -> tuple[IPv4Network, ...]:
        return tuple(network for network, box in self.networks if box.isChecked())

    def _port(self) -> int | None:
        text = self.port.text().strip()
        if text.isascii() and text.isdigit() and len(text) < 6 and 0 < int(text) <= _LAST_PORT:
            return int(text)
        return None

    def _count(self) -> None:
        """Say how many addresses would be asked, or what is missing."""
        chosen, port = self._chosen(), self._port()
        self.port.set_wrong(port is None)
        wrong = self.tr("Use a number from 1 to 65535; Ollama's own is 11434.")
        self._port_field.set_error("" if port else wrong)
        why = ""
        if not self.networks:
            why = self.tr("This computer is on no private network.")
        elif not chosen:
            why = self.tr("Choose a network first.")
        elif len(chosen) > MOST_NETWORKS:
            why = self.tr("Choose at most %n networks at once.", "", MOST_NETWORKS)
        can_begin = bool(port) and not why
        self.set_primary(self.tr("Look for hosts"), enabled=can_begin, why=why)
        if can_begin:
            count = address_count(chosen)
            self.fact.setText(self.tr("%n addresses are asked.", "", count))

    def _refresh(self) -> None:
        if not self._has_begun:
            return
        snapshot = self._discovery.snapshot
        fraction = snapshot.asked / snapshot.total if snapshot.total else 0.0
        self._bar.show_fraction(fraction if snapshot.is_running else 1.0)
        self._progress.setText(search_words(snapshot))
        self.stop.setVisible(snapshot.is_running)
        for one in snapshot.found:
            if one.known is None and one not in self._found:
                self._found.append(one)
                self.ticks.add(one.address.short, found_words(one))
        self.ticks.setVisible(bool(self._found))
        self._nothing.setVisible(not self._found and not snapshot.is_running)
        self._name_primary()

    def _name_primary(self) -> None:
        count = self.ticks.count
        text = self.tr("Add 1 host") if count == 1 else self.tr("Add %n hosts", "", count)
        self.set_primary(text, enabled=count > 0)

    def _add_ticked(self) -> None:
        added: list[HostId] = []
        for found, box in zip(self._found, self.ticks.boxes, strict=True):
            if box.isChecked():
                try:
                    added.append(self._registry.add(found.address))
                except HostExists as taken:
                    added.append(taken.host.id)
        self.added = tuple(added)

    def _say_title(self) -> None:
        title = self.tr("Find hosts on my network")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(
            self.tr(
                "Each address below is asked once for its version of Ollama. "
                "No sign-in is sent, and nothing outside your own network is asked."
            )
        )
        self.line.show()

    def _build_asking(self) -> None:
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(Label(self._theme, self.tr("Networks"), "small_medium"))
        for network, box in self.networks:
            count = units.number(address_count([network]))
            text = self.tr("{network}, {number} addresses").format(network=network, number=count)
            box.setText(text)
            box.setChecked(True)
            box.toggled.connect(self._count)
            column.addWidget(box)
        column.addSpacing(self._theme.px(6))
        column.addWidget(self._port_field)
        self._port_field.setMaximumWidth(self._theme.px(_PORT))
        self.body.addWidget(self._asking)

    def _build_finding(self) -> None:
        words = self.tr("No new host answered. Is Ollama set to listen on the network there?")
        self._nothing = Label(self._theme, words, "body", "muted", wraps=True)
        self.ticks.changed.connect(self._name_primary)
        column = QVBoxLayout(self._finding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        for part in (self._bar, self._progress, self.ticks, self._nothing):
            column.addWidget(part)
        column.addStretch(1)
        self._finding.hide()
        self.body.addWidget(self._finding)
        self.set_quiet(self.stop)
        self.stop.hide()
