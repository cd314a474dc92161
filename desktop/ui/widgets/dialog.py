"""The frame of every dialog: title, one muted line, body, hairline, footer."""

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.labels import Hairline, Label

_EDGE = 24
_WIDTH = 600
_BESIDE = 24
"""Room left beside a dialog on a screen that is small for the size of its text."""
_ABOVE = 40
"""Room left for the system's frame, which is not part of the dialog's height."""


class Dialog(QDialog):
    """A question or a form. Put what it asks into `body`.

    The primary button names what happens; Enter does it and Esc cancels. In a
    destructive dialog it is red and Cancel has the focus, elsewhere the first field
    of the body; Tab reaches the footer last. The order of the two is the platform's.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str = "",
        *,
        primary: str,
        kind: Literal["primary", "danger"] = "primary",
        width: float = _WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.title = Label(theme, title, "title", wraps=True)
        self.line = Label(theme, line, "body", "muted", wraps=True)
        self.primary = Button(theme, primary, kind)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.fact = Label(theme, "", "small", "muted", wraps=True)
        self.body = QVBoxLayout()
        self._is_destructive = kind == "danger"
        self._build()
        self.line.setVisible(bool(line))
        self.setMinimumWidth(min(theme.px(width), screen_room(parent).width() - theme.px(_BESIDE)))
        self.primary.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._ring = FocusRing(theme, self)

    def set_primary(self, text: str, *, enabled: bool = True, why: str = "") -> None:
        """Name what will happen, or say in the footer why it cannot."""
        self.primary.setText(text)
        self.primary.setEnabled(enabled)
        self.fact.setText(why)

    def set_quiet(self, button: Button) -> None:
        """Put a quiet action into the footer's left corner, such as "Remove host"."""
        self._footer.insertWidget(0, button)

    def let_body_reach_footer(self) -> None:
        """Leave no room below the body, for a line that divides it down to the footer's."""
        margins = self._inner.contentsMargins()
        margins.setBottom(0)
        self._inner.setContentsMargins(margins)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        footer = self._footer_buttons()
        reached = self._reached(but=footer)
        for before, after in pairwise([*reached, *footer]):
            self.setTabOrder(before, after)
        fields = [widget for widget in reached if widget.isVisibleTo(self)]
        if self._is_destructive:
            self.cancel.setFocus()
        else:
            self.primary.setDefault(True)  # Only now that it has the dialog above it.
            if fields and self.focusWidget() not in fields:
                fields[0].setFocus()
        self._fit()
        super().showEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return is_done

    def _footer_buttons(self) -> list[QWidget]:
        """Return the footer's buttons as they stand, from left to right."""
        places = (*_widgets(self._footer), *_widgets(self._buttons.layout()))
        return [widget for widget in places if isinstance(widget, Button)]

    def _reached(self, but: list[QWidget]) -> list[QWidget]:
        """Return what Tab reaches outside the footer, or will once it is shown, as it stands.

        Not by `nextInFocusChain`: PySide 6.11 ties what it returns to the widget
        that was asked, the dialog itself at last, which is then destroyed with
        the next collection of garbage while it is open.
        """
        return [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.window() is self  # A menu is a window of its own.
            and widget not in but
        ]

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            need = layout.totalHeightForWidth(self.minimumWidth())
            self.resize(self.minimumWidth(), min(need, self._room()))

    def _grow(self) -> None:
        """Make room for words that came while it is open; it never shrinks under the pointer."""
        layout = self.layout()
        if (
            layout is not None
            and (need := min(layout.totalHeightForWidth(self.width()), self._room()))
            > self.height()
        ):
            self.resize(self.width(), need)

    def _room(self) -> int:
        """Return how high it may be; what scrolls in it then does."""
        return screen_room(self.parentWidget()).height() - self._theme.px(_ABOVE)

    def _build(self) -> None:
        px = self._theme.px
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self.title)
        head.addWidget(self.line)
        self.body.setSpacing(px(12))
        self._inner = inner = QVBoxLayout()
        inner.setContentsMargins(px(_EDGE), px(20), px(_EDGE), px(20))
        inner.setSpacing(px(14))
        inner.addLayout(head)
        inner.addLayout(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(Hairline())
        column.addLayout(self._build_footer())

    def _build_footer(self) -> QLayout:
        px = self._theme.px
        self._buttons = QDialogButtonBox(Qt.Orientation.Horizontal)
        self._buttons.addButton(self.primary, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.primary.setAutoDefault(not self._is_destructive)
        self.cancel.setAutoDefault(True)  # Enter on it cancels.
        if self._is_destructive:
            self.cancel.setProperty("ring", True)  # It shall be seen what Enter does.
        self._footer = QHBoxLayout()
        self._footer.setContentsMargins(px(20), px(12), px(20), px(12))
        self._footer.setSpacing(px(8))
        self._footer.addWidget(self.fact, 1)
        self._footer.addWidget(self._buttons)
        return self._footer


def screen_room(parent: QWidget | None) -> QSize:
    """Return the room for a dialog: the screen without its bars, or a window that is larger.

    Not by the widget's `screen()`: PySide 6.11 ties the screen to the widget
    that was asked, and crashes once that is gone.
    """
    if parent is None:
        return QGuiApplication.primaryScreen().availableSize()
    middle = parent.mapToGlobal(parent.rect().center())
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableSize().expandedTo(parent.window().size())


def _widgets(layout: QLayout | None) -> list[QWidget | None]:
    items = [layout.itemAt(place) for place in range(layout.count())] if layout else []
    return [item.widget() for item in items if item is not None]
