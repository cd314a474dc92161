"""What others ask of the host registry: each service names as much of it as it needs."""

from typing import Protocol

from desktop.domain.host import HostId
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.runtime.event import Event


class WatchedHosts(Protocol):
    """The hosts of the list, and when they change; see `HostRegistry`."""

    @property
    def changed(self) -> Event[None]: ...
    @property
    def host_changed(self) -> Event[HostId]: ...
    @property
    def snapshots(self) -> tuple[HostSnapshot, ...]: ...
    def snapshot(self, host_id: HostId) -> HostSnapshot: ...


class AsksCards(Protocol):
    """Who asks a host for a model's card."""

    async def try_card(
        self, host_id: HostId, model: str, *, verbose: bool = False
    ) -> CardAnswer: ...


class HostsWithCards(WatchedHosts, AsksCards, Protocol):
    """The hosts of the list, and the cards of their models."""
