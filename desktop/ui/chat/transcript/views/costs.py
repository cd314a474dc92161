"""The line below an answer: what it cost, small and muted, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.conversation import Entry
from desktop.ui import joining
from desktop.ui.chat.transcript import words
from desktop.ui.chat.transcript.content import Content, Costs
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.menu import MessageMenu
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label


class CostsView(RowView):
    """Tokens, speed, times and how it ended; then copy, again and more."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._theme, self._wishes = tools.theme, tools.wishes
        self._entry: Entry | None = None
        self._figures = QWidget()
        self._flow = FlowLayout(tools.theme.px(16), self._figures, line_gap=tools.theme.px(2))
        self._labels: list[Label] = []
        self._copy = IconButton(tools.theme, "copy", self.tr("Copy answer"), length=14)
        self._again = IconButton(tools.theme, "refresh-cw", self.tr("Generate again"), length=14)
        self._menu = MessageMenu(tools.theme, tools.wishes, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tools.theme.px(8))
        row.addWidget(self._figures, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._copy, self._again, self._menu.button):
            row.addWidget(button)
        self._copy.clicked.connect(lambda: self._menu.copy(False))
        self._again.clicked.connect(self._regenerate)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Costs):
            self._entry = content.entry
            self._menu.show_entry(content.entry)
            self._show_figures(words.figures(content.entry))

    @override
    def height_for(self, width: int) -> int:
        buttons = 3 * self._copy.width() + 4 * self._theme.px(8)
        return max(self._copy.height(), self._flow.heightForWidth(width - buttons))

    def _show_figures(self, figures: list[str]) -> None:
        while len(self._labels) < len(figures):
            label = Label(self._theme, "", "small", "muted", parent=self._figures)
            self._labels.append(label)
            self._flow.addWidget(label)
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(figures))
            if number < len(figures):
                label.setText(figures[number])
        self._figures.setAccessibleName(joining.phrases(figures))

    def _regenerate(self) -> None:
        if self._entry is not None:
            self._wishes.regenerate.emit(self._entry.id)
