"""What a search of the network found and the list has not yet, below the table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.hosts.discovery import Found
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.found_words import found_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, Hairline, Label
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot

_ROW = 42
_MOST_ROWS = 4
"""What is more scrolls inside the card: the table above keeps its room."""


class FoundSection(QWidget):
    """A card with a row and an "Add" for each; hidden while there is none."""

    add_wanted = Signal(object)
    """A Found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundHosts")
        self._theme = theme
        self._shown: tuple[Found, ...] = ()
        self._where = ElidedLabel(theme, "", "small", "muted")
        self._scroll = QScrollArea()
        self._build()
        self.hide()

    def show_found(self, found: Sequence[Found], where: str) -> None:
        """Show these; `where` says which networks were searched, and when."""
        self._where.setText(where)
        self._scroll.setAccessibleName(where)
        if tuple(found) != self._shown:
            self._shown = tuple(found)
            self._scroll.setWidget(self._rows())
            rows = min(len(self._shown), _MOST_ROWS)
            self._scroll.setFixedHeight(rows * self._theme.px(_ROW) + rows)
        self.setVisible(bool(self._shown))

    def _rows(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, one in enumerate(self._shown):
            if place:
                column.addWidget(Hairline())
            column.addWidget(self._row(one))
        return holder

    def _row(self, one: Found) -> QWidget:
        px = self._theme.px
        add = Button(self._theme, self.tr("Add"))
        add.setObjectName("addFound")
        name = visible(one.address.short)
        add.setAccessibleName(self.tr("Add {host}").format(host=name))
        add.clicked.connect(lambda: self.add_wanted.emit(one))
        holder = QWidget()
        holder.setFixedHeight(px(_ROW))
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(14), 0, px(10), 0)
        row.setSpacing(px(10))
        row.addWidget(StateDot(self._theme, Dot.UP))
        row.addWidget(ElidedLabel(self._theme, name), 2)
        row.addWidget(ElidedLabel(self._theme, found_words(one), "body", "muted"), 3)
        row.addWidget(add)
        return holder

    def _build(self) -> None:
        px = self._theme.px
        title = QHBoxLayout()
        title.setContentsMargins(px(4), 0, 0, 0)
        title.setSpacing(px(10))
        title.addWidget(Label(self._theme, self.tr("Found on your network"), "strong"))
        title.addWidget(self._where, 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        card = QFrame()
        card.setProperty("box", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(14))
        column.setSpacing(px(8))
        column.addLayout(title)
        column.addWidget(card)
