"""The frame of every dialog: title, one muted line, body, hairline, footer."""

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
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
        self.line.setVisible(bool(line))
        self.primary = Button(theme, primary, kind)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.fact = Label(theme, "", "small", "muted", wraps=True)
        self.body = QVBoxLayout()
        self._is_destructive = kind == "danger"
        self._build()
        self.setMinimumWidth(theme.px(width))
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        footer = self._footer_buttons()
        fields = self._before(footer)
        for before, after in pairwise([*fields[-1:], *footer]):
            self.setTabOrder(before, after)
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

    def _before(self, footer: list[QWidget]) -> list[QWidget]:
        """Return what Tab reaches outside the footer, in its order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if is_reached and widget not in footer and widget.isVisibleTo(self):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))

    def _grow(self) -> None:
        """Make room for words that came while it is open; it never shrinks under the pointer."""
        layout = self.layout()
        if (
            layout is not None
            and (need := layout.totalHeightForWidth(self.width())) > self.height()
        ):
            self.resize(self.width(), need)

    def _build(self) -> None:
        px = self._theme.px
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self.title)
        head.addWidget(self.line)
        self.body.setSpacing(px(12))
        inner = QVBoxLayout()
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


def _widgets(layout: QLayout | None) -> list[QWidget | None]:
    items = [layout.itemAt(place) for place in range(layout.count())] if layout else []
    return [item.widget() for item in items if item is not None]
