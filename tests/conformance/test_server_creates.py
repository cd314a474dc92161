"""Creating models on a server, uploading to it, and the cards of what was made."""

import hashlib

import pytest

from desktop.domain.create import CreateRequest
from desktop.domain.model import Capability, SampleMessage
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ModelMissing, ServerRefused
from tests.conformance.target import Target, finish, upload

TEMPLATE = "{{ if .System }}{{ .System }}\n{{ end }}{{ range .Messages }}{{ .Content }}\n{{ end }}"


async def test_a_card_tells_what_the_file_says(client: OllamaClient, target: Target) -> None:
    card = await client.show(target.chat)
    assert card.metadata["general.architecture"] == "llama"
    assert card.metadata["general.parameter_count"] == 1_426_688
    assert card.metadata["tokenizer.ggml.tokens"] is None
    assert {tensor.name for tensor in card.tensors} >= {"token_embd.weight", "output.weight"}
    assert len(card.weights_digest) == 64
    assert card.parameter_rows[0] == ("stop", '"<|im_start|>"')


async def test_the_tokenizers_lists_come_on_request(client: OllamaClient, target: Target) -> None:
    card = await client.show(target.chat, verbose=True)
    tokens = card.metadata["tokenizer.ggml.tokens"]
    assert isinstance(tokens, list)
    assert len(tokens) == 480


async def test_what_is_created_is_shown(client: OllamaClient, target: Target) -> None:
    request = CreateRequest(
        target.name("custom"),
        base=target.chat,
        system="You are a pirate.",
        template=TEMPLATE,
        licenses=("first", "second"),
        parameters={"num_ctx": 2048, "stop": ["USER:"], "temperature": 0.7},
        messages=(SampleMessage("user", "hello"), SampleMessage("assistant", "ahoy")),
    )
    steps = await finish(client.create(request))
    card = await client.show(request.model)
    assert len(steps) > 3
    assert card.system == request.system
    assert card.template == TEMPLATE
    assert card.license == "first\nsecond"
    assert ("num_ctx", "2048") in card.parameter_rows
    assert card.messages == request.messages
    assert card.weights_digest == (await client.show(target.chat)).weights_digest


async def test_a_template_with_tools_gives_a_model_tools(
    client: OllamaClient, target: Target
) -> None:
    template = "{{ if .Tools }}{{ .Tools }}{{ end }}" + TEMPLATE
    request = CreateRequest(target.name("tools"), base=target.chat, template=template)
    await finish(client.create(request))
    assert Capability.TOOLS in (await client.show(request.model)).capabilities


async def test_a_create_replaces_what_has_its_name(client: OllamaClient, target: Target) -> None:
    name = target.name("twice")
    for system in ("one", "two"):
        await finish(client.create(CreateRequest(name, base=target.chat, system=system)))
    assert (await client.show(name)).system == "two"


@pytest.mark.parametrize(
    ("fields", "status", "text"),
    [
        ({}, 400, "neither 'from' or 'files' was specified"),
        ({"template": "{{ .Prompt"}, 400, "template error: template: :1: unclosed action"),
        (
            {"quantize": "q99"},
            500,
            "unsupported quantization type Q99 - supported types are "
            "F32, F16, Q4_K_S, Q4_K_M, Q8_0",
        ),
        ({"license": 7}, 500, "json: cannot unmarshal number into Go value of type []string"),
    ],
)
async def test_a_create_that_cannot_be_is_refused(
    client: OllamaClient, target: Target, fields: dict[str, str], status: int, text: str
) -> None:
    base = {"from": target.chat} if fields else {}
    more = {"model": target.name("bad"), **base, **fields}
    with pytest.raises(ServerRefused) as caught:
        await finish(client.create(CreateRequest(target.name("bad"), more=more)))
    assert (caught.value.status, caught.value.message) == (status, text)


async def test_what_is_no_gguf_is_refused_within_the_stream(
    client: OllamaClient, target: Target
) -> None:
    junk = b"paddock-test: this is no model. " * 100
    digest = f"sha256:{hashlib.sha256(junk).hexdigest()}"
    await upload(client, digest, junk)
    request = CreateRequest(target.name("junk"), files={"junk.gguf": digest})
    with pytest.raises(ServerRefused) as caught:
        await finish(client.create(request))
    assert (caught.value.status, caught.value.message) == (
        200,
        "supplied file was not in GGUF format",
    )


async def test_an_unknown_blob_is_not_there(client: OllamaClient) -> None:
    assert not await client.has_blob(f"sha256:{'1' * 64}")


async def test_a_blob_with_another_digest_is_refused(client: OllamaClient) -> None:
    with pytest.raises(ServerRefused) as caught:
        await upload(client, f"sha256:{'1' * 64}", b"paddock-test: not what it says")
    assert caught.value.status == 400
    assert caught.value.message.startswith("digest mismatch, expected")


async def test_a_card_of_nothing_is_missing(client: OllamaClient, target: Target) -> None:
    with pytest.raises(ModelMissing) as caught:
        await client.show(target.name("nosuch"))
    assert caught.value.message == f"model '{target.name('nosuch')}:latest' not found"
