"""The connection dialog with everything it asks of the program, none of it real."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.domain.connection import Certificate, Keeping, Secret
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyAddress, SystemAnswer
from desktop.domain.trust import CaFileProblem
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.runtime.event import Event
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.connection.services import DialogServices

CERTIFICATE = Certificate(
    subject="CN=tower.lan, O=Home",
    issuer="CN=tower.lan, O=Home",
    not_before=datetime(2026, 1, 2, tzinfo=UTC),
    not_after=datetime(2030, 1, 2, tzinfo=UTC),
    fingerprint="0123456789abcdef" * 4,
    names=("tower.lan", "192.168.1.20"),
    is_self_signed=True,
)
CORPORATE = SystemAnswer(ProxyAddress("http", "proxy.corp", 3128), "http_proxy")


class DraftDoctorStub:
    """Remembers what it was asked to test; a test says how the run goes."""

    def __init__(self) -> None:
        self.changed = Event[HostId]()
        self.started: list[tuple[Host, Secret]] = []
        self.cancelled: list[HostId] = []
        self._checkup: Checkup | None = None

    def start_draft(self, host: Host, secret: Secret) -> None:
        self.started.append((host, secret))
        self._checkup = Checkup(host, tuple(StepResult(step) for step in Step))

    def checkup(self, host_id: HostId) -> Checkup | None:
        found = self._checkup
        return found if found is not None and found.host.id == host_id else None

    def cancel(self, host_id: HostId) -> None:
        self.cancelled.append(host_id)

    def pass_all(self) -> None:
        """Let every step but TLS pass."""
        if (found := self._checkup) is None:
            return
        results = tuple(
            StepResult(step, StepState.SKIPPED if step is Step.TLS else StepState.PASSED, 0.004)
            for step in Step
        )
        self._checkup = replace(found, results=results, is_done=True, seconds=0.062)
        self.changed.emit(found.host.id)


@dataclass(slots=True)
class SecretsStub:
    """A place for secrets in memory; `written` says in which order what was kept."""

    keyring: bool = True
    kept: dict[HostId, Secret] = field(default_factory=dict[HostId, Secret])
    places: dict[HostId, Keeping] = field(default_factory=dict[HostId, Keeping])

    async def has_keyring(self) -> bool:
        return self.keyring

    async def read(self, host_id: HostId, keeping: Keeping = Keeping.KEYRING) -> Secret:
        return self.kept.get(host_id, Secret())

    async def write(self, host_id: HostId, secret: Secret, keeping: Keeping) -> Keeping:
        if not secret:
            await self.forget(host_id)
            return keeping
        self.kept[host_id] = secret
        self.places[host_id] = keeping
        return keeping

    async def forget(self, host_id: HostId) -> None:
        self.kept.pop(host_id, None)


async def ask_system(_url: str) -> SystemAnswer:
    return CORPORATE


async def fetch_certificate(_host: Host) -> Certificate:
    return CERTIFICATE


async def check_ca_file(path: str) -> CaFileProblem | None:
    return CaFileProblem.MISSING if "missing" in path else None


def services(
    doctor: DraftDoctorStub | None = None,
    secrets: SecretsStub | None = None,
    *,
    has_ssh: bool = True,
    jobs: int = 0,
) -> DialogServices:
    """Return what the dialog asks."""
    return DialogServices(
        ask_system,
        fetch_certificate,
        check_ca_file,
        secrets,
        doctor,
        has_ssh,
        lambda _: jobs,
    )


@asynccontextmanager
async def registry_at(
    paths: Paths, secrets: SecretsStub | None = None
) -> AsyncIterator[HostRegistry]:
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        async with (
            Clients() as clients,
            HostRegistry(settings, clients, secrets=secrets) as registry,
        ):
            yield registry
    finally:
        settings.close()
