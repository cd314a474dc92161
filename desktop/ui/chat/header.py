"""The line above a conversation: its title, its branch, and what can be done with all of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.chat.snapshot import Place, TalkSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat import keys
from desktop.ui.chat.title import Title
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Hairline, Tag

_HEIGHT = 49


class ChatHeader(QWidget):
    """Title and tag at the left; export, pin and the panel's button at the right."""

    renamed = Signal(str)
    pin_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_pinned = False
        self.list = IconButton(theme, "panel-left", self.tr("Show the conversations"))
        self.list.setObjectName("showConversations")
        new_keys, export_keys = QKeySequence(keys.NEW[0]), QKeySequence(keys.EXPORT[0])
        self.new = IconButton(theme, "square-pen", self.tr("New chat"), shortcut=new_keys)
        self.title = Title(theme)
        self.branch = Tag(theme, "")
        export = self.tr("Export this conversation")
        self.export = IconButton(theme, "share", export, shortcut=export_keys)
        self.export.setObjectName("exportConversation")
        self.pin = IconButton(theme, "pin", self.tr("Pin this conversation"))
        self.pin.setObjectName("pinConversation")
        self.panel = IconButton(theme, "panel-right-open", self.tr("Show the parameters"))
        self.panel.setObjectName("toggleParameters")
        self._build()
        self.title.renamed.connect(self.renamed)
        self.pin.clicked.connect(lambda: self.pin_wanted.emit(not self._is_pinned))

    def show_talk(self, snapshot: TalkSnapshot | None, title: str) -> None:
        """Show what is known of the conversation; `title` is what it is called by now."""
        is_kept = snapshot is not None and bool(snapshot.path)
        self._is_pinned = snapshot is not None and snapshot.conversation.is_pinned
        self.title.show_title(title or self.tr("New chat"), can_change=is_kept)
        place = _place(snapshot) if snapshot is not None else None
        self.branch.setVisible(place is not None)
        if place is not None:
            text = self.tr("branch {number} of {count}")
            self.branch.setText(text.format(number=place.number, count=place.count))
        self.export.setVisible(is_kept)
        self.pin.setVisible(is_kept)
        self.pin.set_icon("pin-off" if self._is_pinned else "pin")
        pin, unpin = self.tr("Pin this conversation"), self.tr("Unpin this conversation")
        self.pin.set_name(unpin if self._is_pinned else pin)

    def show_panel(self, *, is_open: bool) -> None:
        """Let the panel's button say what it does now."""
        self.panel.set_icon("panel-right-close" if is_open else "panel-right-open")
        hide, show = self.tr("Hide the parameters"), self.tr("Show the parameters")
        self.panel.set_name(hide if is_open else show, QKeySequence(keys.PANEL[0]))

    def set_chooser(self, *, is_chooser: bool) -> None:
        """Offer the list and a new chat here, where the list beside the sheet has no room."""
        self.list.setVisible(is_chooser)
        self.new.setVisible(is_chooser)
        self._refresh()

    def _build(self) -> None:
        line = QWidget()  # A layout alone would be no higher than what is in it.
        self._row = QHBoxLayout(line)
        self._row.addWidget(self.list)
        self._row.addWidget(self.title)
        self._row.addWidget(self.branch)
        self._row.addStretch(1)
        for button in (self.new, self.export, self.pin, self.panel):
            self._row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line, 1)
        column.addWidget(Hairline())
        self.set_chooser(is_chooser=False)
        self._theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        px = self._theme.px
        left = 20 if self.list.isHidden() else 12
        self._row.setContentsMargins(px(left), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(_HEIGHT))


def _place(snapshot: TalkSnapshot) -> Place | None:
    """Return the last entry's place that has branches beside it."""
    places = (snapshot.places.get(entry.id) for entry in reversed(snapshot.path))
    return next((place for place in places if place is not None and place.count > 1), None)
