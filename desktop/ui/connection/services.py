"""What the connection dialog asks of the program, beside the list of hosts."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from desktop.diagnostics.checkup import Checkup
from desktop.diagnostics.explain import Explanation
from desktop.domain.connection import Certificate, Keeping, Secret
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import SystemAnswer
from desktop.domain.trust import CaFileProblem
from desktop.runtime.event import Event

AskSystem: TypeAlias = Callable[[str], Coroutine[Any, Any, SystemAnswer]]
"""Says, without blocking, which proxy the system has for a URL."""
FetchCertificate: TypeAlias = Callable[[Host], Coroutine[Any, Any, Certificate | Explanation]]
"""Brings what a host shows of itself, believed or not, or why it showed nothing."""
CheckCaFile: TypeAlias = Callable[[str], Coroutine[Any, Any, CaFileProblem | None]]
"""Says why a file holds no certificates that can be used; None where it does."""


class DraftDoctor(Protocol):
    """Tests a host that is not saved; `diagnostics.doctor.Doctor` is one."""

    changed: Event[HostId]

    def start_draft(self, host: Host, secret: Secret) -> None: ...
    def checkup(self, host_id: HostId) -> Checkup | None: ...
    def cancel(self, host_id: HostId) -> None: ...


class SecretStore(Protocol):
    """Where secrets are kept; `storage.secrets.Secrets` is one."""

    async def has_keyring(self) -> bool: ...
    async def read(self, host_id: HostId, keeping: Keeping = ...) -> Secret: ...


@dataclass(frozen=True, slots=True)
class DialogServices:
    """Each may be missing, as in a test of something else; what needs it is then left out."""

    ask_system: AskSystem | None = None
    fetch_certificate: FetchCertificate | None = None
    check_ca_file: CheckCaFile | None = None
    secrets: SecretStore | None = None
    doctor: DraftDoctor | None = None
    has_ssh: bool = True
    job_count: Callable[[HostId], int] = lambda _: 0
