"""Target 6: our sorted, filtered list against QSortFilterProxyModel over a Python model."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.domain.model import Capability, InstalledModel, ModelDetails
from desktop.hosts.snapshot import HostSnapshot
from desktop.runtime.event import Event
from desktop.ui.models.table import ModelTable
from desktop.ui.models.view import Column, Filter, ModelRow

ROWS = 10_000
ROUNDS = 7
WANTED = {"sort": 30.0, "filter": 15.0}
_NOW = datetime(2026, 11, 20, tzinfo=UTC)
_SORT_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: milliseconds of CPU, the ratio and what it should reach."""

    name: str
    ours: float
    theirs: float
    wanted: float

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    @property
    def is_reached(self) -> bool:
        return self.ratio >= self.wanted


class OneHost:
    """A host with many models, which nothing changes."""

    def __init__(self, models: Sequence[InstalledModel]) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        place = Host(HostId("tower"), HostAddress("http", "tower", 11434), "tower")
        self.snapshots = (HostSnapshot(place, models=tuple(models), models_known=True),)

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        return self.snapshots[0]


class PlainTable(QAbstractTableModel):
    """The same rows as a Python model has them that leaves sorting and filtering to a proxy."""

    def __init__(self, rows: Sequence[ModelRow]) -> None:
        super().__init__()
        self._rows = rows

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        row = self._rows[index.row()]
        if role == _SORT_ROLE:
            return row.keys[index.column()]
        return row.search if role == Qt.ItemDataRole.DisplayRole else None


class WordsProxy(QSortFilterProxyModel):
    """Filters by several words in any order, which a proxy can only do in Python."""

    def __init__(self, table: PlainTable) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSourceModel(table)
        self.setSortRole(_SORT_ROLE)

    def set_text(self, text: str) -> None:
        self._words = Filter(text).words
        self.invalidateFilter()

    @override
    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        text = str(self.sourceModel().index(source_row, 0, source_parent).data())
        return all(word in text for word in self._words)


def models(count: int = ROWS) -> list[InstalledModel]:
    chance = random.Random(1)
    return [
        InstalledModel(
            f"user{chance.randrange(300)}/model-{number}:{chance.choice(['7b', '14b', '70b'])}",
            f"{number:064x}",
            chance.randrange(10**11),
            _NOW - timedelta(seconds=chance.randrange(10**7)),
            ModelDetails(
                family=chance.choice(["qwen2", "llama", "gemma3"]),
                parameter_size=f"{chance.randrange(1, 100)}B",
                quantization_level="Q4_K_M",
                context_length=32768,
            ),
            frozenset({Capability.CHAT}),
        )
        for number in range(count)
    ]


def run(count: int = ROWS) -> list[Row]:
    """Measure both in turn with so many rows, each behind a real view, and return the medians.

    Needs a QApplication.
    """
    ours = ModelTable(OneHost(models(count)), lambda: _NOW)
    proxy = WordsProxy(PlainTable(ours.all_rows))
    views = QTableView(), QTableView()
    views[0].setModel(ours)
    views[1].setModel(proxy)
    orders = (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
    texts = ("q", "qw", "qwen", "qwen 14b", "llama", "llama user1", "")
    sort = _compare(
        lambda turn: ours.sort(Column.SIZE, orders[turn % 2]),
        lambda turn: proxy.sort(Column.SIZE, orders[turn % 2]),
    )
    keystroke = _compare(
        lambda turn: ours.set_filter(Filter(texts[turn % len(texts)])),
        lambda turn: proxy.set_text(texts[turn % len(texts)]),
    )
    for view in views:
        view.deleteLater()
    return [Row("sort", *sort, WANTED["sort"]), Row("filter", *keystroke, WANTED["filter"])]


def _compare(ours: Callable[[int], None], theirs: Callable[[int], None]) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS):
        for work, spent in zip((ours, theirs), times, strict=True):
            began = time.process_time()
            work(turn)
            spent.append((time.process_time() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])
