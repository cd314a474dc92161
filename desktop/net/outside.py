"""What the world gives the network, and the way to a host that follows from it."""

import asyncio
from dataclasses import dataclass, field

from desktop.domain.address import HostAddress
from desktop.domain.proxy import (
    Login,
    ProxySetting,
    Route,
    RouteReason,
    SystemAnswer,
    SystemProxy,
    no_system_proxy,
)
from desktop.domain.routes import needs_system, route_for
from desktop.net.lookup import Resolver, ask_system
from desktop.runtime.threads import abandonable

PATIENCE = 5.0
"""Seconds for the system to name its proxy; it may have to fetch a script for that (PAC)."""


@dataclass(frozen=True, slots=True)
class Outside:
    """How names are looked up, and what the system says of proxies; a test gives its own."""

    resolver: Resolver = ask_system
    system_proxy: SystemProxy = no_system_proxy


@dataclass(frozen=True, slots=True)
class Way:
    """A route, and the login for its proxy."""

    route: Route
    login: Login = field(default=Login(), repr=False)


async def ask_system_proxy(
    url: str, system_proxy: SystemProxy, patience: float = PATIENCE
) -> SystemAnswer:
    """Return what the system says for a URL; one that takes too long counts as having no proxy."""
    try:
        async with asyncio.timeout(patience):
            return await abandonable(system_proxy, url)
    except TimeoutError:
        return SystemAnswer()


async def find_way(
    address: HostAddress, setting: ProxySetting, login: Login, system_proxy: SystemProxy
) -> Way:
    """Return the way to a host as it is now, asking the system where that decides.

    `login` is the person's, for the proxy that they entered: the system's
    proxy never sees it, and has its own if one was written with it.
    """
    answer = SystemAnswer()
    if needs_system(address, setting):
        answer = await ask_system_proxy(address.url, system_proxy)
    route = route_for(address, setting, answer)
    match route.reason:
        case RouteReason.MANUAL_PROXY:
            return Way(route, login)
        case RouteReason.SYSTEM_PROXY:
            return Way(route, answer.login)
        case _:
            return Way(route)
