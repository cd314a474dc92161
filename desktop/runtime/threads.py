"""Threads for what blocks, none of which can hold up the end of the program.

The loop's default executor is never used: it has ten workers for everything,
and the interpreter waits for them at exit.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Stopped(Exception):
    """The thread was closed before it came to this call."""


def _settle(
    loop: asyncio.AbstractEventLoop, future: asyncio.Future[T], put: Callable[[], None]
) -> None:
    def deliver() -> None:
        if not future.done():
            put()

    with contextlib.suppress(RuntimeError):  # The loop closed first: nobody waits any more.
        loop.call_soon_threadsafe(deliver)


def _at_once(settle: Callable[[], None]) -> None:
    settle()


def _call(
    loop: asyncio.AbstractEventLoop,
    future: asyncio.Future[T],
    function: Callable[[], T],
    if_awaited: Callable[[Callable[[], None]], None] = _at_once,
) -> None:
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001  carried to whoever awaits, whatever it is
        raised = error
        if_awaited(lambda: _settle(loop, future, lambda: future.set_exception(raised)))
    else:
        if_awaited(lambda: _settle(loop, future, lambda: future.set_result(result)))


class _Gate:
    """Lets a thread speak to the loop until nobody waits for it any more, and never after."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_open = True

    def shut(self) -> None:
        with self._lock:
            self._is_open = False

    def settle(self, settle: Callable[[], None]) -> None:
        with self._lock:
            if self._is_open:
                settle()


async def abandonable(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a blocking function in a daemon thread of its own and return its result.

    When the awaiting task is cancelled or times out, the thread is given up:
    it ends when its call does, and the program does not wait for it. Meant
    for look-ups of names and proxies, which cannot be interrupted. A thread
    that was given up says nothing to the loop, which may be gone by then: with
    Qt's that would end the process.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()
    gate = _Gate()
    threading.Thread(
        target=_call,
        args=(loop, future, lambda: function(*args, **kwargs), gate.settle),
        name=f"abandonable {getattr(function, '__name__', 'call')}",
        daemon=True,
    ).start()
    try:
        return await future
    finally:
        gate.shut()


class Worker:
    """One daemon thread that takes its calls in order: the only writer of a file or database."""

    def __init__(self, name: str) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a blocking function on this thread and return its result.

        Raises:
            Stopped: the worker is closed.
        """
        if self._closed:
            raise Stopped(self._thread.name)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._calls.put(lambda: _call(loop, future, lambda: function(*args, **kwargs)))
        return await future

    def post(self, function: Callable[[], None]) -> None:
        """Run a function on this thread some time, with nobody waiting for it."""
        if not self._closed:
            self._calls.put(function)

    def close(self, timeout: float = 1.0) -> bool:
        """Finish what was asked for before, waiting at most `timeout` seconds; whether it did."""
        if not self._closed:
            self._closed = True
            self._calls.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()


class Pool:
    """A few daemon threads for long work that looks at a flag now and then, such as hashing.

    A function given to `run` is handed a `threading.Event`: once that is set
    it must return soon, whatever with. It is set when the awaiting task is
    cancelled and when the pool is closed.
    """

    def __init__(self, name: str, size: int) -> None:
        self._workers = tuple(Worker(f"{name} {number}") for number in range(size))
        self._stops: set[threading.Event] = set()
        self._next = 0

    async def run(
        self,
        function: Callable[Concatenate[threading.Event, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a function on the next thread and return its result.

        Raises:
            Stopped: the pool is closed.
        """
        stop = threading.Event()
        self._stops.add(stop)
        worker = self._workers[self._next % len(self._workers)]
        self._next += 1
        try:
            return await worker.run(function, stop, *args, **kwargs)
        finally:
            stop.set()
            self._stops.discard(stop)

    def close(self, timeout: float = 0.5) -> None:
        """Tell all work to stop, and wait for the threads at most `timeout` seconds each."""
        for stop in tuple(self._stops):
            stop.set()
        for worker in self._workers:
            worker.close(timeout)
