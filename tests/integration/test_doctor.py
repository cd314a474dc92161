"""The doctor as a service: when it runs, what it tells, and how it ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from desktop.demo.server import DemoServer
from desktop.diagnostics.doctor import PAUSE, Checkup, Doctor, Step, StepState
from desktop.diagnostics.explain import Code
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Timeouts, Tunnel
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.proxy import ProxyMode, ProxySetting, SystemAnswer
from desktop.hosts.snapshot import HostSnapshot
from desktop.net.outside import Outside
from desktop.net.tunnel import Tunnels
from tests.clock import ManualClock
from tests.raw_server import RawServer, whole

TOWER = HostId("tower")
QUICK = Timeouts(connect=1.0)


def host_at(address: HostAddress, connection: Connection | None = None) -> Host:
    return Host(TOWER, address, "tower", connection=connection or Connection(timeouts=QUICK))


@asynccontextmanager
async def doctor_of(host: Host | None, **parts) -> AsyncIterator[Doctor]:
    def host_of(host_id: HostId) -> Host:
        if host is None or host_id != TOWER:
            raise KeyError(host_id)
        return host

    async with Doctor(host_of, **parts) as doctor:
        yield doctor


async def ended(doctor: Doctor) -> Checkup:
    """Return the checkup of the host once its run is done."""
    done = asyncio.Event()

    def look(_: HostId) -> None:
        if (checkup := doctor.checkup(TOWER)) is not None and checkup.is_done:
            done.set()

    forget = doctor.changed.subscribe(look)
    look(TOWER)
    await done.wait()
    forget()
    checkup = doctor.checkup(TOWER)
    assert checkup is not None
    return checkup


async def test_each_step_is_told_while_it_runs():
    async with DemoServer() as demo, doctor_of(host_at(demo.address)) as doctor:
        running: list[Step] = []

        def look(host_id: HostId) -> None:
            checkup = doctor.checkup(host_id)
            assert checkup is not None
            now = [r.step for r in checkup.results if r.state is StepState.RUNNING]
            running.extend(step for step in now if step not in running)

        doctor.changed.subscribe(look)
        doctor.start(TOWER)
        checkup = await ended(doctor)
    assert checkup.finding is None
    assert running == [step for step in Step if step not in (Step.TLS, Step.TOKEN)]


async def test_a_model_is_asked_for_one_token():
    async with DemoServer() as demo, doctor_of(host_at(demo.address)) as doctor:
        doctor.start(TOWER, token_model="nosuch")
        checkup = await ended(doctor)
        assert checkup.finding is not None
        assert checkup.finding.code is Code.MODEL_MISSING
        doctor.cancel(TOWER)
        assert doctor.checkup(TOWER) is None
        doctor.start(TOWER, token_model="llama3.2:3b")
        checkup = await ended(doctor)
    assert checkup.results[-1].facts == {"model": "llama3.2:3b"}
    assert checkup.results[-1].state is StepState.PASSED, checkup.finding


async def test_a_host_that_is_not_there_is_not_tested():
    async with doctor_of(None) as doctor:
        doctor.start(TOWER)
        doctor.cancel(TOWER)
        assert doctor.checkup(TOWER) is None


async def test_a_run_that_is_cancelled_ends_and_is_forgotten():
    async with RawServer(is_held=True) as server, doctor_of(host_at(server.address)) as doctor:
        doctor.start(TOWER)
        await server.was_asked.wait()
        doctor.cancel(TOWER)
        await server.client_left.wait()
        assert doctor.checkup(TOWER) is None


async def test_a_second_run_ends_the_first():
    async with RawServer(is_held=True) as server, doctor_of(host_at(server.address)) as doctor:
        doctor.start(TOWER)
        await server.was_asked.wait()
        server.was_asked.clear()
        doctor.start(TOWER)
        await server.was_asked.wait()
        checkup = doctor.checkup(TOWER)
        assert checkup is not None
        assert not checkup.is_done


class Runs:
    """Counts the runs that a doctor begins by itself."""

    def __init__(self, doctor: Doctor, host: Host) -> None:
        self._doctor = doctor
        self._host = host
        self.count = 0

    async def see(self, state: HostState) -> bool:
        """Show the doctor a snapshot; return whether a run began, once it has ended."""
        self._doctor.cancel(TOWER)
        began = asyncio.Event()
        forget = self._doctor.changed.subscribe(lambda _: began.set())
        self._doctor.watch(HostSnapshot(self._host, state))
        for _ in range(3):
            await asyncio.sleep(0)
        forget()
        if began.is_set():
            await ended(self._doctor)
        return began.is_set()


async def test_a_host_that_goes_down_is_tested_by_itself_once_a_minute(clock: ManualClock):
    async with RawServer(whole(b"{}")) as server:
        host = host_at(server.address)
        async with doctor_of(host, clock=clock) as doctor:
            runs = Runs(doctor, host)
            assert not await runs.see(HostState.UP)
            assert await runs.see(HostState.DOWN)
            assert not await runs.see(HostState.DOWN)
            assert not await runs.see(HostState.CHECKING)
            assert not await runs.see(HostState.DOWN)
            assert not await runs.see(HostState.UP)
            assert not await runs.see(HostState.DOWN)
            assert not await runs.see(HostState.UP)
            clock.advance(PAUSE)
            assert await runs.see(HostState.DOWN)
            doctor.forget(TOWER)
            assert await runs.see(HostState.DOWN)


async def test_a_system_proxy_that_cannot_be_used_is_a_note():
    outside = Outside(system_proxy=lambda _: SystemAnswer(unusable="socks4://old:1080"))
    connection = Connection(ProxySetting(ProxyMode.SYSTEM), timeouts=QUICK)
    async with (
        DemoServer() as demo,
        doctor_of(host_at(demo.address, connection), outside=outside) as doctor,
    ):
        doctor.start(TOWER)
        checkup = await ended(doctor)
    assert checkup.finding is None
    assert [note.code for note in checkup.notes] == [Code.PROXY_UNUSABLE]
    assert checkup.notes[0].facts["proxy"] == "socks4://old:1080"


async def test_a_tunnel_that_does_not_come_about_is_the_finding():
    connection = Connection(tunnel=Tunnel("gate"), timeouts=QUICK)
    host = host_at(HostAddress("http", "127.0.0.1", 11434), connection)
    async with Tunnels(("false",)) as tunnels, doctor_of(host, tunnels=tunnels) as doctor:
        doctor.start(TOWER)
        checkup = await ended(doctor)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.TUNNEL_FAILED
    assert checkup.results[Step.NAME.value - 1].state is StepState.SKIPPED


async def test_a_server_that_says_nothing_of_its_version_is_not_ollama():
    async with (
        RawServer(whole(b'{"hello":1}')) as server,
        doctor_of(host_at(server.address)) as doctor,
    ):
        doctor.start(TOWER)
        checkup = await ended(doctor)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.NOT_OLLAMA
    assert checkup.results[Step.OLLAMA.value - 1].state is StepState.FAILED
