"""The hosts that a model is made on, as chips to switch on and off."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.words import host_reason
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.chip_row import ChipRow
from desktop.ui.widgets.tips import plain_tip

_KEPT = 300


class HostChips(QWidget):
    """A host that is down keeps what was chosen, and does not count until it is up again."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[HostId, Chip] = {}
        self._labels: dict[HostId, str] = {}
        self._wanted: set[HostId] = set()
        self._row: ChipRow | None = None
        self._place = QHBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> tuple[HostId, ...]:
        """The hosts that are on and up, in the order of the list."""
        return tuple(key for key, chip in self._chips.items() if self._counts(key, chip))

    @property
    def possible(self) -> int:
        """How many hosts are up."""
        return sum(chip.isEnabled() for chip in self._chips.values())

    def label(self, host_id: HostId) -> str:
        return self._labels.get(host_id, "")

    def chip(self, host_id: HostId) -> Chip:
        """Return the chip of a host; KeyError if it is not in the list."""
        return self._chips[host_id]

    def choose(self, wanted: Iterable[HostId]) -> None:
        """Switch exactly these on; nothing is told."""
        self._wanted = set(wanted)
        for key, chip in self._chips.items():
            _set_quietly(chip, is_on=key in self._wanted and chip.isEnabled())

    def show_hosts(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Show every host; those that cannot be asked are greyed, and say why."""
        labels = {snapshot.id: visible(snapshot.host.label) for snapshot in snapshots}
        if list(labels.items()) != list(self._labels.items()):
            self._labels = labels
            self._rebuild()
        for snapshot in snapshots:
            self._show(snapshot)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let a long sentence beside it be cut before the hosts go into a menu."""
        return self.sizeHint().boundedTo(QSize(self._theme.px(_KEPT), self._theme.px(26)))

    def _rebuild(self) -> None:
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._chips = {
            host_id: Chip(self._theme, label.replace("&", "&&"), "server")
            for host_id, label in self._labels.items()
        }
        for host_id, chip in self._chips.items():
            chip.toggled.connect(partial(self._on_toggled, host_id))
        self._row = ChipRow(self._theme, tuple(self._chips.values()))
        self._row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._place.addWidget(self._row)

    def _show(self, snapshot: HostSnapshot) -> None:
        chip = self._chips[snapshot.id]
        label = self._labels[snapshot.id]
        chip.setAccessibleName(label)
        chip.setEnabled(snapshot.is_up)
        reason = "" if snapshot.is_up else host_reason(snapshot) or self.tr("is being asked")
        why = self.tr("{host}: {reason}").format(host=label, reason=reason) if reason else ""
        chip.setToolTip(plain_tip(why))
        chip.setAccessibleDescription(reason)
        _set_quietly(chip, is_on=snapshot.id in self._wanted and snapshot.is_up)

    def _counts(self, key: HostId, chip: Chip) -> bool:
        return key in self._wanted and chip.isEnabled()

    def _on_toggled(self, host_id: HostId, is_on: bool) -> None:
        (self._wanted.add if is_on else self._wanted.discard)(host_id)
        self.changed.emit()


def _set_quietly(chip: Chip, *, is_on: bool) -> None:
    was_blocked = chip.blockSignals(True)
    chip.setChecked(is_on)
    chip.blockSignals(was_blocked)
    chip.update()
