"""One answer, from the request to its last word."""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from desktop.chat.growth import growth_of
from desktop.chat.snapshot import Phase
from desktop.chat.waiting import Waiting
from desktop.domain.chat import ChatRequest, Chunk, Figures
from desktop.domain.conversation import Ending, Entry, EntryId
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock
from desktop.runtime.supervisor import Supervisor

_ENDINGS = {"stop": Ending.COMPLETE, "length": Ending.LENGTH}
_LONGEST_TROUBLE = 2000


class Answering:
    """Reads one answer and grows its entry; who asked decides what becomes of it.

    Per piece nothing is done that depends on how long the answer is. `on_phase`
    hears the entry's id and of a new phase, with the title of a conversation that
    is answered first; `on_words` the id and what gives the entry as it then is.
    """

    def __init__(
        self,
        entry: Entry,
        clock: Clock,
        on_phase: Callable[[EntryId, Phase, str], None],
        on_words: Callable[[EntryId, Callable[[], Entry]], None],
    ) -> None:
        self._entry = entry
        self._clock = clock
        self._on_phase = on_phase
        self._on_words = on_words
        self._entered = (Phase.ASKING, "")
        self._first_token = 0.0
        self._last = Chunk()
        self._read = partial(self.ended, Ending.GROWING)
        self.growth = growth_of(entry)
        self.has_words = False

    async def run(
        self, client: OllamaClient, request: ChatRequest, waiting: Waiting, tasks: Supervisor
    ) -> None:
        """Ask, and read to the end; cancelling closes the connection (fact 20).

        Raises:
            OllamaError: it could not be asked, or the answer broke off.
        """
        began = self._clock.monotonic()
        watch = tasks.start(waiting.watch(self._clock, self._enter), name="watch an answer")
        try:
            async with aclosing(client.chat(request)) as chunks:
                async for chunk in chunks:
                    watch.cancel()
                    self._take(chunk, began)
        finally:
            watch.cancel()

    def ended(self, ending: Ending, trouble: str = "") -> Entry:
        """Return the entry as it is if it ends now, in this way."""
        growth, last, before = self.growth, self._last, self._entry
        if ending is not Ending.GROWING:
            growth.end(self._clock.monotonic())
        return replace(
            before,
            text=growth.answer.text,
            thinking=growth.thinking.text,
            ending=ending,
            done_reason=last.done_reason,
            trouble=trouble[:_LONGEST_TROUBLE],
            figures=_joined(before.figures, last.figures),
            has_uncounted=_is_uncounted(before) or (self.has_words and not last.figures.eval_count),
            first_token=before.first_token or self._first_token,
            thought_for=growth.thought_for,
        )

    @property
    def counted(self) -> int:
        """How many tokens the server counted in the prompt, 0 where it did not say so."""
        return self._last.figures.prompt_eval_count

    def completed(self) -> Entry:
        """Return the entry as the server's last line has it."""
        return self.ended(_ENDINGS.get(self._last.done_reason, Ending.COMPLETE))

    def _take(self, chunk: Chunk, began: float) -> None:
        now = self._clock.monotonic()
        phase = self.growth.take(chunk, now)
        if phase is not None:
            if not self.has_words:
                self.has_words = True
                self._first_token = now - began
            self._enter(phase, "")
            self._on_words(self._entry.id, self._read)
        if chunk.done:
            self._last = chunk

    def _enter(self, phase: Phase, behind: str) -> None:
        if (phase, behind) != self._entered:
            self._entered = (phase, behind)
            self._on_phase(self._entry.id, phase, behind)


def _joined(before: Figures, after: Figures) -> Figures:
    """Add up the figures of an answer and its continuation.

    The prompt of the continuation holds the first part of the answer, so its
    count stands only where the first one is not known.
    """
    if not before.eval_count or not after.eval_count:
        return after if after.eval_count else before
    return Figures(
        total_duration=before.total_duration + after.total_duration,
        load_duration=before.load_duration + after.load_duration,
        prompt_eval_count=before.prompt_eval_count,
        prompt_eval_duration=before.prompt_eval_duration,
        eval_count=before.eval_count + after.eval_count,
        eval_duration=before.eval_duration + after.eval_duration,
    )


def _is_uncounted(entry: Entry) -> bool:
    """Whether an answer that goes on has words of which no figures came."""
    has_words = bool(entry.text or entry.thinking)
    return entry.has_uncounted or (has_words and not entry.figures.eval_count)
