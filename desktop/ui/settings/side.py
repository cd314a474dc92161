"""The list of the settings page's sections."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.section import SettingsSection
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList, SideTitle


class SettingsSide(QWidget):
    """Goes to a section; those that are hidden by a search are muted."""

    chosen = Signal(str)
    """The key of a section."""

    def __init__(self, theme: Theme, sections: Sequence[SettingsSection]) -> None:
        super().__init__()
        self.setObjectName("settingsSide")
        self._sections = tuple(sections)
        self.list = SideList(theme)
        self.list.setObjectName("settingsSections")
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        titles = [section.title for section in sections]
        self.list.setModel(QStringListModel(titles, self))
        self.list.setItemDelegate(_SectionDelegate(theme, self.list, self._sections))
        self.list.clicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SideTitle(theme, self.tr("Settings")))
        column.addWidget(self.list, 1)

    def show_current(self, key: str) -> None:
        """Mark the section that is looked at, without going there."""
        rows = [row for row, section in enumerate(self._sections) if section.key == key]
        if rows and self.list.currentIndex().row() != rows[0]:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self.list.model().index(rows[0], 0))
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()

    def refresh(self) -> None:
        """Paint anew which sections have something that is searched for."""
        self.list.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._sections[index.row()].key)


class _SectionDelegate(SideDelegate):
    def __init__(self, theme: Theme, view: SideList, sections: Sequence[SettingsSection]) -> None:
        super().__init__(theme, view)
        self._sections = sections

    @override
    def entry(self, index: QModelIndex | QPersistentModelIndex) -> SideEntry:
        section = self._sections[index.row()]
        role = "muted" if section.isHidden() else "text"
        return SideEntry(section.title, icon=section.icon, name_role=role)
