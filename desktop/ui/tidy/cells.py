"""How the cells of the page's tables look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from typing_extensions import override

from desktop.domain.name import split_tag
from desktop.domain.text import visible
from desktop.memory.sharing import Frees
from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy.table import TidyTable
from desktop.ui.tidy.view import Column
from desktop.ui.widgets.cells import Cell, NameCell, NumberCell, TextCell
from desktop.ui.widgets.table import BarTable, CellDelegate


class TidyCells(CellDelegate):
    """Names with muted tags, sizes at the right; what is surely freed stands out."""

    def __init__(self, theme: Theme, table: BarTable, models: TidyTable) -> None:
        super().__init__(theme, table)
        self._models = models

    @override
    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        found, column = self._models.rows[index.row()], Column(index.column())
        text = self._models.text(found, column)
        if column is Column.NAME and found.row.name:
            head, tag = split_tag(found.row.name)
            return NameCell(visible(head), f":{visible(tag)}" if tag else "")
        if column is Column.SIZE:
            return NumberCell(text)
        is_sure = found.freeing is not None and found.freeing.frees is Frees.WHOLE
        return TextCell(
            text, is_strong=column is Column.HOST or (column is Column.FREES and is_sure)
        )
