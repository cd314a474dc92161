"""Models one below the other, each with words behind its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.ui import units
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import ElidedLabel, Label

_MOST = 100
_HIGH = 8


class NamedLines(QScrollArea):
    """As high as its lines, up to eight; the rest is scrolled to, and of many more is counted."""

    def __init__(
        self, theme: Theme, count: int, font: TypeRole = "small", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        shown = min(count, _MOST)
        self.names = [ElidedLabel(theme, "", "medium") for _ in range(shown)]
        self.words = [Label(theme, "", font, "muted") for _ in range(shown)]
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(0, 1)
        for place, (name, words) in enumerate(zip(self.names, self.words, strict=True)):
            grid.addWidget(name, place, 0)
            grid.addWidget(words, place, 1, Qt.AlignmentFlag.AlignRight)
        if count > shown:
            text = self.tr("and {number} more").format(number=units.number(count - shown))
            grid.addWidget(Label(theme, text, "body", "muted"), shown, 0)
        self.setWidgetResizable(True)
        self.setWidget(lines)
        high = theme.metrics("body").height() + theme.px(5)
        self.setFixedHeight(high * min(_HIGH, shown) + theme.px(4))
        if count <= _HIGH:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # There is nothing to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
