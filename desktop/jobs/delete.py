"""Deleting a model, so that nothing of it stays in memory under a dead name."""

from contextlib import suppress

from desktop.domain.name import is_same_name
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import EndpointMissing, ModelMissing


async def delete_model(client: OllamaClient, model: str) -> None:
    """Unload the model if it is loaded, then delete it; one that is gone already is no error.

    A model deleted while loaded stays in memory under a name that can no
    longer be unloaded (fact 74).

    Raises:
        OllamaError: it is still there.
    """
    await _unload(client, model)
    with suppress(ModelMissing):
        await client.delete(model)


async def _unload(client: OllamaClient, model: str) -> None:
    with suppress(EndpointMissing, ModelMissing):
        loaded = await client.ps()
        if any(is_same_name(row.name, model) for row in loaded.rows):
            await client.unload(model)
