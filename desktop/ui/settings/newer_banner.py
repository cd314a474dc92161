"""Newer versions: asked once whether to look for them, then a quiet line when there is one."""

from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import __version__
from desktop.domain.release import Release
from desktop.storage.desktop_entry import NewerCheck
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.tips import plain_tip


class NewerBanner(QWidget):
    """Never a box, and never at the start: whoever comes to the settings is asked there."""

    def __init__(self, theme: Theme, settings: SettingsFile, newer: NewerVersions) -> None:
        super().__init__()
        self.setObjectName("newerBanner")
        self._settings = settings
        self._newer = newer
        self.yes = Button(theme, self.tr("Look once a day"))
        self.no = Button(theme, self.tr("No"), "quiet")
        self._question = Banner(
            theme,
            "info",
            self.tr("Shall Paddock look for newer versions of itself?"),
            self.tr("It fetches one small file a day, says nothing of you and installs nothing."),
            actions=(self.yes, self.no),
        )
        self._line = Label(theme, "", "body", wraps=True)
        self.page = Button(theme, self.tr("Open its page"), "link")
        self._told = QWidget()
        self._build(theme)
        self.yes.clicked.connect(lambda: self._answer(NewerCheck.YES))
        self.no.clicked.connect(lambda: self._answer(NewerCheck.NO))
        self.page.clicked.connect(self._open_page)
        self.destroyed.connect(settings.changed.subscribe(lambda _: self._show()))
        self.destroyed.connect(newer.changed.subscribe(lambda _: self._show()))
        self._show()

    def _show(self) -> None:
        choice = self._settings.settings.desktop.newer_check
        found = self._newer.newer if choice is NewerCheck.YES else None
        self._question.setVisible(choice is NewerCheck.NOT_ASKED)
        self._told.setVisible(found is not None)
        self.setVisible(choice is NewerCheck.NOT_ASKED or found is not None)
        if found is not None:
            self._line.setText(self._words(found))
            self.page.setToolTip(plain_tip(found.page))

    def _words(self, found: Release) -> str:
        if found.published is None:
            text = self.tr("Paddock {newer} is there; this is {version}.")
            return text.format(newer=found.version, version=__version__)
        text = self.tr("Paddock {newer} of {day} is there; this is {version}.")
        day = units.day(found.published)
        return text.format(newer=found.version, day=day, version=__version__)

    def _answer(self, choice: NewerCheck) -> None:
        now = self._settings.settings
        desktop = replace(now.desktop, newer_check=choice)
        self._settings.update(replace(now, desktop=desktop))

    def _open_page(self) -> None:
        if self._newer.newer is not None:
            QDesktopServices.openUrl(QUrl(self._newer.newer.page))

    def _build(self, theme: Theme) -> None:
        row = QHBoxLayout(self._told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._line, 1)
        row.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._question)
        column.addWidget(self._told)
