"""The models of one host that could be loaded, filtered by what is typed."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.domain.model import InstalledModel
from desktop.domain.name import is_same_name
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining, units
from desktop.ui.widgets.side_list import SideDelegate, SideEntry
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
MODEL_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


def loadable(snapshot: HostSnapshot) -> tuple[InstalledModel, ...]:
    """Return what is installed, runs on the host itself, and is not in its memory.

    What has the digest of a loaded model is there already, under that one's name (fact 73).
    """
    digests = {one.digest for one in snapshot.loaded if one.digest}
    there = {one.name.casefold() for one in snapshot.loaded}
    there |= {one.model.casefold() for one in snapshot.attempts if one.error is None}
    return tuple(
        model
        for model in snapshot.models
        if not model.is_remote
        and model.digest not in digests
        and model.name.casefold() not in there
    )


class LoadList(QAbstractListModel):
    """Replaced whole with each letter typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[InstalledModel, ...] = ()
        self._rows: tuple[InstalledModel, ...] = ()
        self._text = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to load, whatever is typed."""
        return not self._all

    def show_models(self, models: Sequence[InstalledModel]) -> bool:
        """Offer these; whether they are others than before."""
        if tuple(models) == self._all:
            return False
        self._all = tuple(models)
        self._filter()
        return True

    def set_filter(self, text: str) -> None:
        """Show those alone whose name has that in it."""
        self._text = text.strip().casefold()
        self._filter()

    def model_at(self, row: int) -> InstalledModel | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, name: str) -> int:
        """Return where a model is; -1 where it is not shown."""
        rows = enumerate(self._rows)
        return next((row for row, model in rows if is_same_name(model.name, name)), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        model = self.model_at(index.row()) if index.isValid() else None
        if model is None:
            return None
        if role == MODEL_ROLE:
            return model
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(model.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(visible(model.name))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joining.phrases((visible(model.name), units.size(model.size)))
        return None

    def _filter(self) -> None:
        self.beginResetModel()
        self._rows = tuple(one for one in self._all if self._text in one.name.casefold())
        self.endResetModel()


class LoadDelegate(SideDelegate):
    """A name, and at the right how large its file is."""

    @override
    def entry(self, index: Index) -> SideEntry:
        model = index.data(MODEL_ROLE)
        if not isinstance(model, InstalledModel):
            return SideEntry("")
        return SideEntry(visible(model.name), units.size(model.size))
