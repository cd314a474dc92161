"""Who tells a host's memory, and what stays loaded there, as the settings keep them."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.connection import Tunnel
from desktop.domain.memory_source import Entered, MemorySource, Pin
from desktop.domain.tellers import Place
from desktop.storage.memory_entry import MemoryEntry, PinEntry, PlaceEntry


def read_memory(entry: MemoryEntry) -> MemorySource:
    """Return what an entry says."""
    return MemorySource(
        entry.telling,
        tuple(Place(one.teller, one.port, one.path, one.is_encrypted) for one in entry.places),
        Tunnel(entry.ssh.destination, entry.ssh.port),
        Entered(entry.gpu, entry.ram, entry.is_unified, entry.has_no_gpu),
    )


def write_memory(source: MemorySource, before: MemoryEntry) -> MemoryEntry:
    """Return the entry to keep; one that says this already stays, with its unknown keys."""
    if read_memory(before) == source:
        return before
    places = (PlaceEntry(p.teller, p.port, p.path, p.is_encrypted) for p in source.places)
    ssh = replace(before.ssh, destination=source.ssh.destination, port=source.ssh.port)
    entered = source.entered
    return replace(
        before,
        telling=source.telling,
        places=tuple(places),
        ssh=ssh,
        gpu=entered.gpu,
        ram=entered.ram,
        is_unified=entered.is_unified,
        has_no_gpu=entered.has_no_gpu,
    )


def read_pins(entries: Sequence[PinEntry]) -> tuple[Pin, ...]:
    """Return the pins that name a model."""
    return tuple(Pin(entry.model, entry.context) for entry in entries if entry.model)


def write_pins(pins: Sequence[Pin], before: Sequence[PinEntry]) -> tuple[PinEntry, ...]:
    """Return the entries to keep."""
    if read_pins(before) == tuple(pins):
        return tuple(before)
    return tuple(PinEntry(pin.model, pin.context) for pin in pins)
