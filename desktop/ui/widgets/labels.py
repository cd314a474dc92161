"""Labels: plain text in a type role and a tone, elided ones, tags."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.widgets.tips import plain_tip

Tone: TypeAlias = Literal["text", "muted", "link", "success", "warning", "danger", "inverse"]
TagKind: TypeAlias = Literal["plain", "info", "success", "warning", "danger", "key"]


class Label(QLabel):
    """Plain text, made safe to look at, in a type role that follows the theme's font."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        font: TypeRole = "body",
        tone: Tone = "text",
        *,
        wraps: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role: TypeRole = font
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        if wraps:
            self.setWordWrap(True)
            self.setMinimumWidth(1)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setProperty("ring", False)
        self._refresh()
        theme.changed.connect(self._refresh)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(visible(text, keep_newlines=True))

    def set_tone(self, tone: Tone) -> None:
        set_property(self, "tone", tone)

    def _refresh(self) -> None:
        self.setFont(self._theme.font(self._role))


class ElidedLabel(Label):
    """One line that gives way: cut with an ellipsis, whole in its tooltip and when it is read out.

    It has the tooltip for itself, from when its text or its room is known.
    """

    _mode = Qt.TextElideMode.ElideRight

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        font: TypeRole = "body",
        tone: Tone = "text",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, font, tone, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(
            min(whole.width(), self.fontMetrics().horizontalAdvance("…") * 3), whole.height()
        )

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._shown()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shown()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._shown()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = self.alignment() | Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), flags, text)

    def _shown(self) -> str:
        """Return what there is room for, and have the whole at hand where that is not all."""
        room = self.contentsRect().width()
        text = self.fontMetrics().elidedText(self.text(), self._mode, room)
        self.setToolTip(plain_tip(self.text()) if text != self.text() else "")
        return text


class Tag(Label):
    """A word on a small soft ground: a capability, "edited", the cap of a key."""

    def __init__(
        self, theme: Theme, text: str, kind: TagKind = "plain", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, "caption", parent=parent)
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: TagKind) -> None:
        set_property(self, "tag", kind)


class Hairline(QFrame):
    """A line of one pixel that divides what a box would fence in."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "v" if upright else "h")
