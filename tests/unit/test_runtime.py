"""How things run: events, tasks, alarms and threads."""

import asyncio
import contextlib
import threading
from typing import NoReturn

import pytest

from desktop.runtime.alarm import Alarm
from desktop.runtime.clock import SystemClock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Crash, Supervisor
from desktop.runtime.task_owner import TaskOwner
from desktop.runtime.threads import Stopped, Worker, abandonable
from tests.clock import ManualClock, until
from tests.conftest import ExpectedLogs


def test_listeners_are_called_in_the_order_they_came():
    event, heard = Event[int](), list[str]()
    event.subscribe(lambda value: heard.append(f"a{value}"))
    event.subscribe(lambda value: heard.append(f"b{value}"))
    event.emit(1)
    assert heard == ["a1", "b1"]


def test_a_listener_leaves_once_and_may_say_so_twice():
    event, heard = Event[int](), list[int]()
    leave = event.subscribe(heard.append)
    leave()
    leave()
    event.emit(1)
    assert heard == []


def test_a_listener_may_leave_while_it_is_called():
    event, heard = Event[int](), list[int]()

    def once(value: int) -> None:
        heard.append(value)
        leave()

    leave = event.subscribe(once)
    event.emit(1)
    event.emit(2)
    assert heard == [1]


async def crash() -> NoReturn:
    raise LookupError("nobody foresaw this")


async def test_a_crash_is_reported_and_leaves_siblings_running(expect_log: ExpectedLogs):
    expect_log("task broken crashed")
    crashes, go = list[Crash](), asyncio.Event()
    async with Supervisor() as supervisor:
        supervisor.crashed.subscribe(crashes.append)
        sibling = supervisor.start(go.wait(), name="sibling")
        supervisor.start(crash(), name="broken")
        await until(lambda: crashes)
        assert not sibling.done()
        go.set()
        assert await sibling
    assert crashes[0].task == "broken"
    assert isinstance(crashes[0].error, LookupError)


async def test_closing_cancels_every_task_and_waits_for_it():
    ended = list[int]()

    async def stubborn(number: int) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(number)

    async with Supervisor() as supervisor:
        for number in range(3):
            supervisor.start(stubborn(number), name=f"task {number}")
        await asyncio.sleep(0)
        assert supervisor.task_count == 3
    assert sorted(ended) == [0, 1, 2]
    assert supervisor.task_count == 0


async def test_nothing_starts_after_closing():
    supervisor = Supervisor()
    await supervisor.close()
    task = supervisor.start(asyncio.sleep(0), name="late")
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()


async def test_a_cancelled_task_is_no_crash():
    crashes = list[Crash]()
    async with Supervisor() as supervisor:
        supervisor.crashed.subscribe(crashes.append)
        task = supervisor.start(asyncio.Event().wait(), name="cancelled")
        task.cancel()
        await until(task.done)
    assert crashes == []


class Follower(TaskOwner):
    """Starts a task for each word that it hears."""

    def __init__(self, words: Event[str]) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._subscribe(words, self._on_word)

    def _on_word(self, word: str) -> None:
        self.heard.append(word)
        self._tasks.start(crash() if word == "crash" else asyncio.Event().wait(), name=word)


async def test_a_service_that_is_left_hears_nothing_and_has_no_task(expect_log: ExpectedLogs):
    expect_log("task crash crashed")
    words, crashes = Event[str](), list[Crash]()
    async with Follower(words) as service:
        service.crashed.subscribe(crashes.append)
        words.emit("work")
        words.emit("crash")
        await until(lambda: crashes)
        assert "work" in {task.get_name() for task in asyncio.all_tasks()}
    words.emit("too late")
    assert service.heard == ["work", "crash"]
    assert "work" not in {task.get_name() for task in asyncio.all_tasks()}


async def test_the_system_clock_moves_forward_and_sleeps():
    clock = SystemClock()
    start, moment = clock.monotonic(), clock.now()
    await clock.sleep(0.001)
    assert clock.monotonic() > start
    assert clock.now() >= moment
    assert moment.utcoffset() is not None


async def test_an_alarm_ends_at_its_time(clock: ManualClock):
    sleep = asyncio.ensure_future(Alarm(clock).sleep(5))
    await until(lambda: clock.sleeper_count)
    clock.advance(4.9)
    await asyncio.sleep(0)
    assert not sleep.done()
    clock.advance(0.1)
    await sleep


async def test_an_alarm_can_be_rung_early(clock: ManualClock):
    alarm = Alarm(clock)
    sleep = asyncio.ensure_future(alarm.sleep(5))
    await until(lambda: clock.sleeper_count)
    alarm.ring()
    await sleep
    assert clock.sleeper_count == 0


async def test_an_alarm_rung_before_ends_only_the_next_sleep(clock: ManualClock):
    alarm = Alarm(clock)
    alarm.ring()
    await alarm.sleep(5)
    again = asyncio.ensure_future(alarm.sleep(5))
    await until(lambda: clock.sleeper_count)
    assert not again.done()
    clock.advance(5)
    await again


async def test_a_cancelled_sleep_leaves_no_sleeper(clock: ManualClock):
    sleep = asyncio.ensure_future(Alarm(clock).sleep(5))
    await until(lambda: clock.sleeper_count)
    sleep.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sleep
    assert clock.sleeper_count == 0


async def test_a_blocking_call_gives_its_result_or_error():
    assert await abandonable(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await abandonable(divmod, 7, 0)


async def test_a_blocking_call_can_be_given_up():
    release = threading.Event()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await abandonable(release.wait)
    release.set()


def test_a_loop_that_has_closed_hears_no_result():
    release = threading.Event()

    async def give_up() -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.01):
                await abandonable(release.wait)

    asyncio.run(give_up())
    release.set()


async def test_a_worker_takes_its_calls_in_order():
    worker, done = Worker("test"), list[int]()
    worker.post(lambda: done.append(1))
    await worker.run(done.append, 2)
    with pytest.raises(ZeroDivisionError):
        await worker.run(divmod, 1, 0)
    worker.post(lambda: done.append(3))
    worker.close()
    assert done == [1, 2, 3]


async def test_a_closed_worker_takes_nothing():
    worker, done = Worker("test"), list[int]()
    worker.close()
    worker.close()
    worker.post(lambda: done.append(1))
    with pytest.raises(Stopped):
        await worker.run(done.append, 2)
    assert done == []


async def test_closing_a_worker_does_not_wait_for_ever():
    worker, release, done = Worker("test"), threading.Event(), list[bool]()
    worker.post(lambda: done.append(release.wait()))
    worker.close(timeout=0.01)
    release.set()


async def test_a_task_that_lets_go_already_is_not_disturbed_by_the_end():
    let_go = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.05)
            let_go.set()

    async with Supervisor() as supervisor:
        task = supervisor.start(work(), name="work")
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    assert let_go.is_set()


async def test_a_task_that_never_lets_go_ends_all_the_same():
    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.Event().wait()

    async with Supervisor() as supervisor:
        task = supervisor.start(work(), name="work")
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    assert task.cancelled()
