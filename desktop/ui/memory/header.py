"""The line above the memory page: what is loaded in all, what the colours mean, other pages."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.relabel import relabel
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.marks import CPU, GPU, Ink, Mark


class MemoryHeader(QWidget):
    """Title and sum at the left; the legend and the buttons at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("memoryHeader")
        self._theme = theme
        self.title = Label(theme, self.tr("Memory"), "title")
        self.summary = ElidedLabel(theme, "", "small", "muted")
        self.tidy = Button(theme, self.tr("Tidy up"), icon="brush-cleaning")
        self.local_server = Button(theme, self.tr("Local server"), icon="square-terminal")
        self.panel = IconButton(theme, "panel-right-open", self.tr("Show this computer"))
        self.panel.hide()
        self._legend = self._build_legend()
        self._build()

    def say(self, summary: str) -> None:
        """Say what is loaded in all."""
        relabel(self.summary, summary)

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave the legend out: the figures above each bar name what it shows, in its order."""
        self._legend.setVisible(not is_narrow)

    def _build(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(22), px(12), px(16), px(10))
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        row.addWidget(self._legend)
        for button in (self.tidy, self.local_server, self.panel):
            row.addWidget(button)

    def _entry(self, name: str, ink: Ink) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addWidget(Mark(self._theme, ink))
        row.addWidget(Label(self._theme, name, "small"))
        return row

    def _build_legend(self) -> QWidget:
        legend, px = QWidget(), self._theme.px
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, px(6), 0)
        row.setSpacing(px(14))
        row.addLayout(self._entry(self.tr("GPU"), GPU))
        row.addLayout(self._entry(self.tr("CPU"), CPU))
        return legend
