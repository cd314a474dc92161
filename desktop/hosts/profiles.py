"""Lists of hosts to share: how each is reached, without secrets and without this program's ids."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import cast

from desktop.domain.address import BadAddress, parse_address
from desktop.domain.connection import Keeping
from desktop.domain.host import Host
from desktop.domain.model import JsonValue
from desktop.hosts.connection_entries import read_connection, write_connection
from desktop.hosts.entries import new_id
from desktop.hosts.memory_entries import read_memory, write_memory
from desktop.hosts.secret_keeping import kept_in, with_login
from desktop.storage.connection_entry import ConnectionEntry
from desktop.storage.memory_entry import MemoryEntry
from desktop.storage.records import decode, encode
from desktop.storage.settings import HostEntry

FORMAT = "paddock hosts"
VERSION = 1
MAX_SIZE = 1024 * 1024
"""Characters."""
MAX_HOSTS = 500
MAX_NAME = 200
"""Characters."""


class ProfileProblem(Enum):
    """Why a text is no list of hosts."""

    TOO_LARGE = auto()
    NO_JSON = auto()
    OTHER_FORMAT = auto()
    NEWER = auto()
    """Of a later version; the fact is which."""
    TOO_MANY = auto()
    NO_HOST = auto()
    """One entry is no host; the fact is which, counted from 1."""


class BadProfiles(ValueError):
    """A text that is no list of hosts, and why. It holds nothing of that text but a number."""

    def __init__(self, problem: ProfileProblem, fact: str = "") -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.fact = fact


@dataclass(frozen=True, slots=True)
class Compared:
    """Hosts of a list: those to add, and those whose address is in the list already.

    `present` has the host that was read and the one that stays as it is.
    """

    new: tuple[Host, ...]
    present: tuple[tuple[Host, Host], ...]


def export_profiles(hosts: Sequence[Host]) -> str:
    """Return the hosts, but for the demo host, as JSON."""
    rows = [_write(host) for host in hosts if not host.is_demo]
    return json.dumps({"format": FORMAT, "version": VERSION, "hosts": rows}, indent=2) + "\n"


def read_profiles(text: str) -> tuple[Host, ...]:
    """Return the hosts of an exported list, each with a new id.

    A part of a connection that means nothing falls to its default.

    Raises:
        BadProfiles: it is no such list, or one of its entries is no host.
    """
    if len(text) > MAX_SIZE:
        raise BadProfiles(ProfileProblem.TOO_LARGE)
    try:
        content: object = json.loads(text)
    except (ValueError, RecursionError):
        raise BadProfiles(ProfileProblem.NO_JSON) from None
    rows = _rows(content)
    if len(rows) > MAX_HOSTS:
        raise BadProfiles(ProfileProblem.TOO_MANY)
    return tuple(_read(row, number) for number, row in enumerate(rows, 1))


def compare(read: Sequence[Host], known: Sequence[Host]) -> Compared:
    """Part what was read by whether its address is known; of twins in it the first counts."""
    by_address = {host.address: host for host in known}
    new: list[Host] = []
    present: list[tuple[Host, Host]] = []
    for host in read:
        if (other := by_address.get(host.address)) is not None:
            present.append((host, other))
        else:
            by_address[host.address] = host
            new.append(host)
    return Compared(tuple(new), tuple(present))


def _write(host: Host) -> dict[str, JsonValue]:
    """Leave out what is of this computer alone: the id, and where its secret is kept."""
    host = kept_in(host, Keeping.KEYRING)
    connection = with_login(host.connection, False)
    entry = HostEntry(
        address=host.address.url,
        name=host.name,
        colour=host.colour,
        connection=write_connection(connection, ConnectionEntry()),
        memory=write_memory(host.memory, MemoryEntry()),
    )
    row = encode(entry)
    del row["id"], row["pins"]
    return row


def _rows(content: object) -> Sequence[object]:
    if not isinstance(content, dict):
        raise BadProfiles(ProfileProblem.OTHER_FORMAT)
    parts = cast("Mapping[str, object]", content)
    version, rows = parts.get("version"), parts.get("hosts")
    if parts.get("format") != FORMAT or not isinstance(version, int):
        raise BadProfiles(ProfileProblem.OTHER_FORMAT)
    if version > VERSION:
        raise BadProfiles(ProfileProblem.NEWER, str(version)[:20])
    if not isinstance(rows, list):
        raise BadProfiles(ProfileProblem.OTHER_FORMAT)
    return cast("list[object]", rows)


def _read(row: object, number: int) -> Host:
    if not isinstance(row, dict):
        raise BadProfiles(ProfileProblem.NO_HOST, str(number))
    entry = decode(HostEntry, cast("Mapping[str, JsonValue]", row))
    try:
        address = parse_address(entry.address)
    except BadAddress:
        raise BadProfiles(ProfileProblem.NO_HOST, str(number)) from None
    if len(entry.name) > MAX_NAME:
        raise BadProfiles(ProfileProblem.NO_HOST, str(number))
    connection = with_login(read_connection(entry.connection), False)
    host = Host(
        new_id(),
        address,
        entry.name.strip(),
        connection=connection,
        colour=entry.colour,
        memory=read_memory(entry.memory),
    )
    return kept_in(host, Keeping.KEYRING)
