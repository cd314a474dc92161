"""Loading a model into memory and taking it out again."""

from collections.abc import Callable
from dataclasses import replace

from desktop.hosts.snapshot import LoadAttempt
from desktop.hosts.store import HostStore
from desktop.hosts.watch import Watch
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.runtime.supervisor import Supervisor


def begin(
    attempt: LoadAttempt, watch: Watch, client: Callable[[], OllamaClient], tasks: Supervisor
) -> None:
    """Load or unload a model in a task of its own, and ask the host what it has after that."""

    async def work() -> None:
        await carry_out(attempt, client(), watch.store)
        watch.watcher.refresh()

    task = tasks.start(work(), name=f"load {attempt.model}")
    watch.others[task] = attempt
    task.add_done_callback(watch.others.pop)


def break_off(model: str, watch: Watch) -> None:
    """Stop loading a model, if it is being loaded."""
    for task, attempt in list(watch.others.items()):
        if attempt.model == model and not attempt.is_unload and task.cancel():
            if attempt in watch.store.snapshot.attempts:
                _show(watch.store, replace(attempt, is_broken_off=True))
                _forget(watch.store, model)
            watch.watcher.refresh()


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
