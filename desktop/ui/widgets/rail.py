"""The rail at the window's left: one item a page, icon over name, with a badge."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.buttons import with_shortcut
from desktop.ui.widgets.paint import paint_ground, paint_icon

_WIDTH = 76
_ITEM = (60, 52)
_BARE_ITEM = (44, 40)


class RailItem(QAbstractButton):
    """One page in the rail. Its badge counts, and turns red where the page needs the person."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        shortcut: QKeySequence | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._shortcut = shortcut
        self._badge = ""
        self._badge_role: Role = "accent"
        self._is_bare = False
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # A screen reader tells one of several, and not a box to tick.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 9)
        self.setProperty("ringInside", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_badge(self, text: str, meaning: str = "", *, needs_person: bool = False) -> None:
        """Show a few characters at the icon; `meaning` is what a screen reader says of them."""
        self._badge = text
        self._badge_role = "danger_fill" if needs_person else "accent"
        self.setAccessibleDescription(meaning)
        self.update()

    def set_bare(self, is_bare: bool) -> None:
        """Show the icon alone; the name is in the tooltip."""
        self._is_bare = is_bare
        self._refresh()

    @property
    def needed_width(self) -> int:
        """How wide its name is, where it is shown."""
        return 0 if self._is_bare else self._theme.metrics("caption").horizontalAdvance(self.text())

    @override
    def sizeHint(self) -> QSize:
        wide, high = _BARE_ITEM if self._is_bare else _ITEM
        return QSize(self._theme.px(wide), self._theme.px(high))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self._ground()
        if ground is not None:
            colour = self._theme.color(ground)
            paint_ground(painter, QRectF(self.rect()), colour, self._theme.px(9))
        role: Role = "link" if self.isChecked() else "muted"
        icon = self._icon_area()
        paint_icon(painter, icon, self._icon, role, self._theme, 20)
        if not self._is_bare:
            self._paint_name(painter, icon.bottom())
        if self._badge:
            self._paint_badge(painter, icon)

    def _ground(self) -> Role | None:
        if self.isChecked() or self.isDown():
            return "pressed"
        return "hover" if self.underMouse() else None

    def _icon_area(self) -> QRect:
        side = self._theme.px(20)
        words = 0 if self._is_bare else self._theme.metrics("caption").height() + self._theme.px(3)
        top = (self.height() - side - words) // 2
        return QRect((self.width() - side) // 2, top, side, side)

    def _paint_name(self, painter: QPainter, top: int) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text" if self.isChecked() else "muted"))
        metrics = self._theme.metrics("caption")
        area = QRect(0, top + self._theme.px(4), self.width(), metrics.height())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_badge(self, painter: QPainter, icon: QRect) -> None:
        metrics, high = self._theme.metrics("caption"), self._theme.px(15)
        wide = max(high, metrics.horizontalAdvance(self._badge) + self._theme.px(8))
        area = QRect(icon.center().x() + self._theme.px(4), icon.y() - high // 3, wide, high)
        paint_ground(painter, QRectF(area), self._theme.color(self._badge_role), high / 2)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("accent_text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _refresh(self) -> None:
        self.setFixedSize(self.sizeHint())
        tip = with_shortcut(self.text(), self._shortcut)
        self.setToolTip(tip if self._is_bare or self._shortcut else "")


class Rail(QFrame):
    """The items, pages above and settings below; arrow keys walk them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[RailItem] = []
        self._group = QButtonGroup(self)
        self._is_bare = False
        self.setObjectName("rail")
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._above = 0
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def items(self) -> tuple[RailItem, ...]:
        return tuple(self._items)

    def add(self, item: RailItem, *, at_bottom: bool = False) -> None:
        """Append an item, above with the pages or at the bottom."""
        if at_bottom:
            self._column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._column.insertWidget(self._above, item, 0, Qt.AlignmentFlag.AlignHCenter)
            self._above += 1
        self._group.addButton(item)
        self._items.append(item)
        item.set_bare(self._is_bare)

    def set_bare(self, is_bare: bool) -> None:
        """Show icons alone, for a narrow window."""
        self._is_bare = is_bare
        for item in self._items:
            item.set_bare(is_bare)
        self._refresh()

    def _refresh(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, px(2), 0, px(2))
        self._column.setSpacing(px(3))
        self.setFixedWidth(px(60 if self._is_bare else _WIDTH))
