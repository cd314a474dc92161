"""Loading a model into memory and taking it out again."""

from dataclasses import replace

from desktop.hosts.snapshot import LoadAttempt
from desktop.hosts.store import HostStore
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError


async def carry_out(attempt: LoadAttempt, client: OllamaClient, store: HostStore) -> None:
    """Load or unload a model; the snapshot shows the attempt until it has succeeded.

    A cancelled load ends on the server too, which drops it with the connection (fact 19).
    """
    _show(store, attempt)
    try:
        if attempt.is_unload:
            await client.unload(attempt.model)
        else:
            await client.load(attempt.model, attempt.keep_alive, attempt.context)
    except OllamaError as error:
        _show(store, replace(attempt, error=error))
    else:
        _forget(store, attempt.model)


def _show(store: HostStore, attempt: LoadAttempt) -> None:
    _forget(store, attempt.model, attempt)


def _forget(store: HostStore, model: str, *instead: LoadAttempt) -> None:
    before = store.snapshot
    others = tuple(attempt for attempt in before.attempts if attempt.model != model)
    store.put(replace(before, attempts=others + instead))
