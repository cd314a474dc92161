"""What a server lists: itself, its models, and what it has in memory."""

from datetime import UTC, datetime, timedelta

from desktop.domain.model import Capability, LoadedModel
from desktop.ollama.client import OllamaClient
from tests.conformance.target import Target, until


async def test_a_server_names_its_version_and_its_time(client: OllamaClient) -> None:
    version = await client.version()
    assert version.version[0].isdigit()
    assert version.server_time is not None


async def test_a_server_says_whether_it_uses_the_cloud(client: OllamaClient) -> None:
    assert isinstance((await client.status()).is_cloud_disabled, bool)


async def test_a_model_is_listed_with_its_details(client: OllamaClient, target: Target) -> None:
    rows = {model.name: model for model in (await client.tags()).rows}
    chat = rows[f"{target.chat}:latest"]
    assert len(chat.digest) == 64
    assert chat.size > 2_800_000
    assert chat.modified_at is not None
    assert chat.details.format == "gguf"
    assert chat.details.family == "llama"
    assert chat.details.parameter_size == "1.43M"
    assert chat.details.quantization_level == "F16"


async def test_a_list_tells_who_writes_and_who_embeds(client: OllamaClient, target: Target) -> None:
    rows = {model.name: model for model in (await client.tags()).rows}
    assert Capability.CHAT in rows[f"{target.chat}:latest"].capabilities
    assert Capability.EMBEDDING in rows[f"{target.embedder}:latest"].capabilities


async def test_what_is_loaded_is_in_memory_until_it_is_unloaded(
    client: OllamaClient, target: Target
) -> None:
    await client.load(target.chat, keep_alive="2m")
    row = await _loaded(client, target.chat)
    assert row is not None
    assert row.size > 0
    assert row.context_length > 0
    assert row.expires_at is not None
    assert row.expires_at > datetime.now(UTC) + timedelta(seconds=30)
    await client.unload(target.chat)
    await until(lambda: _is_gone(client, target.chat))


async def test_for_ever_is_a_time_in_another_century(client: OllamaClient, target: Target) -> None:
    await client.load(target.chat, keep_alive=-1)
    row = await _loaded(client, target.chat)
    await client.unload(target.chat)
    assert row is not None
    assert row.expires_at is not None
    assert row.expires_at.year > 2200


async def test_unloading_what_is_not_loaded_is_no_error(
    client: OllamaClient, target: Target
) -> None:
    await client.unload(target.chat)
    await client.unload(target.chat)


async def _loaded(client: OllamaClient, name: str) -> LoadedModel | None:
    rows = {model.name: model for model in (await client.ps()).rows}
    return rows.get(f"{name}:latest")


async def _is_gone(client: OllamaClient, name: str) -> bool:
    return await _loaded(client, name) is None
