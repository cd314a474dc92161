"""Asks one host over and over, and keeps what it says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.host import HostState
from desktop.domain.listing import Listing
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.hosts.schedule import Question, Schedule, answered, asking, failed, next_question
from desktop.hosts.snapshot import HostSnapshot
from desktop.hosts.store import HostStore
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError, StreamBroken, Unreachable
from desktop.runtime.alarm import Alarm
from desktop.runtime.clock import Clock

STEADY_SECONDS = 0.005
STEADY_PART = 0.25
"""A latency that moved by less than both is no news."""
STEADY_SKEW = 2.0
"""Seconds; the Date header has whole ones."""


class Watcher:
    """Polls one host until its task is cancelled.

    `client` gives the host's client of the moment, which is another one once
    its secret is known; `chance` gives a number from 0 to 1.
    """

    def __init__(
        self,
        store: HostStore,
        client: Callable[[], OllamaClient],
        clock: Clock,
        chance: Callable[[], float],
    ) -> None:
        self._store = store
        self._client = client
        self._clock = clock
        self._chance = chance
        self._alarm = Alarm(clock)
        self._schedule = Schedule()
        self._is_hidden = False
        self._refusals: dict[Question, OllamaError] = {}
        self._last_tags = b""

    def refresh(self) -> None:
        """Ask everything at once, or again as soon as the answer under way has come."""
        self._schedule = Schedule()
        before = self._store.snapshot
        if before.state is HostState.DOWN:
            self._store.put(replace(before, state=HostState.CHECKING, error=None, next_try=None))
        self._alarm.ring()

    def watch_closely(self, visible: bool) -> None:
        """Ask less often while nobody can see the window."""
        self._is_hidden = not visible
        self._alarm.ring()

    async def run(self) -> None:
        """Ask, for ever, whatever is due."""
        while True:
            question, due = next_question(self._schedule, is_hidden=self._is_hidden)
            now = self._clock.monotonic()
            if due > now:
                await self._alarm.sleep(due - now)
            else:
                await self._ask(question, now)

    async def _ask(self, question: Question, now: float) -> None:
        self._schedule = asking(self._schedule, question, now, self._chance())
        try:
            match question:
                case Question.VERSION:
                    await self._ask_version()
                case Question.TAGS:
                    self._keep_tags(await self._client().tags())
                case Question.PS:
                    await self._ask_ps()
        except OllamaError as error:
            if question is Question.VERSION or isinstance(error, Unreachable | StreamBroken):
                self._go_down(error)
                return
            self._refusals[question] = error
        else:
            self._refusals.pop(question, None)
        self._schedule = answered(self._schedule, question)
        self._put(self._store.snapshot)

    async def _ask_version(self) -> None:
        start = self._clock.monotonic()
        version = await self._client().version()
        before = self._store.snapshot
        skew = _skew(version.server_time, self._clock.now(), before.clock_skew)
        self._store.put(
            replace(
                before,
                state=HostState.UP,
                version=version.version,
                latency=self._latency(start),
                error=next(iter(self._refusals.values()), None),
                next_try=None,
                clock_skew=skew,
            )
        )

    async def _ask_ps(self) -> None:
        start = self._clock.monotonic()
        loaded = await self._client().ps()
        rows = tuple(sorted(loaded.rows, key=_name_key))
        self._put(replace(self._store.snapshot, loaded=rows, latency=self._latency(start)))

    def _keep_tags(self, listing: Listing[InstalledModel]) -> None:
        """Sort by name: the server's order is random within a second (fact 58)."""
        if listing.raw and listing.raw == self._last_tags:
            return
        self._last_tags = listing.raw
        self._put(
            replace(
                self._store.snapshot,
                models=tuple(sorted(listing.rows, key=_name_key)),
                models_known=True,
                damaged=listing.damaged,
                left_out=listing.left_out,
            )
        )

    def _put(self, snapshot: HostSnapshot) -> None:
        error = next(iter(self._refusals.values()), None)
        self._store.put(replace(snapshot, error=error, last_answer=self._clock.now()))

    def _go_down(self, error: OllamaError) -> None:
        now = self._clock.monotonic()
        self._schedule = failed(self._schedule, now, self._chance())
        wait = timedelta(seconds=(self._schedule.retry_at or now) - now)
        next_try = self._clock.now() + wait
        before = self._store.snapshot
        self._store.put(replace(before, state=HostState.DOWN, error=error, next_try=next_try))

    def _latency(self, start: float) -> float:
        measured = self._clock.monotonic() - start
        before = self._store.snapshot.latency
        if before is None or abs(measured - before) > max(STEADY_SECONDS, before * STEADY_PART):
            return measured
        return before


def _name_key(row: InstalledModel | LoadedModel) -> tuple[str, str]:
    return row.name.casefold(), row.name


def _skew(server_time: datetime | None, now: datetime, before: float) -> float:
    if server_time is None:
        return 0.0
    skew = (server_time - now).total_seconds()
    return before if abs(skew - before) <= STEADY_SKEW else skew
