"""Reads another computer, by what a person switched on there: exporters, glances, or ssh."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Tunnel
from desktop.domain.readings import ComputerReading, ReadingProblem, Source
from desktop.domain.tellers import MetricNames, Place, Teller
from desktop.net.fetch import DIRECT, FetchFailed, fetch
from desktop.net.ssh_ask import NoSsh, ask_by_ssh
from desktop.runtime.together import together
from desktop.system.exporters import CpuTime, dcgm_cards, node_reading, nvidia_gpu_cards
from desktop.system.glances import PARTS, glances_reading
from desktop.system.nvidia_smi import COMMAND, smi_cards
from desktop.system.reader import NoReading

T = TypeVar("T")

MAX_BYTES = 4 * 1024 * 1024
SECONDS = 4.0
_OK = 200
_NOTHING = ComputerReading(source=Source.TOLD)


class ToldComputer:
    """A reader of a computer on which exporters or glances run.

    They are asked all at once, without credentials. Where only some answer,
    NoReading carries what those told.
    """

    def __init__(
        self,
        host: str,
        places: Sequence[Place],
        names: MetricNames | None = None,
        connection: Connection = DIRECT,
    ) -> None:
        self._host = host
        self._places = tuple(places)
        self._names = names or MetricNames()
        self._connection = connection
        self._cpu: CpuTime | None = None

    async def read(self) -> ComputerReading:
        """Return what they tell together, the first one's figures where two tell the same.

        Raises:
            NoReading: at least one of them tells nothing.
        """
        answers = await together(self._ask(place) for place in self._places)
        told = [answer for answer in answers if isinstance(answer, ComputerReading)]
        whole = merged(told) if told else None
        for answer in answers:
            if isinstance(answer, NoReading):
                raise NoReading(answer.problem, answer.raw, whole) from answer
        return whole or _NOTHING

    async def _ask(self, place: Place) -> ComputerReading | NoReading:
        try:
            reading = await self._reading(place)
        except NoReading as error:
            return error
        has_cards = reading.gpus != () or place.teller is Teller.GLANCES
        if reading == _NOTHING or not has_cards:
            return NoReading(ReadingProblem.NOT_UNDERSTOOD, place.teller.value)
        return reading

    async def _reading(self, place: Place) -> ComputerReading:
        match place.teller:
            case Teller.NODE:
                return self._node(await self._get(place))
            case Teller.DCGM:
                cards = dcgm_cards(await self._get(place), self._names.dcgm)
                return replace(_NOTHING, gpus=cards)
            case Teller.NVIDIA_GPU:
                cards = nvidia_gpu_cards(await self._get(place), self._names.nvidia_gpu)
                return replace(_NOTHING, gpus=cards)
            case Teller.GLANCES:
                return glances_reading(await self._glances(place))

    def _node(self, text: bytes) -> ComputerReading:
        reading, now = node_reading(text, self._names.node)
        before, self._cpu = self._cpu, now
        load = now.load_since(before) if now is not None and before is not None else None
        return replace(reading, cpu=load)

    async def _glances(self, place: Place) -> Mapping[str, bytes]:
        """Ask for each part; one that this glances does not have is left out, memory excepted."""
        answers = await together(self._part(place, part) for part in PARTS)
        if isinstance(answers[0], NoReading):
            raise answers[0]
        return {
            part: answer
            for part, answer in zip(PARTS, answers, strict=True)
            if isinstance(answer, bytes)
        }

    async def _part(self, place: Place, part: str) -> bytes | NoReading:
        try:
            return await self._get(place, f"/{part}")
        except NoReading as error:
            return error

    async def _get(self, place: Place, below: str = "") -> bytes:
        scheme = "https" if place.is_encrypted else "http"
        address = HostAddress(scheme, self._host, place.real_port)
        try:
            answer = await fetch(
                address,
                place.real_path + below,
                connection=self._connection,
                max_bytes=MAX_BYTES,
                seconds=SECONDS,
            )
        except FetchFailed as error:
            raise NoReading(ReadingProblem.NO_ANSWER, str(error)) from error
        if answer.status != _OK:
            raise NoReading(ReadingProblem.REFUSED, f"HTTP {answer.status}")
        return answer.body


class SshComputer:
    """A reader of a computer's NVIDIA cards, by `ssh … nvidia-smi`."""

    def __init__(self, destination: Tunnel, ssh: Sequence[str] = ("ssh",)) -> None:
        self._destination = destination
        self._ssh = ssh

    async def read(self) -> ComputerReading:
        """Return the cards; nothing else is known this way.

        Raises:
            NoReading: ssh did not get there, or nvidia-smi is not there.
        """
        try:
            said = await ask_by_ssh(self._ssh, self._destination, COMMAND)
        except NoSsh as error:
            raise NoReading(ReadingProblem.NO_SSH, str(error)) from error
        if (cards := smi_cards(said.output)) is not None:
            return replace(_NOTHING, gpus=cards)
        if said.code != 0:
            raise NoReading(ReadingProblem.NO_SSH, said.complaint)
        raise NoReading(ReadingProblem.NOT_UNDERSTOOD, said.complaint)


def merged(readings: Sequence[ComputerReading]) -> ComputerReading:
    """Return one reading of several of the same computer; the first that knows a figure has it."""
    whole = readings[0]
    for other in readings[1:]:
        whole = ComputerReading(
            source=whole.source,
            ram_total=_first(whole.ram_total, other.ram_total),
            ram_available=_first(whole.ram_available, other.ram_available),
            swap_total=_first(whole.swap_total, other.swap_total),
            swap_used=_first(whole.swap_used, other.swap_used),
            cpu=_first(whole.cpu, other.cpu),
            cores=_first(whole.cores, other.cores),
            disks=whole.disks or other.disks,
            gpus=whole.gpus or other.gpus or _first(whole.gpus, other.gpus),
            processes=_first(whole.processes, other.processes),
            is_limited=whole.is_limited or other.is_limited,
        )
    return whole


def _first(one: T | None, other: T | None) -> T | None:
    return other if one is None else one
