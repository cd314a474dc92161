"""The line above the table: filter field, chips, column chooser, and the page's main action."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.models import cells
from desktop.ui.models.view import Chip
from desktop.ui.widgets import buttons
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.chip_row import ChipRow
from desktop.ui.widgets.fields import SearchField

_ICONS = {
    Chip.VISION: "eye",
    Chip.TOOLS: "wrench",
    Chip.THINKING: "brain",
    Chip.EMBEDDING: "waypoints",
    Chip.LOADED: "circle-dot",
}


class Toolbar(QWidget):
    """Says what a person filters by; the page decides what that means."""

    changed = Signal()
    """Another text or other chips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(theme, self.tr("Filter models"))
        self.search.setObjectName("filterModels")
        self._chips: dict[Chip, buttons.Chip] = {
            chip: buttons.Chip(theme, cells.chip(chip), icon) for chip, icon in _ICONS.items()
        }
        self.chip_row = ChipRow(theme, list(self._chips.values()))
        self.columns = IconButton(theme, "columns-3", self.tr("Choose columns"))
        self.columns.setObjectName("chooseColumns")
        self.inspect = IconButton(theme, "panel-right-open", self.tr("Open the inspector"))
        self.inspect.setObjectName("openInspector")
        self.pull = Button(theme, self.tr("Pull model"), "primary", "arrow-down-to-line")
        self.pull.setObjectName("pullModel")
        self.pull.setToolTip(
            buttons.with_shortcut(
                self.tr("Pull a model"), QKeySequence(QKeySequence.StandardKey.New)
            )
        )
        self._build(theme)
        self.search.textChanged.connect(self.changed)
        self.chip_row.toggled.connect(self.changed)

    @property
    def text(self) -> str:
        return self.search.text()

    @property
    def chips(self) -> frozenset[Chip]:
        """The chips that are on."""
        return frozenset(chip for chip, button in self._chips.items() if button.isChecked())

    @property
    def buttons(self) -> tuple[buttons.Chip, ...]:
        """The chips themselves, from left to right."""
        return tuple(self._chips.values())

    def set_chips(self, chips: frozenset[Chip]) -> None:
        """Switch these on, and the others off."""
        for chip, button in self._chips.items():
            button.setChecked(chip in chips)

    def clear(self) -> None:
        """Filter by nothing."""
        self.search.clear()
        self.set_chips(frozenset())

    def _build(self, theme: Theme) -> None:
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(12), px(10))
        row.setSpacing(px(10))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search)
        row.addWidget(self.chip_row, 1)
        row.addWidget(self.columns)
        row.addWidget(self.inspect)
        row.addWidget(self.pull)
