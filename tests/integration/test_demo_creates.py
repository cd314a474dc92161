"""What the stand-in makes of uploaded files beside the weights, and of folders."""

import hashlib
import json

import httpx
import pytest

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from tests.demo_client import FOLDER, client_of, post, statuses

TINY = (FOLDER / "tiny.gguf").read_bytes()
SEA = "llama3.2:3b"
CONFIG = json.dumps({"model_type": "qwen2", "hidden_size": 896, "vocab_size": 10**12}).encode()


async def _upload(client: httpx.AsyncClient, content: bytes) -> str:
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    await client.post(f"/api/blobs/{digest}", content=content)
    return digest


async def test_an_adapter_and_a_draft_become_layers_of_their_own() -> None:
    async with DemoServer(pace=AT_ONCE) as server, client_of(server) as client:
        digest = await _upload(client, TINY)
        files = {"adapters": {"a.gguf": digest}, "draft_files": {"d.gguf": digest}}
        said = await statuses(client, "/api/create", model="mine", **{"from": SEA}, **files)
        card = (await post(client, "/api/show", model="mine")).json()
        assert said[0] == "parsing GGUF"
        assert f"using existing layer {digest}" in said
        blob = digest.replace(":", "-")
        assert f"ADAPTER /srv/ollama/models/blobs/{blob}\n" in card["modelfile"]
        assert f"DRAFT /srv/ollama/models/blobs/{blob}\n" in card["modelfile"]


@pytest.mark.parametrize(
    ("adapters", "text"),
    [
        ({"a.gguf": "x", "b.gguf": "x"}, "only one adapter is currently supported"),
        ({"/etc/a.gguf": "x"}, "file path must be relative"),
    ],
)
async def test_adapters_that_cannot_be_are_refused(adapters: dict[str, str], text: str) -> None:
    async with DemoServer(pace=AT_ONCE) as server, client_of(server) as client:
        fields = {"from": SEA, "adapters": adapters}
        answer = await post(client, "/api/create", model="mine", **fields)
        assert (answer.status_code, answer.json()["error"]) == (400, text)


async def test_an_adapter_that_is_no_gguf_is_refused() -> None:
    async with DemoServer(pace=AT_ONCE) as server, client_of(server) as client:
        adapters = {"a.gguf": await _upload(client, b"nothing of the kind")}
        said = await statuses(client, "/api/create", model="m", **{"from": SEA}, adapters=adapters)
        assert said == ["parsing GGUF", "supplied file was not in GGUF format"]


async def test_a_folder_of_safetensors_is_converted() -> None:
    async with DemoServer(pace=AT_ONCE) as server, client_of(server) as client:
        files = {
            "model.safetensors": await _upload(client, b"\0" * 4096),
            "config.json": await _upload(client, CONFIG),
        }
        said = await statuses(client, "/api/create", model="mine", files=files)
        details = (await post(client, "/api/show", model="mine")).json()["details"]
        assert (said[0], said[-1]) == ("converting model", "success")
        assert (details["family"], details["quantization_level"]) == ("qwen2", "F16")


@pytest.mark.parametrize("config", [None, b"[]", b"{", b"[" * 100_000])
async def test_a_folder_without_a_description_is_refused(config: bytes | None) -> None:
    async with DemoServer(pace=AT_ONCE) as server, client_of(server) as client:
        files = {"model.safetensors": await _upload(client, b"\0" * 64)}
        if config is not None:
            files["config.json"] = await _upload(client, config)
        said = await statuses(client, "/api/create", model="mine", files=files)
        assert said[0] == "converting model"
        assert "config.json" in said[-1]
