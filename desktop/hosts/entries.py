"""Hosts as the settings keep them."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.address import BadAddress, parse_address
from desktop.domain.host import Host, HostId
from desktop.hosts.connection_entries import read_connection, write_connection
from desktop.hosts.memory_entries import read_memory, read_pins, write_memory, write_pins
from desktop.storage.settings import HostEntry


def new_id() -> HostId:
    """Return an id that no host has had."""
    return HostId(uuid.uuid4().hex)


def read_entries(entries: Sequence[HostEntry]) -> tuple[Host, ...]:
    """Return the hosts that can be read, each with an id of its own."""
    hosts: dict[HostId, Host] = {}
    for entry in entries:
        host_id = HostId(entry.id)
        if not host_id or host_id in hosts:
            host_id = new_id()
        if _is_readable(entry):
            hosts[host_id] = Host(
                host_id,
                parse_address(entry.address),
                entry.name,
                connection=read_connection(entry.connection),
                colour=entry.colour,
                memory=read_memory(entry.memory),
                pins=read_pins(entry.pins),
            )
    return tuple(hosts.values())


def write_entries(hosts: Sequence[Host], before: Sequence[HostEntry]) -> tuple[HostEntry, ...]:
    """Return what to keep: every host but the demo host, and last what could not be read."""
    known = {entry.id: entry for entry in before}
    kept = tuple(
        _write(host, known.get(host.id, HostEntry(id=host.id)))
        for host in hosts
        if not host.is_demo
    )
    return kept + tuple(entry for entry in before if not _is_readable(entry))


def _write(host: Host, before: HostEntry) -> HostEntry:
    return replace(
        before,
        address=host.address.url,
        name=host.name,
        colour=host.colour,
        connection=write_connection(host.connection, before.connection),
        memory=write_memory(host.memory, before.memory),
        pins=write_pins(host.pins, before.pins),
    )


def _is_readable(entry: HostEntry) -> bool:
    try:
        parse_address(entry.address)
    except BadAddress:
        return False
    return True
