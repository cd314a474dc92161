"""The buttons below the text: who is asked, how it thinks, and sending."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.standing import Asked, Standing, caption, hint
from desktop.ui.widgets.buttons import Button, with_shortcut
from desktop.ui.widgets.paint import Dot, paint_dot, paint_words
from desktop.ui.widgets.tips import plain_tip

_ICON = 16
_GAP = 8
_EDGE = 11
_DOTS = {
    Standing.DOWN: Dot.DOWN,
    Standing.MODEL_GONE: Dot.DOWN,
    Standing.HOST_GONE: Dot.DOWN,
    Standing.CHECKING: Dot.CHECKING,
}


class TargetButton(QPushButton):
    """Says "qwen2.5:14b on tower", cut where there is no room, with a dot if that cannot answer."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = Asked()
        self._shortcut = QKeySequence()
        self.setObjectName("targetButton")
        self.setProperty("kind", "secondary")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_asked(self, asked: Asked) -> None:
        """Show who is asked."""
        self._asked = asked
        self._refresh()

    def set_shortcut_hint(self, shortcut: QKeySequence) -> None:
        """Name in the tooltip the keys that do the same."""
        self._shortcut = shortcut
        self._refresh()

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        text = self._theme.metrics("medium").horizontalAdvance(self.text()) + 2
        height = self._theme.metrics("medium").height() + px(12)
        return QSize(text + px(2 * _EDGE + _ICON + _GAP), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter, px = QStylePainter(self), self._theme.px
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        mark = self.rect().adjusted(px(_EDGE), 0, 0, 0)
        mark.setWidth(px(_ICON))
        if dot := _DOTS.get(self._asked.standing):
            centre = QPointF(mark.center().x() + 0.5, mark.center().y() + 0.5)
            paint_dot(painter, centre, dot, self._theme)
        else:
            mark.setHeight(px(_ICON))
            mark.moveTop((self.height() - px(_ICON)) // 2)
            self._theme.icons.paint(painter, mark, "sparkle", "link", _ICON)
        room = self.rect().adjusted(px(_EDGE + _ICON + _GAP), 0, -px(_EDGE) + 1, 0)
        middle = Qt.TextElideMode.ElideMiddle
        paint_words(painter, room, self.text(), "medium", "text", self._theme, mode=middle)

    def _refresh(self) -> None:
        self.setText(caption(self._asked))
        self.setAccessibleName(self.text())
        self.setToolTip(plain_tip(with_shortcut(hint(self._asked), self._shortcut)))
        self.updateGeometry()
        self.update()


class ThinkButton(Button):
    """Says how the model is to think; its menu changes that.

    `chosen` carries a bool, a level's name, or None for "as the model does".
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "quiet", "brain", parent=parent)
        self.setObjectName("thinkButton")
        self.setAccessibleName(self.tr("Thinking"))
        self.setToolTip(self.tr("Whether the model thinks before it answers"))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, name, _ in self._values():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData((value,))
            group.addAction(action)
            if value is False:
                menu.addSeparator()
        group.triggered.connect(self._on_triggered)
        self._actions = group
        self.setMenu(menu)
        self.show_think(None)

    def show_think(self, think: bool | str | None) -> None:
        """Show that choice; a level that is not known is shown by its name."""
        short = {value: text for value, _, text in self._values()}
        word = short.get(think, str(think))
        self.setText(self.tr("Think: {choice}").format(choice=word))
        for action in self._actions.actions():
            action.setChecked(action.data()[0] == think)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data()[0])

    def _values(self) -> list[tuple[bool | str | None, str, str]]:
        return [
            (None, self.tr("As the model does"), self.tr("as the model does")),
            (True, self.tr("On"), self.tr("on")),
            (False, self.tr("Off"), self.tr("off")),
            ("low", self.tr("Low"), self.tr("low")),
            ("medium", self.tr("Medium"), self.tr("medium")),
            ("high", self.tr("High"), self.tr("high")),
        ]


class SendButton(QPushButton):
    """Sends; while an answer is coming it stops that. What it cannot do it says why."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_stop = False
        self.setObjectName("sendButton")
        self.setProperty("kind", "primary")
        self.setProperty("shape", "square")
        self.setAutoDefault(False)
        theme.changed.connect(self._refresh)
        self.show_send("")

    @property
    def is_stop(self) -> bool:
        return self._is_stop

    def show_send(self, reason: str) -> None:
        """Offer to send, or say why that cannot be."""
        self._is_stop = False
        name = self.tr("Send")
        self._say(name, reason or with_shortcut(name, QKeySequence(Qt.Key.Key_Return)))
        self.setEnabled(not reason)

    def show_stop(self) -> None:
        """Offer to stop the answer that is coming."""
        self._is_stop = True
        name = self.tr("Stop the answer")
        self._say(name, with_shortcut(name, QKeySequence(Qt.Key.Key_Escape)))
        self.setEnabled(True)

    def _say(self, name: str, tooltip: str) -> None:
        self.setAccessibleName(name)
        self.setAccessibleDescription("" if tooltip.startswith(name) else tooltip)
        self.setToolTip(plain_tip(tooltip))
        self._refresh()

    def _refresh(self) -> None:
        px = self._theme.px
        name, length = ("square", 13) if self._is_stop else ("arrow-up", 16)
        self.setIcon(self._theme.icon(name, "accent_text", on="accent_text", length=length))
        self.setIconSize(QSize(px(length), px(length)))
        self.setFixedSize(px(30), px(30))
