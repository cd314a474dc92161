"""Whether a host has a model, also where its list is too long to be read whole."""

from desktop.domain.name import is_same_name
from desktop.jobs.conflicts import names_in
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ModelMissing


async def is_installed(client: OllamaClient, model: str) -> bool:
    """Whether the host knows this name, compared as it compares names (fact 55)."""
    listing = await client.tags()
    if any(is_same_name(model, name) for name in names_in(listing)):
        return True
    return bool(listing.left_out) and await is_shown(client, model)


async def is_shown(client: OllamaClient, model: str) -> bool:
    """Ask for one model alone."""
    try:
        await client.show(model)
    except ModelMissing:
        return False
    return True
