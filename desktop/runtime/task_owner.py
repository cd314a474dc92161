"""What every service does that has tasks of its own."""

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from desktop.runtime.event import Event
from desktop.runtime.supervisor import Supervisor

T = TypeVar("T")


class TaskOwner:
    """A service used as `async with`: when it is left it hears nothing any more and has no task.

    `crashed` tells of a task that ended with an exception nobody had foreseen.
    """

    def __init__(self) -> None:
        self._tasks = Supervisor()
        self.crashed = self._tasks.crashed
        self._heard: list[Callable[[], None]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for forget in self._heard:
            forget()
        await self._close()

    def _subscribe(self, event: Event[T], listener: Callable[[T], None]) -> None:
        """Have a listener called until the service is left."""
        self._heard.append(event.subscribe(listener))

    async def _close(self) -> None:
        """End every task; a service that has more to end does it here."""
        await self._tasks.close()
