"""Which way leads to each host now: asked of the system where that decides."""

import asyncio
from typing import Self

from desktop.domain.host import Host, HostId
from desktop.domain.proxy import Route, SystemAnswer, SystemProxy
from desktop.domain.routes import needs_system, route_for
from desktop.hosts.registry import HostRegistry
from desktop.net.outside import ask_system_proxy
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner


class HostRoutes(TaskOwner):
    """Keeps the route of every host of the list, for those who show it.

    The connections find their own way each time they are opened; this tells
    what that is. The system may take seconds to say it, so it is asked in a
    thread; until then a host has no route here.
    """

    def __init__(self, registry: HostRegistry, system_proxy: SystemProxy) -> None:
        super().__init__()
        self.changed = Event[HostId]()
        self._registry = registry
        self._system_proxy = system_proxy
        self._routes: dict[HostId, Route] = {}
        self._asked: dict[HostId, Host] = {}
        self._finding: dict[HostId, asyncio.Task[None]] = {}
        self._subscribe(registry.changed, lambda _: self._follow())

    async def __aenter__(self) -> Self:
        self._follow()
        return self

    def route(self, host_id: HostId) -> Route | None:
        """Return the way to a host; None while it is not known, or for a host that is gone."""
        return self._routes.get(host_id)

    def refresh(self, host_id: HostId) -> None:
        """Find the way anew, since what the system says may have changed."""
        host = self._asked.get(host_id)
        if host is not None:
            self._find(host)

    def _follow(self) -> None:
        hosts = {host.id: host for host in self._registry.hosts}
        for gone in self._asked.keys() - hosts.keys():
            self._drop(gone)
        for host in hosts.values():
            before = self._asked.get(host.id)
            if before is None or _way_of(before) != _way_of(host):
                self._drop(host.id)
                self._asked[host.id] = host
                self._find(host)

    def _drop(self, host_id: HostId) -> None:
        self._asked.pop(host_id, None)
        self._routes.pop(host_id, None)
        if (task := self._finding.pop(host_id, None)) is not None:
            task.cancel()

    def _find(self, host: Host) -> None:
        if not needs_system(host.address, host.connection.proxy):
            self._put(host.id, route_for(host.address, host.connection.proxy, SystemAnswer()))
            return
        if (task := self._finding.get(host.id)) is None or task.done():
            name = f"route to {host.address.url}"
            self._finding[host.id] = self._tasks.start(self._ask(host), name=name)

    async def _ask(self, host: Host) -> None:
        answer = await ask_system_proxy(host.address.url, self._system_proxy)
        self._put(host.id, route_for(host.address, host.connection.proxy, answer))

    def _put(self, host_id: HostId, route: Route) -> None:
        if self._routes.get(host_id) != route:
            self._routes[host_id] = route
            self.changed.emit(host_id)


def _way_of(host: Host) -> tuple[object, ...]:
    return host.address, host.connection.proxy
