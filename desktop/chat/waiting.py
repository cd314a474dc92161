"""Finds out what a host does with a request whose answer has not begun."""

from collections.abc import Callable

from desktop.chat.snapshot import Phase
from desktop.chat.surroundings import ModelHere, runner_of
from desktop.domain.model import LoadedModel
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.runtime.clock import Clock

LOOK_AFTER = 0.3
"""Seconds after which the host is asked; most answers have begun by then."""
LOOK_EVERY = 1.0


class Waiting:
    """Looks at what the host lists as loaded, about once a second, until it is cancelled.

    A model that is loading is not listed (fact 70). One that is listed reads
    the prompt, or is busy with another request: the server tells no queue (fact
    21), so that is known only where the other request is our own. `context` is
    the length that was asked for, 0 for whatever there is: a runner with another
    one is about to be replaced (fact 73).
    """

    def __init__(
        self,
        client: OllamaClient,
        model: str,
        here: ModelHere,
        context: int,
        behind: Callable[[], str],
    ) -> None:
        self._client = client
        self._model = model
        self._here = here
        self._context = context
        self._behind = behind

    async def watch(self, clock: Clock, tell: Callable[[Phase, str], None]) -> None:
        """Tell the phase, and the title of the conversation that is answered first."""
        if self._here.is_remote:
            return
        await clock.sleep(LOOK_AFTER)
        while True:
            await self._look(tell)
            await clock.sleep(LOOK_EVERY)

    async def _look(self, tell: Callable[[Phase, str], None]) -> None:
        try:
            loaded = await self._client.ps()
        except OllamaError:  # The request itself will say what is wrong.
            return
        runner = runner_of(self._model, self._here.digest, loaded.rows)
        if runner is None or self._is_leaving(runner):
            tell(Phase.LOADING, "")
        elif behind := self._behind():
            tell(Phase.QUEUED, behind)
        else:
            tell(Phase.READING, "")

    def _is_leaving(self, runner: LoadedModel) -> bool:
        length = runner.context_length
        return bool(self._context and length and length != self._context)
