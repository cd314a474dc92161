"""The prompt that a host renders, and the body that would be sent to it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from desktop.demo.library import demo_library
from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.creation import Creation, FilePart, ModelFile, request_of
from desktop.domain.host import HostId
from desktop.domain.model import SampleMessage
from desktop.domain.recipe import Recipe
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ModelMissing, NotOllama, ServerRefused
from desktop.ollama.requests import create_body
from desktop.workshop.preview import UNKNOWN_DIGEST, PromptPreview, body_of
from tests.raw_server import STREAM, RawServer, chunk, whole

HERE = HostId("here")


@asynccontextmanager
async def preview_at(address: HostAddress) -> AsyncIterator[PromptPreview]:
    async with open_http(address) as http:
        yield PromptPreview({HERE: OllamaClient(http)}.__getitem__)


async def test_an_edited_system_prompt_is_rendered() -> None:
    async with DemoServer(demo_library()) as server, preview_at(server.address) as prompts:
        recipe = Recipe(system="Be short.", template="{{ .System }} {{ .Prompt }}")
        found = await prompts.edited(HERE, "llama3.2:3b", recipe, "Hello")
        assert found.error is None
        assert "Be short." in found.prompt
        assert "Hello" in found.prompt


async def test_an_installed_model_renders_a_chat() -> None:
    async with DemoServer(demo_library()) as server, preview_at(server.address) as prompts:
        found = await prompts.installed(HERE, "storyteller", [SampleMessage("user", "The sea")])
        assert "The sea" in found.prompt


async def test_what_the_host_refuses_is_told() -> None:
    async with DemoServer(demo_library()) as server, preview_at(server.address) as prompts:
        broken = Recipe(template="{{ .System ")
        found = await prompts.edited(HERE, "llama3.2:3b", broken, "Hello")
        assert isinstance(found.error, ServerRefused)
        found = await prompts.edited(HERE, "nobody", Recipe(), "Hello")
        assert isinstance(found.error, ModelMissing)


async def test_an_old_server_that_begins_to_answer_is_cut_off() -> None:
    row = b'{"model":"m","response":"Once","done":false}\n'
    async with RawServer(STREAM, chunk(row), is_held=True) as server:
        async with preview_at(server.address) as prompts:
            found = await prompts.edited(HERE, "m", Recipe(), "Hello")
        assert found.is_unsupported
        await server.client_left.wait()


async def test_an_answer_that_is_no_json_is_an_error() -> None:
    async with RawServer(whole(b"ready")) as server, preview_at(server.address) as prompts:
        found = await prompts.edited(HERE, "m", Recipe(), "Hello")
        assert isinstance(found.error, NotOllama)


async def test_a_host_that_was_removed_renders_nothing() -> None:
    async with DemoServer() as server, preview_at(server.address) as prompts:
        found = await prompts.edited(HostId("gone"), "m", Recipe(), "Hello")
        assert (found.prompt, found.error, found.is_unsupported) == ("", None, False)


def test_the_body_is_what_the_client_sends() -> None:
    file = ModelFile(Path("/x/base.gguf"), "base.gguf", 9)
    adapter = ModelFile(Path("/x/lora.gguf"), "lora.gguf", 9, FilePart.ADAPTER)
    recipe = Recipe(system="你好 \u200d", parameters={"temperature": 0.2, "stop": ["a"]})
    creation = Creation("new", recipe, files=(file, adapter), quantize="Q8_0")
    digests = {file.path: "sha256:1", adapter.path: "sha256:2"}
    text = body_of(creation, digests)
    assert json.loads(text) == create_body(request_of(creation, digests))
    assert "你好" in text
    assert text.index('"files"') < text.index('"adapters"') < text.index('"system"')


def test_a_file_has_no_digest_before_it_is_hashed() -> None:
    creation = Creation("new", files=(ModelFile(Path("/x/base.gguf"), "base.gguf", 9),))
    assert json.loads(body_of(creation))["files"] == {"base.gguf": UNKNOWN_DIGEST}
