"""The rows beside the workshop: drafts, ways to begin one, and the files used last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.frame import Frame
from desktop.ui.jobs.keyed import Index, KeyedList
from desktop.ui.units import number
from desktop.ui.widgets.side_list import SideEntry
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop.draft_words import standing, title
from desktop.workshop.draft import Draft, DraftId
from desktop.workshop.drafts import Drafts
from desktop.workshop.gallery import gallery

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_RECENT = 5
"""Files that are offered; more would push the drafts out of view."""
_AGES_MS = 30_000


class Begin(Enum):
    """A way to begin a draft."""

    MODEL = auto()
    GGUF = auto()
    GALLERY = auto()
    CLIPBOARD = auto()


class Heading(Enum):
    """A title among the rows."""

    BEGIN = auto()
    RECENT = auto()


@dataclass(frozen=True, slots=True)
class DraftKey:
    """The row of a draft."""

    id: DraftId


Key: TypeAlias = DraftKey | Begin | Heading | Path

_ICONS = {
    Begin.MODEL: "boxes",
    Begin.GGUF: "file-box",
    Begin.GALLERY: "library",
    Begin.CLIPBOARD: "clipboard",
}


class DraftList(KeyedList[Key]):
    """Every draft, the newest first; below them what one can begin from."""

    def __init__(
        self, drafts: Drafts, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._now = now
        self._gallery = number(len(gallery(QLocale().name())))
        frame = Frame[DraftId | None](self, lambda _: self.refresh())
        self.destroyed.connect(drafts.changed.subscribe(frame.add))
        self.destroyed.connect(drafts.draft_changed.subscribe(frame.add))
        ages = QTimer(self, interval=_AGES_MS)
        ages.timeout.connect(self._announce)
        ages.start()
        self.refresh()

    def refresh(self) -> None:
        """Follow the drafts at once; they are followed a frame later by themselves."""
        drafts = sorted(self._drafts.drafts, key=_created, reverse=True)
        rows: list[Key] = [DraftKey(draft.id) for draft in drafts]
        rows += [Heading.BEGIN, *Begin]
        opened = {draft.path for draft in drafts}
        recent = [file for file in self._drafts.recent_files if file not in opened]
        if recent:
            rows += [Heading.RECENT, *recent[:MOST_RECENT]]
        self.arrange(rows)
        self._announce()

    def draft_at(self, index: Index) -> DraftId | None:
        """Return the draft of a row; None where it is none."""
        key = self.key(index)
        return key.id if isinstance(key, DraftKey) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key = self.key(index)
        if key is None:
            return None
        entry = self._entry(key)
        match role:
            case _ if role == ENTRY_ROLE:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return joining.phrases((entry.name, entry.second, entry.right))
            case Qt.ItemDataRole.ToolTipRole if isinstance(key, Path):
                return plain_tip(visible(str(key)))
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let drafts alone be chosen; what begins one is pressed."""
        match self.key(index):
            case DraftKey():
                return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
            case Heading() | None:
                return Qt.ItemFlag.NoItemFlags
            case _:
                return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def _announce(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _entry(self, key: Key) -> SideEntry:
        match key:
            case DraftKey(draft_id):
                return self._draft(draft_id)
            case Heading():
                begin, recent = self.tr("Begin from"), self.tr("Recent files")
                return SideEntry(begin if key is Heading.BEGIN else recent, is_heading=True)
            case Begin():
                right = self._gallery if key is Begin.GALLERY else ""
                return SideEntry(self._name(key), right, icon=_ICONS[key])
            case Path():
                return SideEntry(visible(key.name), icon="clock")

    def _draft(self, draft_id: DraftId) -> SideEntry:
        draft = self._drafts.find(draft_id)
        if draft is None:
            return SideEntry("")
        icon = "file-pen-line" if draft.is_edited else "file-text"
        return SideEntry(title(draft), second=standing(draft, self._now()), icon=icon)

    def _name(self, begin: Begin) -> str:
        match begin:
            case Begin.MODEL:
                return self.tr("A model on a host")
            case Begin.GGUF:
                return self.tr("A GGUF file")
            case Begin.GALLERY:
                return self.tr("The gallery")
            case Begin.CLIPBOARD:
                return self.tr("The clipboard")


def _created(draft: Draft) -> float:
    return draft.created_at.timestamp() if draft.created_at else 0.0
