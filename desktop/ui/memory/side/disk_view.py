"""How full the disk is that holds the models, and what part of that they are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.readings import DiskReading
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.marks import OTHER, Ink
from desktop.ui.widgets.readout import Readout
from desktop.ui.widgets.split_bar import Part, SplitBar
from desktop.ui.widgets.tips import plain_tip

SCARCE = 0.20
"""Below this share of the disk the person is warned."""
_MODELS: Ink = 0


class DiskView(QWidget):
    """A line with its figures, a bar, and a warning below where little is free."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Readout(theme, "")
        self.bar = SplitBar(theme)
        self.warning = Label(theme, "", "small", "warning", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self.head, self.bar, self.warning):
            column.addWidget(part)

    def show_disk(self, name: str, disk: DiskReading, models: int | None) -> None:
        """Show a disk; `models` are the bytes of the models on it, None if that is not known."""
        total, free = disk.total or 0, min(disk.free or 0, disk.total or 0)
        used = total - free
        ours = min(models or 0, used)
        text = self.tr("{models} of models, {free} free") if models else self.tr("{free} free")
        words = text.format(models=units.size(ours), free=units.size(free))
        self.head.name = name
        self.head.say("", words)
        self.head.update()
        self.bar.show_parts([Part(ours, _MODELS), Part(used - ours, OTHER)], total)
        self._warn(free / total if total else 1.0)
        self.setToolTip(plain_tip(visible(disk.folder)))
        self.setAccessibleName(joining.labelled(name, words))
        self.setAccessibleDescription(self.warning.text())

    def _warn(self, share: float) -> None:
        text = self.tr("Only {share} of this disk is free. Tidy up shows what can be deleted.")
        is_scarce = share < SCARCE
        self.warning.setText(text.format(share=units.percent(share)) if is_scarce else "")
        self.warning.setVisible(is_scarce)
