"""A JSON document as an item model for a tree."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.chat.json_document import Node, Number, written
from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.chat.json_items import Item, Items, Piece
from desktop.ui.widgets.tips import plain_tip

_LONGEST_TIP = 2000
_NONE = QModelIndex()


class JsonRole(IntEnum):
    """What a delegate paints of a row."""

    KEY = Qt.ItemDataRole.UserRole
    VALUE = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    NOTE = Qt.ItemDataRole.UserRole + 3


class JsonModel(QAbstractItemModel):
    """Makes rows as they are looked at; the text of a model is shown with nothing hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = Items([])

    def show_document(self, document: Node) -> None:
        """Show another document."""
        self.beginResetModel()
        self._items = Items(document)
        self.endResetModel()

    def json(self, index: QModelIndex) -> str:
        """Return a row's value: a text as it is, all else as JSON."""
        value = self._item(index).value
        if isinstance(value, Piece):
            return written(value.whole[value.start : value.stop])
        if isinstance(value, str) and not isinstance(value, Number):
            return value
        return written(value)

    @override
    def index(
        self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = _NONE
    ) -> QModelIndex:
        children = self._items.children(_number(parent))
        if not 0 <= row < len(children) or column != 0:
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    @override
    def parent(self, child: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        number = self._item(child).parent
        if number <= 0:
            return QModelIndex()
        return self.createIndex(self._items[number].row, 0, number)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return len(self._items.children(_number(parent)))

    @override
    def hasChildren(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> bool:
        return self._items[_number(parent)].count > 0

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 1

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        item = self._item(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                parts = (_key(item), _value(item), _note(item))
                return ": ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(item)
            case JsonRole.KEY:
                return _key(item)
            case JsonRole.VALUE:
                return _value(item)
            case JsonRole.KIND:
                return item.kind
            case JsonRole.NOTE:
                return _note(item)
            case _:
                return None

    def _tip(self, item: Item) -> str:
        if _note(item):
            return QCoreApplication.translate("Json", "This key stands here more than once.")
        if isinstance(item.value, str) and len(item.text) > 40:
            return plain_tip(visible(item.value[:_LONGEST_TIP], keep_newlines=True))
        return ""

    def _item(self, index: QModelIndex | QPersistentModelIndex) -> Item:
        return self._items[_number(index)]


def _number(index: QModelIndex | QPersistentModelIndex) -> int:
    return index.internalId() if index.isValid() else 0


def _key(item: Item) -> str:
    if isinstance(item.key, str):
        return visible(item.key[:200])
    return "" if item.key is None else str(item.key)


def _value(item: Item) -> str:
    match item.value:
        case Piece(start=start, stop=stop):
            text = QCoreApplication.translate("Json", "{first} to {last}")
            return text.format(first=units.number(start), last=units.number(stop - 1))
        case []:
            return "{}" if item.kind == "object" else "[]"
        case list() if item.kind == "object":
            return _members(item.count)
        case list():
            return _entries(item.count)
        case _:
            return visible(item.text)


def _members(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Json", "1 member")
    return QCoreApplication.translate("Json", "%n members", "", count)


def _entries(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Json", "1 entry")
    return QCoreApplication.translate("Json", "%n entries", "", count)


def _note(item: Item) -> str:
    return QCoreApplication.translate("Json", "repeated key") if item.is_repeated else ""
