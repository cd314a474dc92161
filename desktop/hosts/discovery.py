"""Finding Ollama servers in networks that are given, when a person asked for it."""

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from ipaddress import IPv4Address, IPv4Network
from typing import cast

from typing_extensions import override

from desktop.domain.address import DEFAULT_PORT, HostAddress
from desktop.domain.host import Host, HostId
from desktop.net.fetch import Fetched, FetchFailed, fetch
from desktop.net.knock import knock
from desktop.net.lookup import Endpoint
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

AT_ONCE = 128
KNOCK = 0.5
"""Seconds to make a connection; one is there within milliseconds in one's own network."""
LARGEST = 22
"""Prefix length of the largest network that is looked through: 1,022 addresses."""
MOST_NETWORKS = 8
_PRIVATE = tuple(
    IPv4Network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8")
)
_LONGEST_VERSION = 64
_LARGEST_LIST = 1024 * 1024
"""Bytes of a list of models whose rows are counted."""


class NetworkProblem(Enum):
    """Why a network is not looked through."""

    NOT_PRIVATE = auto()
    TOO_LARGE = auto()
    TOO_MANY = auto()
    """More than eight networks."""


class BadNetwork(ValueError):
    """A network that is not looked through, and why."""

    def __init__(self, problem: NetworkProblem, network: IPv4Network) -> None:
        super().__init__(f"{problem.name} {network}")
        self.problem = problem
        self.network = network


@dataclass(frozen=True, slots=True)
class Found:
    """An Ollama server; `models` is None where it did not say, `known` who it is in the list."""

    address: HostAddress
    version: str
    models: int | None = None
    known: HostId | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """How far a search is: addresses asked of all, and what was found, by address."""

    asked: int = 0
    total: int = 0
    found: tuple[Found, ...] = ()
    is_running: bool = False


class Discovery(TaskOwner):
    """Looks through networks, one search at a time. Closing it leaves no task and no socket.

    It is given its networks, and finds none by itself. Nobody is sent anything
    but a GET without credentials. `hosts` says which hosts are in the list.
    """

    def __init__(self, hosts: Callable[[], Sequence[Host]] = tuple) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.snapshot = Search()
        self._hosts = hosts
        self._looks: set[asyncio.Task[None]] = set()

    @override
    async def _close(self) -> None:
        self.cancel()
        await super()._close()

    def start(self, networks: Sequence[IPv4Network], port: int = DEFAULT_PORT) -> None:
        """Begin a search; one that is under way ends.

        Raises:
            BadNetwork: a network is not private, or too large; nothing is begun.
        """
        addresses = addresses_of(networks)
        self.cancel()
        self._put(Search(total=len(addresses), is_running=bool(addresses)))
        left = iter(addresses)
        for _ in range(min(AT_ONCE, len(addresses))):
            task = self._tasks.start(self._search(left, port), name="discovery")
            self._looks.add(task)
            task.add_done_callback(self._on_done)

    def cancel(self) -> None:
        """End the search; what was found stays."""
        tasks, self._looks = self._looks, set()
        for task in tasks:
            task.cancel()
        if self.snapshot.is_running:
            self._put(replace(self.snapshot, is_running=False))

    async def _search(self, addresses: Iterator[IPv4Address], port: int) -> None:
        for address in addresses:
            found = await look(HostAddress("http", str(address), port))
            before = self.snapshot
            rows = before.found if found is None else (*before.found, self._recognised(found))
            in_order = tuple(sorted(rows, key=lambda row: IPv4Address(row.address.host)))
            self._put(replace(before, asked=before.asked + 1, found=in_order))

    def _recognised(self, found: Found) -> Found:
        known = (host.id for host in self._hosts() if host.address == found.address)
        return replace(found, known=next(known, None))

    def _on_done(self, task: asyncio.Task[None]) -> None:
        if task in self._looks:
            self._looks.discard(task)
            if not self._looks:
                self._put(replace(self.snapshot, is_running=False))

    def _put(self, snapshot: Search) -> None:
        self.snapshot = snapshot
        self.changed.emit(None)


def addresses_of(networks: Sequence[IPv4Network]) -> tuple[IPv4Address, ...]:
    """Return every host's address in these networks, once.

    Raises:
        BadNetwork: one is not private or too large, or they are too many.
    """
    if len(networks) > MOST_NETWORKS:
        raise BadNetwork(NetworkProblem.TOO_MANY, networks[MOST_NETWORKS])
    for network in networks:
        if not any(network.subnet_of(private) for private in _PRIVATE):
            raise BadNetwork(NetworkProblem.NOT_PRIVATE, network)
        if network.prefixlen < LARGEST:
            raise BadNetwork(NetworkProblem.TOO_LARGE, network)
    return tuple(dict.fromkeys(address for network in networks for address in network.hosts()))


async def look(address: HostAddress) -> Found | None:
    """Return the Ollama server at an address, or None."""
    if not await knock(Endpoint(address.host, address.port), KNOCK):
        return None
    try:
        version = _version(await fetch(address, "/api/version"))
    except FetchFailed:
        return None
    return Found(address, version, await _count_models(address)) if version else None


async def _count_models(address: HostAddress) -> int | None:
    try:
        answer = await fetch(address, "/api/tags", max_bytes=_LARGEST_LIST)
    except FetchFailed:
        return None
    rows = _object(answer).get("models")
    return len(cast("list[object]", rows)) if isinstance(rows, list) else None


def _version(answer: Fetched) -> str:
    version = _object(answer).get("version")
    return version if isinstance(version, str) and len(version) <= _LONGEST_VERSION else ""


def _object(answer: Fetched) -> dict[str, object]:
    """Return the JSON object of an answer with status 200; an empty one for anything else."""
    if answer.status != 200:
        return {}
    try:
        value: object = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
