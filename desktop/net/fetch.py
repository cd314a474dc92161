"""One bounded GET, for what is not known to be Ollama."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection
from desktop.domain.proxy import ProxyMode, ProxySetting
from desktop.net.outside import Outside
from desktop.net.parts import parts_of
from desktop.net.transport import open_http

DIRECT = Connection(proxy=ProxySetting(ProxyMode.DIRECT))
MAX_BYTES = 64 * 1024
SECONDS = 2.0


class FetchFailed(Exception):
    """No answer came that can be read, and what kind of error stood in its way."""


class AnswerTooLarge(FetchFailed):
    """The answer has more bytes than were asked for, or is compressed."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, whatever its status. `headers` have lower case names."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def fetch(
    address: HostAddress,
    path: str,
    *,
    connection: Connection = DIRECT,
    outside: Outside | None = None,
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
) -> Fetched:
    """Return what a host answers to a GET, without credentials and without following redirects.

    It goes there directly, past every proxy, unless the `connection` says otherwise;
    then `outside` says what the system's proxy is.
    `seconds` are for everything together: a server that sends a byte now and
    then cannot hold anybody up.

    Raises:
        FetchFailed: there was no answer in that time, or it is too large.
    """
    try:
        async with (
            asyncio.timeout(seconds),
            open_http(address, connection, outside=outside) as http,
            http.stream("GET", path.removeprefix("/")) as answer,
        ):
            body = await _body(answer, max_bytes)
            return Fetched(answer.status_code, dict(answer.headers), body)
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        raise FetchFailed(type(error).__name__) from error


async def _body(answer: httpx.Response, max_bytes: int) -> bytes:
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise AnswerTooLarge("it is compressed")
    body = bytearray()
    async with parts_of(answer) as parts:
        async for part in parts:
            body += part
            if len(body) > max_bytes:
                raise AnswerTooLarge(f"more than {max_bytes} bytes")
    return bytes(body)
