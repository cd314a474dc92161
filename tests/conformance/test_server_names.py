"""How a server treats names: case, tags, copies and deletes."""

import pytest

from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ModelMissing, ServerRefused
from tests.conformance.target import Target

LONG = "m" * 81


async def test_a_copy_has_the_same_digest_and_no_tag_means_latest(
    client: OllamaClient, target: Target
) -> None:
    await client.copy(target.chat, target.name("copy"))
    digests = await _digests(client)
    assert digests[f"{target.name('copy')}:latest"] == digests[f"{target.chat}:latest"]


async def test_a_copy_overwrites_without_a_question(client: OllamaClient, target: Target) -> None:
    other = target.name("over")
    await client.copy(target.embedder, other)
    await client.copy(target.chat, other)
    digests = await _digests(client)
    assert digests[f"{other}:latest"] == digests[f"{target.chat}:latest"]


async def test_a_copy_to_another_case_makes_no_second_entry(
    client: OllamaClient, target: Target
) -> None:
    name = target.name("case")
    await client.copy(target.chat, name)
    await client.copy(name, target.name("CASE"))
    found = [listed for listed in await _digests(client) if listed.lower() == f"{name}:latest"]
    assert found == [f"{name}:latest"]
    await client.delete(target.name("Case"))
    assert f"{name}:latest" not in await _digests(client)


async def test_the_case_of_a_tag_is_taken_over(client: OllamaClient, target: Target) -> None:
    await client.copy(target.chat, f"{target.name('one')}:My-Paddock-Tag")
    await client.copy(target.chat, f"{target.name('two')}:my-paddock-tag")
    assert f"{target.name('two')}:My-Paddock-Tag" in await _digests(client)


async def test_spaces_around_a_name_are_ignored(client: OllamaClient, target: Target) -> None:
    assert (await client.show(f" {target.chat} ")).details.family == "llama"


async def test_a_deleted_model_is_gone_and_deleted_once_only(
    client: OllamaClient, target: Target
) -> None:
    name = target.name("gone")
    await client.copy(target.chat, name)
    await client.delete(name)
    with pytest.raises(ModelMissing) as caught:
        await client.delete(name)
    assert caught.value.message == f"model '{name}' not found"


async def test_a_name_without_a_tag_is_not_found_under_another_tag(
    client: OllamaClient, target: Target
) -> None:
    name = target.name("tagged")
    await client.copy(target.chat, f"{name}:v1")
    with pytest.raises(ModelMissing):
        await client.delete(name)


async def test_copying_what_is_not_there_is_refused(client: OllamaClient, target: Target) -> None:
    with pytest.raises(ModelMissing) as caught:
        await client.copy(target.name("nosuch"), target.name("x"))
    assert caught.value.message == f'model "{target.name("nosuch")}" not found'


@pytest.mark.parametrize("bad", ["bad name!", "modèle", LONG, "a@sha256:abc", ""])
async def test_a_name_that_is_none_is_refused(
    client: OllamaClient, target: Target, bad: str
) -> None:
    with pytest.raises(ServerRefused) as caught:
        await client.copy(target.chat, bad)
    assert caught.value.status == 400
    assert caught.value.message == f'destination "{bad}" is invalid'


async def _digests(client: OllamaClient) -> dict[str, str]:
    return {model.name: model.digest for model in (await client.tags()).rows}
