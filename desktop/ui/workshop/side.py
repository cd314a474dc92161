"""The drafts beside the sheet, and what a new one can begin from."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.side_views import PickList
from desktop.ui.jobs.keyed import Index
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideTitle
from desktop.ui.workshop import keys
from desktop.ui.workshop.list import ENTRY_ROLE, Begin, DraftKey, DraftList
from desktop.workshop.draft import DraftId
from desktop.workshop.drafts import Drafts


class _Delegate(SideDelegate):
    @override
    def entry(self, index: Index) -> SideEntry:
        entry = index.data(ENTRY_ROLE)
        return entry if isinstance(entry, SideEntry) else SideEntry("")


class WorkshopSide(QWidget):
    """Title, "new" button and list. A press chooses a draft, or begins one."""

    chosen = Signal(str)
    """The id of a draft."""
    writing_wanted = Signal()
    """Enter on a draft: it is chosen, and the person wants to write."""
    begin_wanted = Signal(object)
    """A Begin."""
    file_wanted = Signal(object)
    """The Path of a file that was used before."""
    menu_wanted = Signal(str, QMenu)
    """A menu about a draft is to be filled, and is shown afterwards."""
    rename_wanted = Signal(str)
    close_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        drafts: Drafts,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workshopSide")
        self._chosen: DraftId | None = None
        self._began: tuple[object, datetime] | None = None
        self._now = now
        self.drafts = DraftList(drafts, now, self)
        self.new = IconButton(theme, "plus", self.tr("New draft"))
        self.new.set_name(self.tr("New draft"), QKeySequence(keys.NEW))
        self.new.setObjectName("newDraft")
        self.view = PickList(theme, self.tr("Drafts"))
        self.view.setObjectName("drafts")
        self.view.setModel(self.drafts)
        self.view.setItemDelegate(_Delegate(theme, self.view))
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SideTitle(theme, self.tr("Drafts"), self.new))
        column.addWidget(self.view, 1)
        self._connect()

    def show_chosen(self, draft_id: DraftId | None) -> None:
        """Mark the draft that is shown."""
        self._chosen = draft_id
        self._follow()

    def step(self, by: int) -> DraftId | None:
        """Return the draft below or above the one that is shown."""
        found = [self.drafts.draft_at(self.drafts.index(row)) for row in self._rows()]
        ids = [draft_id for draft_id in found if draft_id is not None]
        if self._chosen is None or self._chosen not in ids:
            return ids[0] if ids else None
        place = ids.index(self._chosen) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _rows(self) -> range:
        return range(self.drafts.rowCount())

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.clicked.connect(self._begin)
        self.view.entered_row.connect(self._enter)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.on_key("F2", lambda: self._of_current(self.rename_wanted.emit))
        self.view.on_key("Del", lambda: self._of_current(self.close_wanted.emit))
        self.drafts.rowsInserted.connect(self._follow)
        self.drafts.rowsRemoved.connect(self._follow)
        self.drafts.layoutChanged.connect(self._follow)

    def _follow(self) -> None:
        chosen = DraftKey(self._chosen) if self._chosen is not None else None
        self.view.choose(self.drafts.index_of(chosen) if chosen else QModelIndex())

    def _pick(self, index: QModelIndex) -> None:
        draft_id = self.drafts.draft_at(index)
        if draft_id is not None and draft_id != self._chosen:
            self._chosen = draft_id
            self.chosen.emit(draft_id)

    def _enter(self, index: QModelIndex) -> None:
        if self.drafts.draft_at(index) is None:
            self._begin(index)
            return
        self._pick(index)
        self.writing_wanted.emit()

    def _begin(self, index: QModelIndex) -> None:
        key = self.drafts.key(index)
        if not isinstance(key, Begin | Path) or self._is_doubled(key):
            return
        self._follow()
        if isinstance(key, Begin):
            self.begin_wanted.emit(key)
        else:
            self.file_wanted.emit(key)

    def _is_doubled(self, key: object) -> bool:
        """Whether this is the second press of a double click, which shall begin nothing more."""
        before, now = self._began, self._now()
        self._began = (key, now)
        if before is None or before[0] != key:
            return False
        pause = (now - before[1]).total_seconds() * 1000
        return pause < QGuiApplication.styleHints().mouseDoubleClickInterval()

    def _of_current(self, tell: Callable[[str], None]) -> None:
        draft_id = self.drafts.draft_at(self.view.currentIndex())
        if draft_id is not None:
            tell(draft_id)

    def _open_menu(self, point: QPoint) -> None:
        draft_id = self.drafts.draft_at(self.view.indexAt(point))
        if draft_id is None:
            return
        menu = QMenu(self)
        self.menu_wanted.emit(draft_id, menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(point))
