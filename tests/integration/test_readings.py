"""Reading a computer again and again: this one, and others over real sockets."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from desktop.domain.connection import Tunnel
from desktop.domain.readings import (
    ComputerReading,
    GpuReading,
    ReadingProblem,
    ReadingsSnapshot,
    Source,
    Vendor,
)
from desktop.domain.tellers import Place, Teller
from desktop.system.computer import read_disks
from desktop.system.far_computer import SshComputer, ToldComputer
from desktop.system.probe import Probe
from desktop.system.reader import NoReading
from desktop.system.sampler import KEPT, Readings
from desktop.system.this_computer import ThisComputer
from tests.clock import ManualClock, until
from tests.nvml_stand_in import MIB
from tests.raw_server import RawServer, whole
from tests.recorded import recorded, recorded_glances


class Script:
    """A reader that says what a test wants, the last of it for ever."""

    def __init__(self, *says: ComputerReading | NoReading) -> None:
        self.says: Sequence[ComputerReading | NoReading] = says
        self.count = 0

    async def read(self) -> ComputerReading:
        self.count += 1
        said, *later = self.says
        self.says = later or self.says
        if isinstance(said, NoReading):
            raise said
        return said


READING = ComputerReading(ram_total=2, ram_available=1)


async def pass_by(clock: ManualClock, seconds: float) -> None:
    """Let seconds go by once somebody sleeps on the clock."""
    await until(lambda: clock.sleeper_count)
    clock.advance(seconds)


async def test_a_computer_is_read_at_once_and_the_change_is_told(clock: ManualClock):
    told: list[None] = []
    async with Readings(Script(READING), clock=clock) as readings:
        readings.changed.subscribe(told.append)
        await until(lambda: told)
        assert readings.snapshot.reading == READING
        assert [sample.at for sample in readings.snapshot.history] == [0.0]


async def test_it_is_read_seldom_unless_somebody_looks(clock: ManualClock):
    script = Script(READING)
    async with Readings(script, clock=clock) as readings:
        await until(lambda: clock.waits == [30.0])
        readings.watch_closely(True)
        await until(lambda: script.count == 2 and clock.waits == [2.0])
        await pass_by(clock, 2.0)
        await until(lambda: script.count == 3 and clock.waits == [2.0])
        readings.watch_closely(False)
        await pass_by(clock, 2.0)
        await until(lambda: script.count == 4 and clock.waits == [30.0])


async def test_it_may_be_asked_to_read_at_once(clock: ManualClock):
    script = Script(READING)
    async with Readings(script, clock=clock) as readings:
        await until(lambda: clock.waits == [30.0])
        readings.refresh()
        await until(lambda: script.count == 2)


async def test_five_minutes_are_kept(clock: ManualClock):
    async with Readings(Script(READING), clock=clock) as readings:
        readings.watch_closely(True)
        for _ in range(170):
            await until(lambda: 2.0 in clock.waits)
            clock.advance(2.0)
            await asyncio.sleep(0)
        await until(lambda: readings.snapshot.history[-1].at == clock.monotonic())
        times = [sample.at for sample in readings.snapshot.history]
        assert times[-1] - times[0] == KEPT
        assert len(times) == 151


async def test_a_problem_leaves_the_last_reading(clock: ManualClock):
    trouble = NoReading(ReadingProblem.NO_ANSWER, "TimeoutError")
    script = Script(READING, trouble)
    async with Readings(script, clock=clock) as readings:
        await pass_by(clock, 30.0)
        await until(lambda: readings.snapshot.problem)
        kept = readings.snapshot.history
        assert readings.snapshot == ReadingsSnapshot(READING, kept, trouble.problem, trouble.raw)
        assert len(kept) == 1
        script.says = [READING]
        await pass_by(clock, 30.0)
        await until(lambda: readings.snapshot.problem is None)


async def test_a_driver_that_hangs_is_given_up_and_asked_again_later(clock: ManualClock):
    goes_on, asked = threading.Event(), 0

    def ask() -> int:
        nonlocal asked
        asked += 1
        goes_on.wait(10)
        return asked

    probe = Probe(ask, clock, seconds=0.01, pause=60.0)
    assert await probe.read() is None
    assert probe.is_stuck
    assert await probe.read() is None
    assert asked == 1
    clock.advance(60.0)
    assert await probe.read() is None
    assert asked == 2
    clock.advance(60.0)
    await probe.read()
    clock.advance(60.0)
    assert await probe.read() is None
    assert asked == 3
    goes_on.set()
    await until(lambda: not probe.is_stuck)
    patient = Probe(ask, clock)
    assert await patient.read() == 4


async def test_this_computer_goes_on_while_a_driver_hangs(clock: ManualClock):
    goes_on, hangs = threading.Event(), False
    card = GpuReading("NVIDIA H200", Vendor.NVIDIA, memory_total=143771 * MIB)

    def driver() -> tuple[GpuReading, ...]:
        if hangs:
            goes_on.wait(10)
        return (card,)

    computer = ThisComputer(drivers=[driver], clock=clock, patience=0.05)
    try:
        assert (await computer.read()).gpus == (card,)
        hangs = True
        reading = await computer.read()
        assert reading.gpus == (GpuReading("NVIDIA H200", Vendor.NVIDIA, is_lost=True),)
        assert reading.ram_total
    finally:
        goes_on.set()


async def test_this_computer_tells_of_itself(tmp_path: Path):
    computer = ThisComputer(lambda: [tmp_path])
    reading = await computer.read()
    assert reading.source is Source.MEASURED
    assert reading.ram_total
    assert reading.ram_available
    assert reading.ram_available <= reading.ram_total
    assert reading.cores
    assert reading.processes is not None
    (disk,) = reading.disks
    assert disk.total
    assert (await computer.read()).cpu is not None


def test_a_folder_that_is_not_there_yet_has_the_disk_above_it(tmp_path: Path):
    here, there = read_disks([tmp_path, tmp_path / "models" / "blobs"])
    assert there.total == here.total


@asynccontextmanager
async def telling(**answers: bytes) -> AsyncIterator[list[Place]]:
    """Serve an answer for each teller, by its name in the enumeration."""
    async with AsyncExitStack() as stack:
        places: list[Place] = []
        for name, answer in answers.items():
            server = await stack.enter_async_context(RawServer(answer))
            places.append(Place(Teller[name], server.address.port))
        yield places


async def test_exporters_tell_together_what_each_knows():
    node, dcgm = recorded("node_exporter.txt"), recorded("dcgm_exporter_l4.txt")
    async with telling(NODE=whole(node, "text/plain"), DCGM=whole(dcgm, "text/plain")) as places:
        computer = ToldComputer("127.0.0.1", places)
        reading = await computer.read()
    assert reading.source is Source.TOLD
    assert reading.ram_total == 25276510208
    assert reading.gpus is not None
    assert reading.gpus[0].name == "NVIDIA L4"


async def test_a_computer_s_load_is_known_from_the_second_answer_on():
    first = recorded("node_exporter.txt")
    second = first.replace(b'mode="user"} 5655.63', b'mode="user"} 5658.63')
    second = second.replace(b'mode="idle"} 9203.09', b'mode="idle"} 9204.09')
    bodies = iter((first, second))

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(whole(next(bodies), "text/plain"))
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        computer = ToldComputer("127.0.0.1", [Place(Teller.NODE, port)])
        assert (await computer.read()).cpu is None
        assert (await computer.read()).cpu == pytest.approx(75.0)


async def test_where_one_is_silent_the_others_still_tell():
    async with telling(NVIDIA_GPU=whole(recorded("nvidia_gpu_exporter.txt"))) as places:
        computer = ToldComputer("127.0.0.1", [Place(Teller.NODE, 1), *places])
        with pytest.raises(NoReading) as caught:
            await computer.read()
    assert caught.value.problem is ReadingProblem.NO_ANSWER
    assert caught.value.part is not None
    assert caught.value.part.gpus is not None
    assert caught.value.part.gpus[0].temperature == 34.0


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (whole(b"<html>", "text/html"), ReadingProblem.NOT_UNDERSTOOD),
        (whole(b"sign in", "text/plain", 401), ReadingProblem.REFUSED),
        (whole(b"", "text/plain", 302), ReadingProblem.REFUSED),
        (b"SSH-2.0-OpenSSH_9.2\r\n", ReadingProblem.NO_ANSWER),
    ],
)
async def test_what_is_no_exporter_is_told_as_such(answer: bytes, problem: ReadingProblem):
    async with telling(DCGM=answer) as places:
        with pytest.raises(NoReading) as caught:
            await ToldComputer("127.0.0.1", places).read()
    assert (caught.value.problem, caught.value.part) == (problem, None)


async def test_glances_is_asked_for_its_parts():
    asked: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        asked.append(path)
        body = recorded_glances().get(path.rpartition("/")[2], b"")
        writer.write(whole(body) if body else whole(b"", status=404))
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reading = await ToldComputer("127.0.0.1", [Place(Teller.GLANCES, port)]).read()
    assert reading.ram_total == 16422875136
    assert sorted(asked) == [f"/api/4/{part}" for part in ("cpu", "fs", "gpu", "mem", "memswap")]


def stand_in_ssh(folder: Path, script: str) -> Sequence[str]:
    path = folder / "ssh"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{folder}/words"\n{script}\n', "ascii")
    path.chmod(0o755)
    return (str(path),)


async def test_ssh_is_asked_for_what_nvidia_smi_prints(tmp_path: Path):
    answer = tmp_path / "answer"
    answer.write_bytes(recorded("nvidia_smi_rtx4090.csv"))
    ssh = stand_in_ssh(tmp_path, f'echo "a banner" >&2; cat "{answer}"')
    reading = await SshComputer(Tunnel("me@gate", 2222), ssh).read()
    assert reading.gpus is not None
    assert [card.power for card in reading.gpus] == [350.5, 280.3]
    words = (tmp_path / "words").read_text("ascii").splitlines()
    assert "BatchMode=yes" in words
    assert words[words.index("-p") + 1] == "2222"
    assert words[words.index("--") + 1 :][:2] == ["me@gate", "nvidia-smi"]


@pytest.mark.parametrize(
    ("script", "problem", "raw"),
    [
        ("echo denied >&2; exit 255", ReadingProblem.NO_SSH, "denied"),
        ("echo not found >&2; exit 127", ReadingProblem.NO_SSH, "not found"),
        ("echo hello; exit 0", ReadingProblem.NOT_UNDERSTOOD, ""),
    ],
)
async def test_ssh_that_fails_is_told_with_its_words(
    tmp_path: Path, script: str, problem: ReadingProblem, raw: str
):
    with pytest.raises(NoReading) as caught:
        await SshComputer(Tunnel("gate"), stand_in_ssh(tmp_path, script)).read()
    assert (caught.value.problem, caught.value.raw) == (problem, raw)


@pytest.mark.parametrize("destination", ["-oProxyCommand=x", "", "a b"])
async def test_a_destination_that_is_none_starts_nothing(tmp_path: Path, destination: str):
    with pytest.raises(NoReading):
        await SshComputer(Tunnel(destination), stand_in_ssh(tmp_path, "true")).read()
    assert not (tmp_path / "words").exists()
