"""Adding, editing and removing hosts: the dialogs, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.hosts.removal import RemovalQuestion
from desktop.ui.shell.window import MainWindow
from desktop.ui.widgets.dialog import Dialog


class HostChanges(QObject):
    """Opens each dialog over the window; a host that is gone meanwhile is passed over.

    `added` names a host that was added, or brought back.
    """

    added = Signal(str)

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        jobs: JobQueue,
        window: MainWindow,
        start_demo: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._registry = registry
        self._jobs = jobs
        self._start_demo = start_demo
        self._window = window

    def find(self, host_id: str) -> Host | None:
        """Return that host, or None where it was removed."""
        return next((host for host in self._registry.hosts if host.id == host_id), None)

    def add(self) -> None:
        """Ask for a host's address."""
        dialog = HostDialog(self._theme, self._registry, parent=self._window)
        dialog.accepted.connect(lambda: self.added.emit(dialog.host_id or ""))
        self._open(dialog)

    def edit(self, host_id: str) -> None:
        """Open a host's address and name."""
        if (host := self.find(host_id)) is not None:
            dialog = HostDialog(self._theme, self._registry, host, parent=self._window)
            dialog.remove_wanted.connect(self.remove)
            self._open(dialog)

    def remove(self, host_id: str) -> None:
        """Remove a host, after a question where jobs would end with it."""
        if (host := self.find(host_id)) is None:
            return
        unfinished = self._unfinished(host_id)
        if not unfinished:
            self._remove(host_id)
            return
        question = RemovalQuestion(self._theme, host, unfinished, self._window)
        question.accepted.connect(lambda: self._remove(host_id))
        self._open(question)

    def _unfinished(self, host_id: str) -> int:
        return sum(job.host_id == host_id and not job.state.is_finished for job in self._jobs.jobs)

    def _open(self, dialog: Dialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _remove(self, host_id: str) -> None:
        if (host := self.find(host_id)) is None:
            return
        place = self._registry.hosts.index(host)
        self._registry.remove(host.id)
        said = self.tr("Removed {host} from the list").format(host=visible(host.label))
        self._window.toast.say(said, self.tr("Undo"), lambda: self._bring_back(host, place))

    def _bring_back(self, host: Host, place: int) -> None:
        """Put the host where it was; the demo host, whose server ended, is made anew."""
        if host.is_demo:
            self._start_demo()
        elif all(other.address != host.address for other in self._registry.hosts):
            host_id = self._registry.add(host.address, host.name)
            self._registry.move(host_id, place)
            self.added.emit(host_id)
