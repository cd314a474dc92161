"""Who reads which computer: this one, those on which something was switched on, the demo's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.connection import Tunnel
from desktop.domain.host import Host
from desktop.domain.memory_source import Telling
from desktop.domain.readings import ComputerReading, GpuReading, ReadingProblem, Source
from desktop.domain.tellers import MetricNames
from desktop.runtime.clock import Clock
from desktop.system.far_computer import SshComputer, ToldComputer
from desktop.system.reader import NoReading, Reader
from desktop.system.this_computer import ThisComputer

DemoCard = Callable[[Host], tuple[int, int] | None]
"""Says of a demo host how many bytes its card has, and how many are used; None of another host."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Makes the readers. `far` returns None where nothing is switched on for a host.

    `clock` is that of this computer's readings; None is the program's own.
    """

    here: Reader
    far: Callable[[Host, MetricNames], Reader | None]
    clock: Clock | None = None


def usual_readers(
    folders: Callable[[], Sequence[Path]] = tuple,
    demo: DemoCard | None = None,
    ssh: Sequence[str] = ("ssh",),
) -> Readers:
    """Return those of a running program.

    `folders` are those whose disks matter here: where models are kept. A demo host's computer is
    what `demo` says. Exporters are asked directly at the host's address, past any tunnel: where
    that leads nowhere, their reading is NO_ANSWER, and a tunnel's own end is not asked at all, for
    its address means this computer here. ssh goes where the person said, else where the
    host's own tunnel goes, else to the host's address.
    """

    def far(host: Host, names: MetricNames) -> Reader | None:
        if host.is_demo:
            return DemoComputer(host, demo) if demo is not None else None
        return far_reader(host, names, ssh)

    return Readers(ThisComputer(folders), far)


def far_reader(host: Host, names: MetricNames, ssh: Sequence[str] = ("ssh",)) -> Reader | None:
    """Return who reads that host's computer, as its settings say."""
    source = host.memory
    match source.telling:
        case Telling.NOTHING:
            return None
        case Telling.EXPORTERS | Telling.GLANCES:
            if not source.places:
                return None
            if host.connection.tunnel and host.address.is_loopback:
                return BehindTunnel(host)
            return ToldComputer(host.address.host, source.places, names)
        case Telling.SSH:
            return SshComputer(ssh_destination(host), ssh)


def ssh_destination(host: Host) -> Tunnel:
    """Return where ssh goes to ask a host's computer."""
    return host.memory.ssh or host.connection.tunnel or Tunnel(host.address.host)


class BehindTunnel:
    """Tells that the exporters of a host at the end of a tunnel cannot be asked.

    Its address is a loopback one as seen from there; asked from here, this computer's own
    exporters would answer for it.
    """

    def __init__(self, host: Host) -> None:
        self._host = host

    async def read(self) -> ComputerReading:
        """Return nothing.

        Raises:
            NoReading: always.
        """
        raw = f"{self._host.address.host} at the end of an SSH tunnel"
        raise NoReading(ReadingProblem.NO_ANSWER, raw)


class DemoComputer:
    """Tells the made-up card of a demo host, and nothing else: there is no such computer."""

    def __init__(self, host: Host, card: DemoCard) -> None:
        self._host = host
        self._card = card

    async def read(self) -> ComputerReading:
        """Return its card."""
        said = self._card(self._host)
        if said is None:
            return ComputerReading(source=Source.TOLD)
        total, used = said
        card = GpuReading("Demo", memory_total=total, memory_used=used)
        return ComputerReading(source=Source.TOLD, gpus=(card,))
