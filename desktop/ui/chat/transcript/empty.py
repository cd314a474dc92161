"""What a conversation says before anything was said in it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.pictures import Icon


class NothingSaid(QWidget):
    """Tells what can be done here, four lines of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        column.addStretch(2)
        empty = EmptyState(theme, "message-circle", self.tr("Ask anything"))
        column.addWidget(empty)
        column.addLayout(self._lines())
        column.addStretch(3)

    def _lines(self) -> QGridLayout:
        lines = (
            ("sparkle", self.tr("Choose the model below; another one can take over at any time.")),
            ("image", self.tr("Drop or paste an image where the model has vision.")),
            ("file-text", self.tr("Drop a text file, and it goes along as quoted context.")),
            ("settings-2", self.tr("System prompt, temperature and the rest are at the right.")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(self._theme.px(8))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        labels: list[_Line] = []
        for number, (icon, text) in enumerate(lines):
            grid.addWidget(Icon(self._theme, icon, 16), number, 1)
            label = _Line(self._theme, text, "body", "muted", wraps=True)
            grid.addWidget(label, number, 2)
            labels.append(label)
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(min(self._theme.px(400), 400, widest))
        return grid


class _Line(Label):
    """Wants one line where there is room; a label that wraps is content with half of it."""

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(wide, self.heightForWidth(wide))
