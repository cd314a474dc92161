"""What was learnt of models: how long their tokens are, and what their cards say."""

from collections.abc import Mapping

from desktop.chat.context import CardFacts, card_facts
from desktop.chat.surroundings import ModelHere
from desktop.chat.tokens import CHARACTERS_PER_TOKEN, Gauge
from desktop.domain.conversation import Target
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.runtime.supervisor import Supervisor
from desktop.storage.conversations import ConversationStore
from desktop.storage.database import StorageFailed


def key_of(target: Target, here: ModelHere) -> str:
    """Return what a model is known by: its digest, which is the same under every name."""
    return here.digest or target.model


class Experience:
    """Shared by all conversations. What is learnt of tokens is kept, cards are for this run."""

    def __init__(
        self, store: ConversationStore, tasks: Supervisor, learnt: Mapping[str, float]
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._learnt = dict(learnt)
        self._cards: dict[tuple[Target, str], CardFacts] = {}

    def gauge(self, key: str) -> Gauge:
        """Return a gauge for a model, as good as is known."""
        return Gauge(self._learnt.get(key, CHARACTERS_PER_TOKEN))

    def note(self, key: str, gauge: Gauge) -> None:
        """Remember how long a model's tokens turned out to be."""
        self._learnt[key] = gauge.characters_per_token
        self._tasks.start(self._keep(key, gauge.characters_per_token), name="learn tokens")

    def card(self, target: Target, here: ModelHere) -> CardFacts:
        """Return what is known of a model's card."""
        return self._cards.get((target, here.digest), CardFacts())

    async def read_card(self, client: OllamaClient, target: Target, here: ModelHere) -> bool:
        """Read a card that was not read yet, and say whether anything is known anew.

        A host that does not answer is asked again another time: nothing waits for a card.
        """
        if (target, here.digest) in self._cards:
            return False
        try:
            card = await client.show(target.model)
        except OllamaError:
            return False
        self._cards[target, here.digest] = card_facts(card)
        return True

    async def _keep(self, key: str, characters_per_token: float) -> None:
        """Losing it costs nothing but a worse first estimate, so a full disk is not said twice."""
        try:
            await self._store.learn(key, characters_per_token)
        except StorageFailed:
            return
