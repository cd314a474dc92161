"""Which columns the table shows, in which order and how wide, and how that is remembered."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt

from desktop.storage.settings import ColumnEntry, ModelsPageSettings, SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.view import Column
from desktop.ui.widgets.table import BarTable

_HIDDEN_WHERE_NARROW = {Column.FAMILY, Column.CONTEXT, Column.MODIFIED}
_DOT_ROOM = 12
_LOOKED_AT = 100
"""Rows, beyond those in sight, that a column's width is measured from."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a person wants of one column; `width` 0 is its natural one."""

    is_shown: bool = True
    is_chosen: bool = False
    width: int = 0


class ColumnLayout(QObject):
    """Arranges the header as it was left, and keeps what a person changes.

    Columns are as wide as their contents need, and the name takes the rest. In
    a narrow window three of them give way, unless a person chose them.
    """

    def __init__(
        self, theme: Theme, table: BarTable, settings: SettingsFile, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table
        self._settings = settings
        self._wishes = dict.fromkeys(Column, _Wish())
        self._is_narrow = False
        self._is_arranging = False
        table.bars.setResizeContentsPrecision(_LOOKED_AT)
        table.stretch(Column.NAME)
        self._restore()
        table.bars.sectionMoved.connect(self._on_moved)
        table.bars.sectionResized.connect(self._on_resized)
        table.bars.sortIndicatorChanged.connect(self._on_sorted)
        theme.changed.connect(self.measure)

    def set_narrow(self, is_narrow: bool) -> None:
        """Hide what gives way in a narrow window, or show it again."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._apply()

    def measure(self) -> None:
        """Make each column as wide as what it shows now, or as a person made it."""
        self._measure(self._least())

    def grow(self) -> None:
        """Make room for what is longer than what was measured before, and nothing narrower."""
        bars, least = self._table.bars, self._least()
        self._measure(
            {column: max(least.get(column, 0), bars.sectionSize(column)) for column in Column}
        )

    def _measure(self, least: Mapping[Column, int]) -> None:
        with self._arranging():
            self._table.measure_columns()
            for column, wish in self._wishes.items():
                width, wanted = self._table.columnWidth(column), wish.width
                wide = wanted or max(width, least.get(column, 0))
                if column is not Column.NAME and width > 0:
                    self._table.setColumnWidth(column, wide)

    def _least(self) -> dict[Column, int]:
        """Room for what may come: columns do not change when a model is loaded."""
        body, small = self._theme.metrics("body"), self._theme.metrics("small")
        wide = {
            Column.SIZE: body.horizontalAdvance("00.0 GB"),
            Column.MODIFIED: body.horizontalAdvance(self.tr("last month")),
            Column.LOADED: small.horizontalAdvance("00 % GPU") + self._theme.px(_DOT_ROOM),
        }
        return {column: least + self._table.bars.padding(column) for column, least in wide.items()}

    @property
    def order(self) -> list[Column]:
        """Every column from left to right, hidden ones too."""
        bars = self._table.bars
        return [Column(bars.logicalIndex(visual)) for visual in range(bars.count())]

    @property
    def sorted_by(self) -> Column:
        """The column whose header has the chevron."""
        return Column(self._table.bars.sortIndicatorSection())

    def is_shown(self, column: Column) -> bool:
        """Whether it is seen now."""
        return not self._table.isColumnHidden(column)

    def choose(self, column: Column, is_shown: bool) -> None:
        """Show or hide a column because a person wants it so."""
        self._wishes[column] = replace(self._wishes[column], is_shown=is_shown, is_chosen=True)
        self._apply()
        self._remember()

    def sort(self, column: Column) -> None:
        """Sort by a column, or the other way round where it is sorted by it already."""
        is_down = self._table.bars.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        is_turned = column is self.sorted_by and not is_down
        order = Qt.SortOrder.DescendingOrder if is_turned else Qt.SortOrder.AscendingOrder
        self._table.sortByColumn(column, order)

    def move(self, column: Column, step: int) -> None:
        """Let a column change places with the next one that is shown on that side."""
        shown = [other for other in self.order if self.is_shown(other)]
        place = shown.index(column) + step
        if 0 <= place < len(shown):
            bars = self._table.bars
            bars.moveSection(bars.visualIndex(column), bars.visualIndex(shown[place]))

    def reset(self) -> None:
        """Bring back the columns, the order and the widths that it began with."""
        self._wishes = dict.fromkeys(Column, _Wish())
        with self._arranging():
            for column in Column:
                self._table.bars.moveSection(self._table.bars.visualIndex(column), column)
        self._apply()
        self._put(replace(self._page, columns=()))

    @property
    def _page(self) -> ModelsPageSettings:
        return self._settings.settings.models_page

    def _restore(self) -> None:
        known = {column.name.lower(): column for column in Column}
        bars, place = self._table.bars, 0
        with self._arranging():
            for entry in self._page.columns:
                if (column := known.pop(entry.key, None)) is not None:
                    self._wishes[column] = _Wish(entry.visible, entry.chosen, entry.width)
                    bars.moveSection(bars.visualIndex(column), place)
                    place += 1
            sorted_by = {column.name.lower(): column for column in Column}
            column = sorted_by.get(self._page.sort_column, Column.NAME)
            is_down = self._page.sort_descending
            order = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
            self._table.sortByColumn(column, order)
            self._table.setSortingEnabled(True)
        self._apply()

    def _apply(self) -> None:
        for column, wish in self._wishes.items():
            gives_way = self._is_narrow and column in _HIDDEN_WHERE_NARROW and not wish.is_chosen
            is_hidden = column is not Column.NAME and (not wish.is_shown or gives_way)
            with self._arranging():
                self._table.setColumnHidden(column, is_hidden)
        self.measure()

    def _on_moved(self, _logical: int, _before: int, _after: int) -> None:
        self._remember()

    def _on_resized(self, logical: int, _before: int, width: int) -> None:
        column = Column(logical)
        is_hidden = width == 0 or self._table.isColumnHidden(column)
        if not self._is_arranging and column is not Column.NAME and not is_hidden:
            self._wishes[column] = replace(self._wishes[column], width=width)
            self._remember()

    def _on_sorted(self, logical: int, order: Qt.SortOrder) -> None:
        if not self._is_arranging:
            key, is_down = Column(logical).name.lower(), order is Qt.SortOrder.DescendingOrder
            self._put(replace(self._page, sort_column=key, sort_descending=is_down))

    def _remember(self) -> None:
        if self._is_arranging:
            return
        entries = [self._entry(column, self._wishes[column]) for column in self.order]
        self._put(replace(self._page, columns=tuple(entries)))

    def _entry(self, column: Column, wish: _Wish) -> ColumnEntry:
        return ColumnEntry(column.name.lower(), wish.is_shown, wish.width, wish.is_chosen)

    def _put(self, page: ModelsPageSettings) -> None:
        self._settings.update(replace(self._settings.settings, models_page=page))

    @contextmanager
    def _arranging(self) -> Generator[None]:
        """Mark what the program does itself, so that it is not taken for a person's wish."""
        before, self._is_arranging = self._is_arranging, True
        try:
            yield
        finally:
            self._is_arranging = before
