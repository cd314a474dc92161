"""Which models are in memory, since when, and for how long (facts 69 to 76)."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from desktop.demo.gojson import FOREVER, later
from desktop.demo.library import Library
from desktop.demo.store import Store, StoredModel
from desktop.demo.weights import Weights
from desktop.domain.name import parse_name
from desktop.runtime.clock import Clock

KEEP_ALIVE = 300.0
"""Seconds a model stays in memory unless a request says otherwise."""
CONTEXT = 4096
"""Tokens of context unless a request or the model says otherwise (fact 69)."""
_OVERHEAD = 300_000_000


@dataclass(slots=True)
class Runner:
    """One set of weights in memory, under the name that loaded it first (fact 73)."""

    model: StoredModel
    context: int
    size: int
    size_vram: int
    keep: float
    expires_at: datetime
    busy: int = 0
    is_leaving: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Runners:
    """Loads, keeps and forgets. Nothing runs in the background: time is looked at when asked."""

    def __init__(self, clock: Clock, gpu_memory: int, load_speed: float) -> None:
        self._clock = clock
        self._gpu_memory = gpu_memory
        self._load_speed = load_speed
        self._running: dict[str, Runner] = {}
        self._loading: dict[str, asyncio.Lock] = {}

    def preload(self, library: Library, store: Store) -> None:
        """Put into memory what a library has there from the start."""
        for preloaded in library.loaded:
            model = store.find(parse_name(preloaded.name))
            if model is None or model.manifest.parts.weights is None:
                continue
            keep = FOREVER if preloaded.keep is None else preloaded.keep
            runner = self._runner(model, model.manifest.parts.weights, CONTEXT, keep)
            runner.size_vram = int(runner.size * preloaded.gpu_share)
            self._running[model.manifest.weights_digest] = runner

    def loaded(self) -> tuple[Runner, ...]:
        """Return what is in memory now. What is being loaded is not (fact 70)."""
        now = self._clock.now()
        for key, runner in tuple(self._running.items()):
            if runner.expires_at <= now and not runner.busy:
                del self._running[key]
        return tuple(self._running.values())

    def unload(self, model: StoredModel) -> None:
        """Take a model out of memory, at the end of what it is doing (facts 70, 71 and 73)."""
        key = model.manifest.weights_digest
        runner = self._running.get(key)
        if runner is None:
            return
        runner.expires_at = self._clock.now()
        runner.is_leaving = True
        if not runner.busy:
            del self._running[key]

    @asynccontextmanager
    async def use(
        self, model: StoredModel, weights: Weights, context: int | None, keep: float | None
    ) -> AsyncGenerator[Runner]:
        """Have a model in memory for the length of the block, one request at a time (fact 21)."""
        runner = await self._load(model, weights, context)
        runner.keep = runner.keep if keep is None else keep
        runner.busy += 1
        runner.is_leaving = False
        try:
            async with runner.turn:
                yield runner
        finally:
            runner.busy -= 1
            if not runner.is_leaving:
                runner.expires_at = later(self._clock.now(), runner.keep)
            self.loaded()

    async def _load(self, model: StoredModel, weights: Weights, context: int | None) -> Runner:
        key = weights.digest
        async with self._loading.setdefault(key, asyncio.Lock()):
            self.loaded()
            runner = self._running.get(key)
            wanted = _effective(weights, context)
            if runner is not None and context in {None, runner.context}:
                return runner
            await self._clock.sleep(weights.size / self._load_speed)
            keep = runner.keep if runner is not None else KEEP_ALIVE
            self._running[key] = self._runner(model, weights, wanted, keep)
            return self._running[key]

    def _runner(self, model: StoredModel, weights: Weights, context: int, keep: float) -> Runner:
        context = _effective(weights, context)
        size = weights.memory(context) + min(_OVERHEAD, weights.size)
        others = (one for key, one in self._running.items() if key != weights.digest)
        used = sum(other.size_vram for other in others)  # It itself makes room before.
        share = min(size, max(0, self._gpu_memory - used))
        expires = later(self._clock.now(), keep)
        return Runner(model, context, size, share, keep, expires)


def _effective(weights: Weights, context: int | None) -> int:
    """Clamp a context to what the model was trained with, silently as a server does (fact 17)."""
    trained = weights.context_length or CONTEXT
    return max(4, min(context if context is not None else CONTEXT, trained))
