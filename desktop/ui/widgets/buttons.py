"""Buttons by kind, buttons that are only an icon, and chips."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui import joining
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.tips import plain_tip

ButtonKind: TypeAlias = Literal["primary", "secondary", "quiet", "danger", "link"]

_ICON_ROOM = 3
"""Empty room right of a button's icon: a style sheet's own gap is too narrow."""
_INK: dict[str, Role] = {
    "primary": "accent_text",
    "danger": "accent_text",
    "quiet": "muted",
    "link": "link",
    "secondary": "text",
}


def with_shortcut(text: str, shortcut: QKeySequence | None) -> str:
    """Return a tooltip that names the keys: "Copy (Ctrl+C)"."""
    if shortcut is None or shortcut.isEmpty():
        return text
    return joining.noted(text, shortcut.toString(QKeySequence.SequenceFormat.NativeText))


class Button(QPushButton):
    """A push button of one kind; primary names the one main action of a page or dialog."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = "secondary",
        icon: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_kind(self, kind: ButtonKind) -> None:
        set_property(self, "kind", kind)
        self._refresh()

    def set_icon(self, name: str) -> None:
        """Show that icon, or none where the name is empty."""
        self._icon = name
        self._refresh()

    def _refresh(self) -> None:
        kind = str(self.property("kind"))
        self.setFont(self._theme.font("small_medium" if kind == "link" else "medium"))
        if self._icon:
            role = _INK[kind]
            self.setIcon(self._theme.icon(self._icon, role, on=role, length=15))
            self.setIconSize(QSize(self._theme.px(15 + _ICON_ROOM), self._theme.px(15)))


class IconButton(QToolButton):
    """A button that is only an icon; it has a name, and a tooltip with its keys."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        length: float = 16,
        role: Role = "muted",
        shortcut: QKeySequence | None = None,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._length = length
        self._role: Role = role
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_name(name, shortcut)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_name(self, name: str, shortcut: QKeySequence | None = None) -> None:
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(with_shortcut(name, shortcut)))

    def set_icon(self, name: str) -> None:
        self._icon = name
        self._refresh()

    def do(self, action: QAction) -> None:
        """Trigger that action, and be enabled, named and explained as it is."""
        self.clicked.connect(action.trigger)
        self.set_name(action.text(), action.shortcut())
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)

    def _refresh(self) -> None:
        side = self._theme.px(self._length)
        self.setIcon(self._theme.icon(self._icon, self._role, length=self._length))
        self.setIconSize(QSize(side, side))
        target = max(24, self._theme.px(max(28.0, self._length + 8) if self._length > 13 else 24))
        self.setFixedSize(target, target)


class Chip(QPushButton):
    """A filter that is on or off; chips combine with *and*."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        *,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        self.setProperty("kind", "chip")
        self.setProperty("ringRadius", 13)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFont(self._theme.font("small_medium"))
        self.setIcon(self._theme.icon(self._icon, length=14))
        self.setIconSize(QSize(self._theme.px(14 + 2), self._theme.px(14)))
        self.setFixedHeight(self._theme.px(26))
