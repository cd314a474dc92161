"""A newer version, told where nobody is disturbed: at the settings' place in the rail."""

from PySide6.QtCore import QObject

from desktop.storage.desktop_entry import NewerCheck
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions
from desktop.ui.shell.window import MainWindow


class QuietNews(QObject):
    """A badge while there is a newer version and a person wants to know of it."""

    def __init__(self, window: MainWindow, settings: SettingsFile, newer: NewerVersions) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._newer = newer
        self.destroyed.connect(newer.changed.subscribe(lambda _: self._show()))
        self.destroyed.connect(settings.changed.subscribe(lambda _: self._show()))
        self._show()

    def _show(self) -> None:
        wants = self._settings.settings.desktop.newer_check is NewerCheck.YES
        found = self._newer.newer if wants else None
        meaning = ""
        if found is not None:
            meaning = self.tr("Paddock {version} is there").format(version=found.version)
        self._window.rail_item("settings").set_badge("1" if found else "", meaning)
