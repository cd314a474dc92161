"""What a server's router says to what it does not know."""

import pytest

from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import EndpointMissing, Forbidden, Redirected, ServerRefused
from tests.conformance.target import Target


async def _ask(
    client: OllamaClient, method: str, path: str, body: object = None, **headers: str
) -> bytes:
    raw = body if isinstance(body, bytes) else None
    async with client.exchange(method, path, raw, headers=headers) as answer:
        return await answer.whole()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/nope", 404), ("POST", "/api/nope", 404), ("POST", "/api/tags", 405)],
)
async def test_an_unknown_call_is_missing(
    client: OllamaClient, method: str, path: str, status: int
) -> None:
    with pytest.raises(EndpointMissing) as caught:
        await _ask(client, method, path)
    assert caught.value.status == status


async def test_a_slash_too_many_is_redirected(client: OllamaClient) -> None:
    with pytest.raises(Redirected) as caught:
        await _ask(client, "GET", "/api/tags/")
    assert (caught.value.status, caught.value.location) == (301, "/api/tags")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"", "missing request body"),
        (b'{"model": "x", ', "unexpected EOF"),
        (b"{]", "invalid character ']' looking for beginning of object key string"),
    ],
)
async def test_broken_json_is_refused_in_the_parsers_words(
    client: OllamaClient, body: bytes, text: str
) -> None:
    with pytest.raises(ServerRefused) as caught:
        await _ask(client, "POST", "/api/show", body)
    assert (caught.value.status, caught.value.message) == (400, text)


async def test_a_foreign_origin_is_forbidden(client: OllamaClient) -> None:
    with pytest.raises(Forbidden):
        await _ask(client, "GET", "/api/version", Origin="http://evil.example.com")


async def test_a_foreign_host_is_forbidden_by_a_server_on_loopback(
    client: OllamaClient, target: Target
) -> None:
    if not target.address.is_loopback:
        pytest.skip("a server that listens to others takes any name")
    with pytest.raises(Forbidden):
        await _ask(client, "GET", "/api/version", Host="evil.example.com")
