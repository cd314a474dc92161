"""What was dropped and is no Modelfile: models and adapters, to look at and to begin from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.workshop.gguf_view import GgufView
from desktop.workshop.looking import SourceFile


class FilePane(QWidget):
    """One file at a time; of several one is chosen above."""

    base_wanted = Signal(object)
    """The SourceFile to begin a draft from."""
    adapter_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filePane")
        self._theme = theme
        self._files: tuple[SourceFile, ...] = ()
        self.count = Label(theme, "", "body", "muted")
        self.choice = Choice(theme)
        self.choice.setAccessibleName(self.tr("Files"))
        self.back = Button(theme, self.tr("Back to the drafts"), "quiet", "chevron-left")
        self.view = GgufView(theme)
        self.setFocusProxy(self.view)
        self._build()
        self.choice.currentIndexChanged.connect(self._show)
        self.back.clicked.connect(self.closed)
        self.view.base_wanted.connect(self.base_wanted)
        self.view.adapter_wanted.connect(self.adapter_wanted)

    def show_files(self, files: tuple[SourceFile, ...]) -> None:
        """Show the first of these, and let the others be chosen."""
        self._files = files
        was_blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for file in files:
            self.choice.addItem(visible(file.file.path.name))
        self.choice.blockSignals(was_blocked)
        self.choice.setVisible(len(files) > 1)
        self.count.setText(self.tr("%n files", "", len(files)) if len(files) > 1 else "")
        self._show(0)

    def _show(self, place: int) -> None:
        if 0 <= place < len(self._files):
            self.view.show_file(self._files[place])

    def _build(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(12), px(10), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
        column.addWidget(self.view, 1)
