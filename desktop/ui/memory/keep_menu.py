"""What can be done with a loaded model, as a menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.loaded import KEEP_FOR_EVER, LoadedFacts


class KeepMenu(QMenu):
    """How long it stays, then what else there is. It outlives its row if that goes meanwhile."""

    def __init__(
        self, theme: Theme, actions: MemoryActions, facts: LoadedFacts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keepMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if facts.living:
            self._fill_keep(theme, actions, facts)
            self.addSeparator()
            chat = self.addAction(theme.icon("message-circle"), self.tr("Chat with it"))
            chat.triggered.connect(lambda: actions.chat(facts))
            show = self.addAction(theme.icon("boxes"), self.tr("Show it in Models"))
            show.triggered.connect(lambda: actions.inspect(facts))
        copy = self.addAction(theme.icon("copy"), self.tr("Copy name"))
        copy.triggered.connect(lambda: actions.copy_name(facts))
        if facts.living:
            self.addSeparator()
            unload = self.addAction(theme.icon("square"), self.tr("Unload"))
            unload.triggered.connect(lambda: actions.unload(facts))

    def _fill_keep(self, theme: Theme, actions: MemoryActions, facts: LoadedFacts) -> None:
        times: tuple[tuple[str, str | int], ...] = (
            (self.tr("Keep for 5 minutes"), "5m"),
            (self.tr("Keep for 1 hour"), "1h"),
            (self.tr("Keep until I say so"), KEEP_FOR_EVER),
        )
        for text, keep in times:
            entry = self.addAction(theme.icon("timer"), text)
            entry.triggered.connect(lambda _=False, keep=keep: actions.keep(facts, keep))
        if facts.is_pinned:
            pin = self.addAction(theme.icon("pin-off"), self.tr("Unpin"))
        else:
            text = self.tr("Pin: load it again after a restart of its host")
            pin = self.addAction(theme.icon("pin"), text)
        pin.triggered.connect(lambda: actions.set_pinned(facts, is_pinned=not facts.is_pinned))
