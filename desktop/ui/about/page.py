"""Versions and licences of everything that is shipped."""

from collections.abc import Callable, Coroutine

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QStringListModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop import __version__
from desktop.domain.text import visible
from desktop.system.licences import Component
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList

_LIST = 260


class AboutPage(QWidget):
    """Read when it is first looked at: there are some dozens of small files."""

    def __init__(
        self,
        theme: Theme,
        read: Callable[[], Coroutine[object, object, tuple[Component, ...]]],
        parts: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("aboutPage")
        self._theme = theme
        self._read = read
        self._scope = TaskScope(self)
        self.components: tuple[Component, ...] = ()
        self.list = SideList(theme)
        self.text = QPlainTextEdit(readOnly=True)
        self._rows = QStringListModel(self)
        self._name = Label(theme, "", "heading")
        self._licence = Label(theme, "", "small", "muted", wraps=True, selectable=True)
        self._within = Label(theme, "", "small", "muted", wraps=True, selectable=True)
        self._build(parts)
        self.list.selectionModel().currentChanged.connect(self._show_one)

    def regions(self) -> tuple[QWidget, ...]:
        """Return where F6 goes within the sheet."""
        return self.list, self.text

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.components and not self._scope.is_busy:
            self._scope.start(self._read(), self._show)

    def _show(self, components: tuple[Component, ...]) -> None:
        self.components = components
        self._rows.setStringList([one.name for one in components])
        self.list.setCurrentIndex(self._rows.index(0, 0))

    def _show_one(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self.components):
            return
        one = self.components[index.row()]
        self._name.setText(one.name)
        self._licence.setText(self._line(one))
        names = QLocale().createSeparatedList(list(one.within))
        self._within.setText(self.tr("It is carried within {names}.").format(names=names))
        for label in (self._name, self._licence):
            label.show()
        self._within.setVisible(bool(one.within))
        missing = self.tr("The text of its licence is not part of this installation.")
        self.text.setPlainText(visible("\n\n".join(one.texts) or missing, keep_newlines=True))

    def _line(self, one: Component) -> str:
        if not one.licence:
            line = self.tr("Version {version}. Its licences stand in the text below.")
        elif one.version:
            line = self.tr("Version {version}, licence {licence}")
        else:
            line = self.tr("Licence {licence}. Which version this is, is not said here.")
        return line.format(version=one.version, licence=one.licence)

    def _build(self, parts: tuple[QWidget, ...]) -> None:
        px = self._theme.px
        self.list.setObjectName("aboutParts")
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_PartDelegate(self._theme, self.list, self))
        self.list.setFixedWidth(px(_LIST))
        self.text.setObjectName("licenceText")
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setProperty("box", "code")
        self.text.setFont(self._theme.font("mono_hint"))
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(16), px(24), px(12))
        head.setSpacing(px(3))
        title = self.tr("Paddock {version}").format(version=__version__)
        head.addWidget(Label(self._theme, title, "title"))
        line = self.tr("Free software under the MIT licence, made of these parts.")
        head.addWidget(Label(self._theme, line, "body", "muted", wraps=True))
        for part in parts:
            head.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(px(6))
        row.addWidget(self.list)
        row.addSpacing(px(6))
        row.addWidget(Hairline(upright=True))
        row.addLayout(self._build_text(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addLayout(row, 1)

    def _build_text(self) -> QVBoxLayout:
        px = self._theme.px
        right = QVBoxLayout()
        right.setContentsMargins(px(16), px(14), px(20), px(16))
        right.setSpacing(px(4))
        for label in (
            self._name,
            self._licence,
            self._within,
        ):  # Hidden until they have something to say.
            label.hide()
            right.addWidget(label)
        right.addSpacing(px(6))
        right.addWidget(self.text, 1)
        return right


class _PartDelegate(SideDelegate):
    def __init__(self, theme: Theme, view: SideList, page: AboutPage) -> None:
        super().__init__(theme, view)
        self._page = page

    @override
    def entry(self, index: QModelIndex | QPersistentModelIndex) -> SideEntry:
        one = self._page.components[index.row()]
        return SideEntry(one.name, right=one.version, second=one.licence)
