"""The list beside the jobs page: kinds of job, and the hosts that have any."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import JobId
from desktop.jobs.queue import JobQueue
from desktop.ui import joining, units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.hosts.words import dot_of
from desktop.ui.jobs import view
from desktop.ui.jobs.keyed import Index, KeyedList
from desktop.ui.jobs.problems import host_label
from desktop.ui.jobs.view import JobFilter, Kinds
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList, SideTitle

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1

_ICONS = {
    Kinds.ALL: "list",
    Kinds.PULLS: "arrow-down-to-line",
    Kinds.MAKING: "hammer",
    Kinds.OTHERS: "copy",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the hosts."""


Key = JobFilter | Heading


class JobChoices(KeyedList[Key]):
    """Every kind with its count, and below them each host that has jobs."""

    vanishing = Signal(object)
    """The entries, as a set, that are about to be removed."""

    def __init__(
        self, queue: JobQueue, registry: HostRegistry, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._registry = registry
        self._counts: dict[JobFilter, int] = {}
        frame = Frame[JobId | None](self, lambda _: self._announce())
        self.destroyed.connect(queue.changed.subscribe(frame.add))
        self.destroyed.connect(registry.changed.subscribe(frame.add))
        self.destroyed.connect(registry.host_changed.subscribe(lambda _: frame.add(None)))
        self._announce()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key = self.key(index)
        if key is None:
            return None
        entry = self._entry(key)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joining.phrases((entry.name, entry.right))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.key(index), JobFilter):
            return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def _announce(self) -> None:
        self._counts = view.counts(self._queue.jobs)
        hosts = [key for key in self._counts if key.host_id is not None]
        order = {host.id: place for place, host in enumerate(self._registry.hosts)}
        hosts.sort(key=lambda key: order.get(key.host_id or ALL_HOSTS, len(order)))
        kinds: list[Key] = [JobFilter(kinds) for kinds in Kinds]
        wanted = [*kinds, Heading(), *hosts] if hosts else kinds
        if gone := set(self._keys) - set(wanted):
            self.vanishing.emit(gone)
        self.arrange(wanted)
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _entry(self, key: Key) -> SideEntry:
        if isinstance(key, Heading):
            return SideEntry(self.tr("By host"), is_heading=True)
        count = units.number(self._counts.get(key, 0))
        if key.host_id is None:
            return SideEntry(self._kind(key.kinds), count, icon=_ICONS[key.kinds])
        for snapshot in self._registry.snapshots:
            if snapshot.id == key.host_id:
                return SideEntry(visible(snapshot.host.label), count, dot=dot_of(snapshot))
        return SideEntry(host_label(None), count, icon="unplug")

    def _kind(self, kinds: Kinds) -> str:
        match kinds:
            case Kinds.ALL:
                return self.tr("All")
            case Kinds.PULLS:
                return self.tr("Pulls")
            case Kinds.MAKING:
                return self.tr("Creates, pushes")
            case Kinds.OTHERS:
                return self.tr("Copies and deletes")


class _Delegate(SideDelegate):
    @override
    def entry(self, index: Index) -> SideEntry:
        entry = index.data(ENTRY_ROLE)
        return entry if isinstance(entry, SideEntry) else SideEntry("")


class JobsSide(QWidget):
    """The list itself, under its title."""

    chosen = Signal(object)
    """A JobFilter."""

    def __init__(self, theme: Theme, choices: JobChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.view = SideList(theme)
        self.view.setObjectName("jobChoices")
        self.view.setAccessibleName(self.tr("Jobs shown"))
        self.view.setModel(choices)
        self.view.setItemDelegate(_Delegate(theme, self.view))
        self.setFocusProxy(self.view)
        self._build(theme)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, chosen: JobFilter) -> None:
        """Mark an entry as the chosen one."""
        self.view.selectionModel().setCurrentIndex(
            self._choices.index_of(chosen), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SideTitle(theme, self.tr("Jobs")))
        column.addWidget(self.view, 1)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if isinstance(key := self._choices.key(current), JobFilter):
            self.chosen.emit(key)


class JobsChooser(QWidget):
    """The same choice where the list has no room: a field above the heading."""

    chosen = Signal(object)
    """A JobFilter."""

    def __init__(self, theme: Theme, choices: JobChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.field = Choice(theme)
        self.field.setObjectName("jobChooser")
        self.field.setAccessibleName(self.tr("Jobs shown"))
        self.field.setModel(choices)
        self.field.setMinimumWidth(theme.px(200))
        self.field.activated.connect(self._on_activated)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), 0)
        row.addWidget(self.field)
        row.addStretch(1)

    def choose(self, chosen: JobFilter) -> None:
        """Mark an entry as the chosen one."""
        self.field.setCurrentIndex(self._choices.index_of(chosen).row())

    def _on_activated(self, row: int) -> None:
        if isinstance(key := self._choices.key(self._choices.index(row)), JobFilter):
            self.chosen.emit(key)
