"""Marks what a model reads as one token of its own in a rendered prompt, such as <|im_end|>."""

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_SPECIAL = re.compile(
    r"<\|[^|<>\n]{1,60}\|?>|<｜[^<>\n]{1,60}｜>|</?(?:s|bos|eos|think|tool_call|tool_response"
    r"|start_of_turn|end_of_turn|unused\d+)>|\[/?(?:INST|SYS|TOOL_CALLS|AVAILABLE_TOOLS"
    r"|TOOL_RESULTS)\]|<</?SYS>>"
)


class TokenColours(QSyntaxHighlighter):
    """Colours special tokens; words and marks are told apart by weight too."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        form = QTextCharFormat()
        form.setForeground(self._theme.color("link"))
        form.setBackground(self._theme.color("accent_soft"))
        for found in _SPECIAL.finditer(text):
            self.setFormat(found.start(), len(found.group()), form)
