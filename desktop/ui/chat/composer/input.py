"""Where a message is typed: as high as its text, up to eight lines."""

import math

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.chat.composer.intake import Intake
from desktop.ui.widgets.wrapping import wrap_mode

MOST_LINES = 8
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ANY_LINE_BREAK = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class MessageInput(QPlainTextEdit):
    """Enter sends and Shift+Enter breaks the line; files are handed to the intake."""

    send_wanted = Signal()
    recalled = Signal()
    """Up was pressed where nothing is typed."""
    escaped = Signal()

    def __init__(
        self, theme: Theme, intake: Intake, frame: QFrame, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._intake = intake
        self._frame = frame
        self._is_composing = False
        self._settle = QTimer(self, singleShot=True, interval=0)
        self.setObjectName("messageInput")
        self.setAccessibleName(self.tr("Message"))
        self.setPlaceholderText(self.tr("Ask something, or drop a file"))
        self.setProperty("ring", False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_text(self, text: str) -> None:
        """Put a text there as if nothing had been typed before: it cannot be undone."""
        self.setWordWrapMode(wrap_mode(text))
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def insert_text(self, text: str) -> None:
        """Put a text where the cursor is; however long it is, the window goes on."""
        if wrap_mode(text) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.insertPlainText(text)
        self.ensureCursorVisible()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and not e.modifiers() & _ANY_LINE_BREAK:
            if not self._is_composing and not self._settle.isActive():
                self.send_wanted.emit()
        elif e.key() in _ENTER:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif e.key() == Qt.Key.Key_Up and not self.toPlainText() and not self._is_composing:
            self.recalled.emit()
        elif e.key() == Qt.Key.Key_Escape and not self._is_composing:
            self.escaped.emit()
        else:
            super().keyPressEvent(e)

    @override
    def inputMethodEvent(self, arg__1: QInputMethodEvent) -> None:
        """Keep in mind that something is being composed.

        Some input methods let the Enter through that ends a composition. It
        comes in the same turn of the loop, and is not meant for us.
        """
        was_composing = self._is_composing
        self._is_composing = bool(arg__1.preeditString())
        if was_composing and not self._is_composing:
            self._settle.start()
        super().inputMethodEvent(arg__1)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._intake.accepts(source) or source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._intake.accepts(source):
            self._intake.take(source)
        elif source.hasText():
            self.insert_text(source.text())

    @override
    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        """Leave files to whoever is below: they can be dropped anywhere on the page."""
        if self._intake.accepts(e.mimeData()):
            e.ignore()
        else:
            super().dragEnterEvent(e)

    @override
    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        if self._intake.accepts(e.mimeData()):
            e.ignore()
        else:
            super().dragMoveEvent(e)

    @override
    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        set_property(self._frame, "active", True)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        set_property(self._frame, "active", False)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _refresh(self) -> None:
        self.setFont(self._theme.font())
        self.viewport().setFont(self._theme.font())  # The hint is drawn in this one.
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text: of few lines each is measured, for fonts differ in height."""
        document, line = self.document(), self.fontMetrics().lineSpacing()
        is_low = document.size().height() <= MOST_LINES
        high = float(MOST_LINES * line)
        if is_low:
            block, high = document.begin(), 0.0
            while block.isValid():
                high += max(float(line), self.blockBoundingRect(block).height())
                block = block.next()
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if is_low else bar.ScrollBarAsNeeded)
        self.setFixedHeight(math.ceil(high + 2 * document.documentMargin()))
