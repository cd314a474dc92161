"""Commands for each system behind a tab, to read and to copy."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.tabs import TabBar

_LEAST_LINES, _MOST_LINES = 4, 12
_HERE = {"linux": 0, "darwin": 1, "win32": 2}


@dataclass(frozen=True, slots=True)
class SystemText:
    """What is done on one kind of system; `line` says where the text is put."""

    system: str
    text: str
    line: str = ""


class CodeTabs(QWidget):
    """Begins at this computer's own system, if the texts are in the order Linux, macOS, Windows."""

    def __init__(
        self, theme: Theme, texts: Sequence[SystemText], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = tuple(texts)
        self.tabs = TabBar(theme, [text.system for text in texts], most=len(texts))
        self._line = Label(theme, "", "small", "muted", wraps=True)
        self.code = QPlainTextEdit()
        self.code.setObjectName("codeTabs")
        self.code.setAccessibleName(self.tr("Commands"))
        self.code.setReadOnly(True)
        self.code.setTabChangesFocus(True)
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setProperty("box", "code")
        self.code.setFont(theme.font("mono"))
        self.copy = Button(theme, self.tr("Copy"), "secondary", "copy")
        self.copy.clicked.connect(self._copy)
        self._fit(theme)
        self._build(theme)
        self.tabs.chosen.connect(self._show)
        first = min(_HERE.get(sys.platform, 0), len(self._texts) - 1)
        self.tabs.choose(first)
        self._show(first)

    @property
    def text(self) -> str:
        """What is shown now."""
        return self._texts[self.tabs.current].text

    def _show(self, place: int) -> None:
        self._line.setText(self._texts[place].line)
        self._line.setVisible(bool(self._texts[place].line))
        self.code.setPlainText(self._texts[place].text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

    def _fit(self, theme: Theme) -> None:
        longest = max(len(text.text.splitlines()) for text in self._texts)
        lines = min(max(longest + 1, _LEAST_LINES), _MOST_LINES)
        self.code.setFixedHeight(lines * theme.metrics("mono").lineSpacing() + theme.px(24))

    def _build(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self._line)
        column.addWidget(self.code)
