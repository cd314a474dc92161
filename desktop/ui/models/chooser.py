"""What the host list becomes in a narrow window: a choice, and a summary of the states."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.hosts.words import dot_of
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot


class HostChooser(QWidget):
    """Chooses one host or all; at the right how many are up, slow, down or being asked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(theme)
        self.choice.setObjectName("hostChooser")
        self.choice.setAccessibleName(self.tr("Hosts"))
        self.choice.setMinimumWidth(theme.px(190))
        self._states = {
            dot: (StateDot(theme, dot), Label(theme, "", "small", "muted")) for dot in Dot
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(9), theme.px(12), theme.px(9))
        row.setSpacing(theme.px(6))
        row.addWidget(self.choice)
        row.addStretch(1)
        for dot, words in self._states.values():
            row.addWidget(dot)
            row.addWidget(words)
        self._row = row
        self.choice.activated.connect(self._on_activated)

    def add(self, button: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button)

    def show_hosts(self, snapshots: Sequence[HostSnapshot], chosen: HostId) -> None:
        """Offer these hosts, with how many models each lists."""
        count = sum(snapshot.entry_count for snapshot in snapshots)
        entries = [(ALL_HOSTS, self._entry(self.tr("All hosts"), count))]
        entries += [
            (snapshot.id, self._entry(visible(snapshot.host.label), snapshot.entry_count))
            for snapshot in snapshots
        ]
        if entries != [(self.choice.itemData(n), self.choice.itemText(n)) for n in self._places()]:
            self.choice.clear()
            for host_id, text in entries:
                self.choice.addItem(text, host_id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self._summarize(snapshots)

    def _places(self) -> range:
        return range(self.choice.count())

    def _entry(self, name: str, count: int) -> str:
        if count == 1:
            return self.tr("{host}, 1 model").format(host=name)
        text = self.tr("{host}, {number} models")
        return text.format(host=name, number=units.number(count))

    def _summarize(self, snapshots: Sequence[HostSnapshot]) -> None:
        dots = [dot_of(snapshot) for snapshot in snapshots]
        texts = {
            Dot.UP: self.tr("{number} up"),
            Dot.SLOW: self.tr("{number} slow"),
            Dot.DOWN: self.tr("{number} down"),
            Dot.CHECKING: self.tr("{number} asked"),
        }
        for dot, (picture, words) in self._states.items():
            count = dots.count(dot)
            words.setText(texts[dot].format(number=units.number(count)))
            picture.setVisible(count > 0)
            words.setVisible(count > 0)

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(str(self.choice.itemData(place)))
