"""The help page's table of errors: sentences at the left, what helps at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.help.troubles import Trouble, troubles
from desktop.ui.palette.match import pieces
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Hairline, Label, Tag
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList


class TroublesView(QWidget):
    """A sentence that was seen is found by any of its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._all = troubles()
        self.shown: tuple[Trouble, ...] = self._all
        self.list = SideList(theme)
        self._rows = QStringListModel(self)
        self.sentence = Label(theme, "", "heading", wraps=True, selectable=True)
        self.facts = Label(theme, "", "body", "muted", wraps=True, selectable=True)
        self._helps = Label(theme, self.tr("What helps"), "strong")
        self._remedies = QWidget(self)  # Without a parent it would be shown as a window.
        self._nothing = Label(theme, "", "body", "muted", wraps=True)
        self._build()
        self.list.selectionModel().currentChanged.connect(self._show_one)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show what has every word that was typed."""
        parts = pieces(typed)
        self.shown = tuple(one for one in self._all if all(part in one.searched for part in parts))
        self._rows.setStringList([one.sentence for one in self.shown])
        text = self.tr("No error has these words. What a server said is in the job or the chat.")
        self._nothing.setText(text)
        self._nothing.setVisible(not self.shown)
        for part in (self.sentence, self.facts, self._helps, self._remedies):
            part.setVisible(bool(self.shown))
        if self.shown:
            self.list.setCurrentIndex(self._rows.index(0, 0))
            self._show_one(self._rows.index(0, 0))

    def _show_one(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self.shown):
            return
        one = self.shown[index.row()]
        self.sentence.setText(one.sentence)
        self.facts.setText(one.facts)
        self._helps.setVisible(bool(one.remedies))
        self._fill(one.remedies)

    def _fill(self, remedies: tuple[str, ...]) -> None:
        """Put a tag for each remedy into a fresh row."""
        self._remedies.deleteLater()
        self._remedies = QWidget()
        flow = FlowLayout(self._theme.px(6), self._remedies)
        for remedy in remedies:
            flow.addWidget(Tag(self._theme, remedy))
        self._right.insertWidget(self._right.count() - 1, self._remedies)

    def _build(self) -> None:
        px = self._theme.px
        self.list.setObjectName("helpTroubles")
        self.list.setAccessibleName(self.tr("What can go wrong"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_TroubleDelegate(self._theme, self.list, self))
        self._right = QVBoxLayout()
        self._right.setContentsMargins(px(20), px(16), px(20), px(16))
        self._right.setSpacing(px(8))
        for part in (self._nothing, self.sentence, self.facts, self._helps, self._remedies):
            self._right.addWidget(part)
        self._right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(px(6))
        row.addWidget(self.list, 1)
        row.addSpacing(px(6))
        row.addWidget(Hairline(upright=True))
        row.addLayout(self._right, 1)


class _TroubleDelegate(SideDelegate):
    def __init__(self, theme: Theme, view: SideList, troubles_view: TroublesView) -> None:
        super().__init__(theme, view)
        self._of = troubles_view

    @override
    def entry(self, index: QModelIndex | QPersistentModelIndex) -> SideEntry:
        return SideEntry(self._of.shown[index.row()].sentence, icon="circle-alert")
