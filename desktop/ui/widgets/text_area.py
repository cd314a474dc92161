"""A field of several lines that grows with what is typed into it."""

from math import ceil

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.widgets.text_height import line_height, text_height
from desktop.ui.widgets.wrapping import wrap_mode


class TextArea(QPlainTextEdit):
    """Plain text in `least` to `most` lines; further ones scroll. Tab leaves it.

    `edited` is emitted for what a person does, never for `show_text`.
    """

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        least: int = 3,
        most: int = 12,
        font: TypeRole = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least, self._most = least, most
        self._font: TypeRole = font
        self._is_shown_only = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setProperty("ring", False)
        self.setProperty("box", "field")
        self.textChanged.connect(self._on_text)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Replace the text without telling anybody; the same text keeps the cursor."""
        if text != self.text:
            self._is_shown_only = True
            self.setWordWrapMode(wrap_mode(text))
            self.setPlainText(text)
            self._is_shown_only = False

    def set_wrong(self, is_wrong: bool) -> None:
        set_property(self, "wrong", is_wrong)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if wrap_mode(source.text()) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        super().insertFromMimeData(source)

    def _on_text(self) -> None:
        self._grow()
        if not self._is_shown_only:
            self.edited.emit(self.text)

    def _grow(self) -> None:
        lines = ceil(self.document().size().height())  # This document counts in lines.
        shown = min(self._most, max(self._least, lines))
        inside = shown * line_height(self.font())
        if lines <= self._most:
            inside = max(inside, text_height(self.document()))
        around = 2 * self.document().documentMargin() + self._theme.px(4) + 2
        self.setFixedHeight(ceil(inside + around))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self._most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _refresh(self) -> None:
        self.setFont(self._theme.font(self._font))
        self.viewport().setFont(self._theme.font(self._font))  # The hint is drawn in this one.
        self._grow()
