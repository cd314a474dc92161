"""The dialogs that concern hosts: adding, editing, removing, finding, sharing."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Network

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Remedy
from desktop.domain.host import Host, HostId
from desktop.domain.text import visible
from desktop.hosts.discovery import Discovery
from desktop.hosts.registry import HostRegistry
from desktop.hosts.twins import HostExists
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.remove import RemoveQuestion
from desktop.ui.connection.services import DialogServices
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.hosts.discovery_dialog import DiscoveryDialog
from desktop.ui.hosts.sharing import HostSharing


@dataclass(frozen=True, slots=True)
class HostDialogServices:
    """What the dialogs ask; `networks` names the private networks of this computer."""

    registry: HostRegistry
    discovery: Discovery
    networks: Callable[[], tuple[IPv4Network, ...]]
    connection: DialogServices


class HostDialogs(QObject):
    """Opens them over the window. `chosen` is told which host to show afterwards."""

    def __init__(
        self,
        theme: Theme,
        services: HostDialogServices,
        window: QWidget,
        *,
        chosen: Callable[[HostId], None],
        say: Callable[[str, str, Callable[[], None] | None], None],
        start_demo: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._chosen = chosen
        self._say = say
        self._start_demo = start_demo
        self.sharing = HostSharing(
            theme, services.registry, lambda text: say(text, "", None), window
        )

    def add(self) -> None:
        """Ask for a host's address, and show the host that was added."""
        dialog = self._dialog(None)
        dialog.accepted.connect(lambda: self._show(dialog.host_id))
        dialog.open()

    def edit(self, host_id: HostId, remedy: Remedy | None = None) -> None:
        """Open what is set about a host; with a remedy, where that is done."""
        if self._find(host_id) is None:
            return
        dialog = self._dialog(host_id)
        dialog.remove_wanted.connect(self._remove)
        dialog.open()
        if remedy is not None:
            dialog.mend(remedy)

    def remove(self, host_id: str) -> None:
        """Remove a host, after a question where jobs run on it."""
        host = self._find(host_id)
        jobs = self._services.connection.job_count(host.id) if host else 0
        if host is None or not jobs:
            self._remove(host_id)
            return
        question = RemoveQuestion(self._theme, host, jobs, parent=self._window)
        question.accepted.connect(lambda: self._remove(host_id))
        question.open()

    def find(self) -> None:
        """Look for hosts on the person's own network, once they agreed."""
        services = self._services
        dialog = DiscoveryDialog(
            self._theme, services.discovery, services.registry, services.networks, self._window
        )
        dialog.accepted.connect(lambda: self._show(next(iter(dialog.added), None)))
        dialog.open()

    def _dialog(self, host_id: HostId | None) -> HostDialog:
        registry = self._services.registry
        host = registry.snapshot(host_id).host if host_id is not None else None
        return HostDialog(
            self._theme, registry, host, self._window, services=self._services.connection
        )

    def _show(self, host_id: HostId | None) -> None:
        if host_id is not None:
            self._chosen(host_id)

    def _find(self, host_id: str) -> Host | None:
        """Return that host, or None where it was removed meanwhile."""
        return next((host for host in self._services.registry.hosts if host.id == host_id), None)

    def _remove(self, host_id: str) -> None:
        """Remove a host, and offer the way back. Its sign-in is forgotten, and stays so."""
        if (host := self._find(host_id)) is None:
            return
        place = self._services.registry.hosts.index(host)
        self._services.registry.remove(host.id)
        said = self.tr("Removed {host} from the list").format(host=visible(host.label))
        self._say(said, self.tr("Undo"), lambda: self._bring_back(host, place))

    def _bring_back(self, host: Host, place: int) -> None:
        """Put the host where it was; the demo host, whose server ended, is made anew."""
        registry = self._services.registry
        if host.is_demo:
            self._start_demo()
            return
        with suppress(HostExists):
            host_id = registry.add(
                host.address, host.name, connection=host.connection, colour=host.colour
            )
            registry.move(host_id, place)
            self._chosen(host_id)
