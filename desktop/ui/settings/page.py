"""The settings page: one page of fields, found by a word or by its sections."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.about_files import SettingsDoors, about, files_and_privacy, memory
from desktop.ui.settings.appearance import appearance
from desktop.ui.settings.newer_banner import NewerBanner
from desktop.ui.settings.on_desktop import on_desktop, pulls
from desktop.ui.settings.section import SettingsSection
from desktop.ui.settings.side import SettingsSide
from desktop.ui.settings.words import damage_words
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import Banner, EmptyState

_COLUMN = 640


class SettingsPage(QWidget):
    """Every change takes effect at once and is kept; there is nothing to save."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        paths: Paths,
        doors: SettingsDoors,
        newer: NewerVersions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        self._theme = theme
        self._settings = settings
        self.search = SearchField(theme, self.tr("Search the settings"))
        self.search.setObjectName("settingsSearch")
        self._problem = Label(theme, "", "small", "danger", wraps=True)
        self.sections: tuple[SettingsSection, ...] = (
            appearance(theme, settings),
            on_desktop(theme, settings, looks_for_newer=newer is not None),
            pulls(theme, settings),
            memory(theme, doors),
            files_and_privacy(theme, paths, doors),
            about(theme, doors),
        )
        self.side = SettingsSide(theme, self.sections)
        self._newer = NewerBanner(theme, settings, newer) if newer is not None else None
        self._nothing = EmptyState(theme, "search-x", "")
        self.area = QScrollArea()
        self.area.setAccessibleName(QCoreApplication.translate("Palette", "Settings"))
        self._build()
        self._follow()
        self.search.textChanged.connect(self._narrow)
        self.side.chosen.connect(self.go_to)
        self.area.verticalScrollBar().valueChanged.connect(self._mark_section)
        self.destroyed.connect(settings.changed.subscribe(lambda _: self._follow()))
        self.destroyed.connect(settings.write_problem_changed.subscribe(lambda _: self._follow()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()  # What the desktop has may be another thing by now.

    def regions(self) -> tuple[QWidget, ...]:
        """Return where F6 goes within the sheet."""
        return self.search, self.area

    def focus_search(self) -> None:
        """Put the cursor where a setting is searched for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_setting(self, name: str) -> None:
        """Scroll to a field, such as "language", and let it have the keyboard."""
        self.search.clear()
        field = self.findChild(QWidget, f"settings.{name}")
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, field, lambda: self.area.ensureWidgetVisible(field))

    def go_to(self, key: str) -> None:
        """Scroll so that a section begins at the top."""
        self.search.clear()
        section = next(one for one in self.sections if one.key == key)
        self.side.show_current(key)
        QTimer.singleShot(0, section, lambda: self._scroll_to(section))

    def _scroll_to(self, section: SettingsSection) -> None:
        """Once everything that a search had hidden has its place again."""
        self.area.verticalScrollBar().setValue(section.y() - self._theme.px(8))
        self.side.show_current(section.key)

    def _follow(self) -> None:
        for section in self.sections:
            section.follow()
        problem = self._settings.write_problem
        if problem is not None:
            text = self.tr("The settings could not be written: {reason}. They hold until you quit.")
            self._problem.setText(text.format(reason=problem.strerror or type(problem).__name__))
        self._problem.setVisible(problem is not None)

    def _narrow(self) -> None:
        typed, found = self.search.text(), 0
        for section in self.sections:
            found += section.narrow(typed, is_first=found == 0)
        self._nothing.setVisible(not found)
        self._nothing.say(
            self.tr("No setting is about “{words}”").format(words=typed),
            self.tr("Ctrl+K finds actions, models and everything else."),
        )
        self.area.verticalScrollBar().setValue(0)
        self.side.refresh()

    def _mark_section(self, top: int) -> None:
        room = self.area.verticalScrollBar()
        if top >= room.maximum() > 0:
            return
        seen = [one for one in self.sections if one.isVisible() and one.y() <= top + 60]
        if seen:
            self.side.show_current(seen[-1].key)

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(12), px(20), px(12))
        head.setSpacing(px(12))
        head.addWidget(Label(self._theme, self.tr("Settings"), "title"), 1)
        head.addWidget(self.search, 2)
        inner = QWidget()
        inner.setMaximumWidth(px(_COLUMN))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(16), px(24), px(20))
        column.setSpacing(px(20))
        if (damage := self._settings.damage) is not None:
            column.addWidget(Banner(self._theme, "warning", damage_words(damage)))
        if self._newer is not None:
            column.addWidget(self._newer)
        column.addWidget(self._problem)
        for section in self.sections:
            column.addWidget(section)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline())
        layout.addWidget(self.area, 1)
        self.sections[0].narrow("", is_first=True)
