"""Taking a list of hosts from a file, and giving one: how they are reached, without secrets."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.host import Host
from desktop.hosts.profiles import (
    MAX_SIZE,
    BadProfiles,
    ProfileProblem,
    compare,
    export_profiles,
    read_profiles,
)
from desktop.hosts.registry import HostRegistry
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.import_dialog import ImportDialog

FILE_NAME = "hosts.paddock.json"
_BYTES_A_CHARACTER = 4


class HostSharing(QObject):
    """Asks for the file, and says what came of it."""

    def __init__(
        self, theme: Theme, registry: HostRegistry, say: Callable[[str], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._registry = registry
        self._say = say
        self._window = window

    def ask_for_import(self) -> None:
        """Let the person choose a file, then which of its hosts to add."""
        dialog = self._file_dialog(self.tr("Import hosts"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def ask_for_export(self) -> None:
        """Let the person choose where to."""
        dialog = self._file_dialog(self.tr("Export hosts"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def read(self, path: str) -> None:
        """Show what a file holds; nothing is added before it was ticked."""
        try:
            with Path(path).open("rb") as file:
                text = file.read(MAX_SIZE * _BYTES_A_CHARACTER + 1).decode("utf-8")
            found = compare(read_profiles(text), self._registry.hosts)
        except (OSError, UnicodeDecodeError):
            self._say(self.tr("That file cannot be read."))
        except BadProfiles as bad:
            self._say(self._problem(bad))
        else:
            self._offer(found.new, len(found.present))

    def write(self, path: str) -> None:
        """Write the hosts into a file, without the demo host and without secrets."""
        try:
            Path(path).write_text(export_profiles(self._registry.hosts), encoding="utf-8")
        except OSError:
            self._say(self.tr("That file cannot be written. Choose another folder."))
        else:
            self._say(self.tr("The hosts are exported, without their passwords and tokens."))

    def _offer(self, new: tuple[Host, ...], present: int) -> None:
        if not new:
            self._say(self.tr("Every host of that file is in the list already."))
            return
        ImportDialog(self._theme, self._registry, new, present, self._window).open()

    def _problem(self, bad: BadProfiles) -> str:
        match bad.problem:
            case ProfileProblem.TOO_LARGE | ProfileProblem.TOO_MANY:
                return self.tr("That file holds more hosts than can be imported.")
            case ProfileProblem.NEWER:
                return self.tr("A newer Paddock wrote that file. Update this one to read it.")
            case ProfileProblem.NO_HOST:
                text = self.tr("Entry {number} of that file is no host, so nothing was imported.")
                return text.format(number=bad.fact)
            case ProfileProblem.NO_JSON | ProfileProblem.OTHER_FORMAT:
                return self.tr("That file holds no list of hosts.")

    def _file_dialog(self, title: str) -> QFileDialog:
        kinds = self.tr("Lists of hosts (*.json)")
        dialog = QFileDialog(self._window, title, str(Path.home()), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
