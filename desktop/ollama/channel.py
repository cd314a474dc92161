"""Puts one question to a server and opens its answer, with the refusals sorted out."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterable, Generator, Mapping
from contextlib import aclosing, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from typing import TypeAlias

import httpx
import msgspec

from desktop.domain.model import JsonValue
from desktop.net.transport import VIA
from desktop.ollama.answer import Answer, media_type
from desktop.ollama.decoding import not_ollama
from desktop.ollama.errors import (
    Forbidden,
    NotOllama,
    OllamaError,
    ProxyLoginWanted,
    Redirected,
    ServerRefused,
    StreamBroken,
    TimedOut,
    Unreachable,
    translated,
)
from desktop.ollama.patience import Patience, Silence
from desktop.ollama.refusals import error_text, refusal, retry_after

Body: TypeAlias = "Mapping[str, JsonValue] | bytes | AsyncIterable[bytes] | None"
_MAX_REFUSAL = 1024 * 1024
"""Bytes of an error's body that are read."""
_SERVER = 200
"""Characters of a server's own name that are kept."""


class Channel:
    """Sends requests over one client and keeps no state of its own."""

    def __init__(self, http: httpx.AsyncClient, patience: Patience) -> None:
        self._http = http
        self._patience = patience

    @asynccontextmanager
    async def open(
        self,
        method: str,
        path: str,
        body: Body = None,
        *,
        headers: Mapping[str, str] | None = None,
        silence: Silence | None = None,
    ) -> AsyncGenerator[Answer, None]:
        """Put a question; leaving the block closes the connection if the answer was not read.

        Raises:
            OllamaError: no answer began, or it is an error.
        """
        if self._http.is_closed:
            raise Unreachable("the client was closed")
        silence = silence or self._patience.ordinary
        with _naming(path), translated():
            request = self._request(method, path, body, headers or {}, silence)
            response = await self._http.send(request, stream=True)
            try:
                with _said_by(response):
                    await _check(response)
                    request.extensions["timeout"]["read"] = silence.between
                    with _begun():
                        yield Answer(response)
            finally:
                await response.aclose()

    async def ask(
        self, method: str, path: str, body: Body = None, *, silence: Silence | None = None
    ) -> bytes:
        """Return the whole body of an answer."""
        async with (
            self.limited(None if silence else self._patience.whole),
            self.open(method, path, body, silence=silence) as answer,
        ):
            return await answer.whole()

    @asynccontextmanager
    async def limited(self, seconds: float | None) -> AsyncGenerator[None, None]:
        """Give a server up that drips: its answer never falls silent and never ends.

        Raises:
            TimedOut: the block was not left in time.
        """
        try:
            async with asyncio.timeout(seconds):
                yield
        except TimeoutError as error:
            raise TimedOut("the answer did not come to its end", "read") from error

    def _request(
        self, method: str, path: str, body: Body, headers: Mapping[str, str], silence: Silence
    ) -> httpx.Request:
        patience = self._patience
        timeout = httpx.Timeout(
            connect=patience.connect, write=patience.write, read=silence.first, pool=None
        )
        kind = {} if body is None else {"Content-Type": "application/json"}
        return self._http.build_request(
            method,
            "/" + path.lstrip("/"),  # Never an address, which would lead elsewhere.
            content=_encoded(body) if isinstance(body, Mapping) else body,
            headers={**kind, **headers},
            timeout=timeout,
        )


@contextmanager
def _naming(path: str) -> Generator[None]:
    """Say of an error which call it ended: the same words mean something else in another."""
    try:
        yield
    except OllamaError as error:
        error.path = path
        raise


@contextmanager
def _begun() -> Generator[None]:
    """Tell silence within an answer from silence before it."""
    try:
        yield
    except TimedOut as error:
        error.phase = "between" if error.phase == "read" else error.phase
        raise


@contextmanager
def _said_by(response: httpx.Response) -> Generator[None]:
    """Say of a refusal when to ask again, and of what is not Ollama's who may have given it."""
    headers = response.headers
    try:
        yield
    except ServerRefused as error:
        error.retry_after = retry_after(headers, datetime.now(UTC))
        raise
    except NotOllama as error:
        error.retry_after = retry_after(headers, datetime.now(UTC))
        error.via = _proxy_of(response)
        error.server = str(headers.get("server") or headers.get("via") or "")[:_SERVER]
        raise


def _proxy_of(response: httpx.Response) -> str:
    return str(response.extensions.get(VIA, ""))


def _encoded(body: Mapping[str, JsonValue]) -> bytes:
    try:
        return msgspec.json.encode(body)
    except UnicodeEncodeError:  # Half a surrogate pair, as file names may have; json escapes it.
        return json.dumps(body).encode()


async def _check(response: httpx.Response) -> None:
    """Raise what an answer stands for that is not the one that was asked for."""
    status, kind = response.status_code, media_type(response)
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise not_ollama(f"a compressed answer ({encoding})", b"", status)
    if 300 <= status < 400:
        location = response.headers.get("location", "")
        raise Redirected(f"a redirect ({status})", status=status, location=location)
    if status >= 400:
        body, broken = await _read_refusal(response)
        if broken is not None and error_text(body) is None:
            raise broken
        raise _refusal(response, body)
    if kind == "text/html":
        raise not_ollama("a page of HTML", (await _read_refusal(response))[0], status)


def _refusal(response: httpx.Response, body: bytes) -> OllamaError:
    status, kind = response.status_code, media_type(response)
    via = _proxy_of(response)
    challenge = response.headers.get("www-authenticate", "")
    if status == 407 or (status == 401 and via and _is_tinyproxys(response)):
        return ProxyLoginWanted("the proxy wants a login", via)
    is_head = response.request.method == "HEAD"
    error = refusal(status, kind, body, is_head=is_head, challenge=challenge)
    if via and isinstance(error, Forbidden):  # Ollama's own 403, or as empty a one of the proxy's.
        return not_ollama("an empty answer (403)", body, status)
    return error


def _is_tinyproxys(response: httpx.Response) -> bool:
    """Whether it is tinyproxy's own answer; of a wrong login it says 401 as a server would."""
    return str(response.headers.get("server", "")).startswith("tinyproxy/")


async def _read_refusal(response: httpx.Response) -> tuple[bytes, OllamaError | None]:
    """Return the beginning of an error's body, and why it is not the whole of it."""
    body = b""
    try:
        async with aclosing(Answer(response).chunks(cap=0)) as chunks:
            async for chunk in chunks:
                body += chunk
                if len(body) > _MAX_REFUSAL:
                    break
    except (StreamBroken, TimedOut) as error:
        return body, error
    return body, None
