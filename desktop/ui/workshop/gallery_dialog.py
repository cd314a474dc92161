"""The Modelfiles that the program brings along, to begin from."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.conversation import Target
from desktop.domain.modelfile import MODEL, parse
from desktop.domain.modelfile_edit import value_of
from desktop.domain.modelfile_writing import Unwritable
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.picker_choices import can_chat
from desktop.ui.jobs.keyed import Index
from desktop.ui.models.long_text import LongText
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList
from desktop.ui.workshop.form.shown import unwritable_words
from desktop.workshop.gallery import GalleryItem, gallery, with_base

_ROOT = QModelIndex()
_LIST, _HIGH = 250, 380


class _Items(QAbstractListModel):
    def __init__(self, items: Sequence[GalleryItem], parent: QWidget) -> None:
        super().__init__(parent)
        self.items = tuple(items)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return joining.phrases((item.title, item.line))
            case Qt.ItemDataRole.UserRole:
                return item
            case _:
                return None


class _Delegate(SideDelegate):
    @override
    def entry(self, index: Index) -> SideEntry:
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(item, GalleryItem):
            return SideEntry("")
        return SideEntry(item.title, icon="file-text")


class GalleryDialog(Dialog):
    """Titles at the left, the text at the right, and the base that it is to stand on."""

    begun = Signal(str, str)
    """The text of a new draft and its name."""

    def __init__(
        self,
        theme: Theme,
        snapshots: Sequence[HostSnapshot],
        language: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=860, parent=parent)
        self.setObjectName("galleryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Begin from the gallery")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(self.tr("Ready Modelfiles to change as you like. Nothing is made yet."))
        self._items = _Items(gallery(language or QLocale().name()), self)
        why = "" if self._items.items else self.tr("It is missing from this installation")
        self.set_primary(self.tr("Begin a draft"), enabled=not why, why=why)
        self.view = SideList(theme)
        self.view.setModel(self._items)
        self.view.setItemDelegate(_Delegate(theme, self.view))
        self.view.setAccessibleName(self.tr("Modelfiles"))
        self.what = Label(theme, "", "body", wraps=True)
        self.text = LongText(theme, self.tr("Text"), is_code=True)
        self.base = Choice(theme)
        self._base = FormField(theme, self.tr("Base model"), self.base)
        self._fill_bases(snapshots)
        self._fill_body()
        self.view.selectionModel().currentChanged.connect(self._show)
        self.view.doubleClicked.connect(self.accept)
        self.base.currentIndexChanged.connect(self._show)
        self.view.setCurrentIndex(self._items.index(0))

    @property
    def item(self) -> GalleryItem:
        """The one that is chosen."""
        return self._items.items[max(0, self.view.currentIndex().row())]

    def choose(self, key: str) -> None:
        """Choose one by its name."""
        for row, item in enumerate(self._items.items):
            if item.key == key:
                self.view.setCurrentIndex(self._items.index(row))

    @override
    def accept(self) -> None:
        text = self._text() if self._items.items else None
        if text is not None:
            self.begun.emit(text, self.item.key)
            super().accept()

    def _text(self) -> str | None:
        """Return the text with the chosen base; None where no FROM can name it."""
        target = self.base.currentData()
        if not isinstance(target, Target):
            return self.item.text
        try:
            return with_base(self.item.text, target.model)
        except Unwritable as error:
            self._base.set_error(unwritable_words(error))
            return None

    def _show(self) -> None:
        if not self._items.items:
            return
        self._base.set_error("")
        text = self._text()
        self.what.setText(self.item.line)
        self.text.show_text(text if text is not None else self.item.text)

    def _fill_bases(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Offer each model once; the one that the gallery is written for first, if it is there."""
        self.base.addItem(self.tr("As it is written"), None)
        seen: set[str] = set()
        for one in snapshots:
            for model in one.models:
                if model.name.lower() not in seen and can_chat(model):
                    seen.add(model.name.lower())
                    self.base.addItem(visible(model.name), Target(one.id, model.name))
        written = "".join(item.text for item in self._items.items[:1])
        row = self.base.findText(value_of(parse(written), MODEL) or "")
        self.base.setCurrentIndex(row if row > 0 else min(1, self.base.count() - 1))
        self.base.setMaxVisibleItems(16)

    def _fill_body(self) -> None:
        px = self._theme.px
        self.view.setFixedWidth(px(_LIST))
        self.view.setMinimumHeight(px(_HIGH))
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addWidget(self.what)
        right.addWidget(self.text, 1)
        right.addWidget(self._base)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.view)
        row.addLayout(right, 1)
        self.body.addLayout(row)
