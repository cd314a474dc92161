"""The line below the table: how much there is, and how much is selected."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.words import clock_words
from desktop.ui.models.view import ModelRow, totals
from desktop.ui.widgets.labels import ElidedLabel, Label


class Footer(QWidget):
    """Counts, bytes on disk with shared digests once, and what a list had to leave out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = ElidedLabel(theme, "", "small", "muted")
        self.counts.setObjectName("modelCounts")
        self.selection = Label(theme, "", "small", "muted")
        self.selection.setObjectName("modelSelection")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(8), theme.px(16), theme.px(8))
        row.addWidget(self.counts, 1)
        row.addWidget(self.selection)

    def show_rows(
        self, shown: Sequence[ModelRow], all_count: int, snapshots: Sequence[HostSnapshot]
    ) -> None:
        """Count the rows that are shown, of so many, and what these hosts left out."""
        found = totals(shown)
        parts = [self._models(found.models, found.hosts)]
        if found.models < all_count:
            text = self.tr("{number} hidden by the filter")
            parts.append(text.format(number=units.number(all_count - found.models)))
        if found.models:
            parts.append(self.tr("{size} on disk").format(size=units.size(found.disk)))
        parts += self._troubles(snapshots)
        self.counts.setText("  ·  ".join(parts))

    def show_selection(self, rows: Sequence[ModelRow]) -> None:
        """Say how many are selected, and how large they are together."""
        if not rows:
            self.selection.setText("")
            return
        found = totals(rows)
        text = self.tr("{number} selected, {size}") if found.disk else self.tr("{number} selected")
        number = units.number(found.models)
        self.selection.setText(text.format(number=number, size=units.size(found.disk)))

    def _models(self, models: int, hosts: int) -> str:
        if models == 0:
            return self.tr("No models")
        if hosts == 1:
            one = self.tr("1 model on 1 host")
            many = self.tr("{number} models on 1 host")
            return one if models == 1 else many.format(number=units.number(models))
        text = self.tr("{number} models on {hosts} hosts")
        return text.format(number=units.number(models), hosts=units.number(hosts))

    def _troubles(self, snapshots: Sequence[HostSnapshot]) -> list[str]:
        damaged = sum(len(snapshot.damaged) for snapshot in snapshots)
        left_out = sum(snapshot.left_out for snapshot in snapshots)
        parts: list[str] = []
        if damaged:
            text = self.tr("{number} cannot be read")
            parts.append(text.format(number=units.number(damaged)))
        if left_out:
            text = self.tr("{number} more on the host are not listed here")
            parts.append(text.format(number=units.number(left_out)))
        return [*parts, *(text for snapshot in snapshots if (text := clock_words(snapshot)))]
