"""A plain client for questions put to the stand-in itself, and the two models made for tests."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import httpx

from desktop.demo.server import DemoServer

FOLDER = Path(__file__).parent / "conformance"

Json = Mapping[str, object]


@asynccontextmanager
async def client_of(server: DemoServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url, trust_env=False, verify=False) as client:
        yield client


async def post(client: httpx.AsyncClient, path: str, **fields: object) -> httpx.Response:
    return await client.post(path, json=fields)


async def rows(client: httpx.AsyncClient, path: str, **fields: object) -> list[Json]:
    """Return every line of a stream."""
    answer = await post(client, path, **fields)
    return [json.loads(line) for line in answer.text.splitlines()]


async def statuses(client: httpx.AsyncClient, path: str, **fields: object) -> list[str]:
    """Return the statuses of a stream, an error in its place."""
    found = await rows(client, path, **fields)
    return [str(row.get("status", row.get("error"))) for row in found]


async def error(client: httpx.AsyncClient, path: str, **fields: object) -> tuple[int, str]:
    """Return status and text of a refusal."""
    answer = await post(client, path, **fields)
    return answer.status_code, str(answer.json()["error"])


async def names(client: httpx.AsyncClient, path: str = "/api/tags") -> list[str]:
    listed = (await client.get(path)).json()["models"]
    return sorted(str(row["name"]) for row in listed)


async def make(client: httpx.AsyncClient, name: str, file: str = "tiny.gguf") -> None:
    """Upload one of the two small models and create it under a name."""
    content = (FOLDER / file).read_bytes()
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if (await client.head(f"/api/blobs/{digest}")).status_code == 404:
        await client.post(f"/api/blobs/{digest}", content=content)
    answer = await post(client, "/api/create", model=name, files={file: digest}, stream=False)
    assert answer.json() == {"status": "success"}


def recording(name: str) -> Json:
    text = (FOLDER / "exchanges" / f"{name}.json").read_text("utf-8")
    return cast("Json", json.loads(text))
