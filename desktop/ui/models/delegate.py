"""How the cells of the models table look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from typing_extensions import override

from desktop.domain.name import split_tag
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.models import cells
from desktop.ui.models.table import ModelTable
from desktop.ui.models.view import Column, ModelRow, shown_capabilities
from desktop.ui.widgets.cells import Cell, DotCell, IconsCell, NameCell, NumberCell, TextCell
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.table import BarTable, CellDelegate

_DOTS = {cells.Running.WELL: Dot.UP, cells.Running.PARTLY: Dot.SLOW}
_FIGURES = {Column.PARAMETERS, Column.CONTEXT, Column.SIZE}


class ModelCells(CellDelegate):
    """Names with muted tags, figures at the right, capabilities as icons, a dot where loaded."""

    def __init__(self, theme: Theme, table: BarTable, models: ModelTable) -> None:
        super().__init__(theme, table)
        self._models = models

    @override
    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        row, column = self._models.rows[index.row()], Column(index.column())
        match column:
            case Column.NAME if row.name:
                head, tag = split_tag(row.name)
                return NameCell(visible(head), f":{visible(tag)}" if tag else "")
            case Column.CAPABILITIES:
                can = shown_capabilities(row.model.capabilities)
                return IconsCell(tuple(cells.CAPABILITY_ICONS[one] for one in can))
            case Column.LOADED:
                return self._state(row)
            case _:
                text = cells.text(row, column, self._models.now(row.host_id))
                is_strong = column in (Column.HOST, Column.NAME)
                return NumberCell(text) if column in _FIGURES else TextCell(text, is_strong)

    def _state(self, row: ModelRow) -> Cell:
        if row.damage:
            return DotCell(self.tr("damaged"), Dot.DOWN)
        if row.loaded is None:
            return DotCell("")
        text = cells.loaded(row.loaded, self._models.now(row.host_id))
        return DotCell(text, _DOTS[cells.running(row.loaded)])
