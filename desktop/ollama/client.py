"""Talks to one Ollama server."""

import logging
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from urllib.parse import quote

import httpx

from desktop.domain.chat import ChatRequest, Chunk, Embeddings, GenerateRequest
from desktop.domain.create import CreateRequest, CreateStep
from desktop.domain.listing import Listing
from desktop.domain.model import InstalledModel, JsonValue, LoadedModel, ModelCard
from desktop.domain.pull import PullStep
from desktop.ollama.answer import Answer
from desktop.ollama.answers import ServerStatus, Version, status_of, version_of
from desktop.ollama.channel import Body, Channel
from desktop.ollama.errors import EndpointMissing, ServerRefused, StreamBroken
from desktop.ollama.patience import Patience, Silence
from desktop.ollama.requests import chat_body, create_body, generate_body
from desktop.ollama.wire import chunk, create_step, embeddings, pull_step
from desktop.ollama.wire_card import model_card
from desktop.ollama.wire_models import installed_models, loaded_models

_log = logging.getLogger(__name__)


class OllamaClient:
    """The server's HTTP interface, as typed methods.

    It keeps no state beyond its connections. Every method raises an
    `OllamaError` and nothing else; leaving a generator, or cancelling the
    task that waits, closes the connection, which is the only way to make a server stop (fact 20).
    """

    def __init__(self, http: httpx.AsyncClient, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        self._channel = Channel(http, self._patience)

    def exchange(
        self,
        method: str,
        path: str,
        body: Body = None,
        *,
        headers: Mapping[str, str] | None = None,
        silence: Silence | None = None,
    ) -> AbstractAsyncContextManager[Answer]:
        """Put any question; the answer is read by `whole` or by `lines` within the block."""
        return self._channel.open(method, path, body, headers=headers, silence=silence)

    async def version(self) -> Version:
        limit = self._channel.limited(self._patience.whole)
        async with limit, self.exchange("GET", "/api/version") as answer:
            return version_of(await answer.whole(), answer.server_time)

    async def status(self) -> ServerStatus:
        return status_of(await self._channel.ask("GET", "/api/status"))

    async def tags(self) -> Listing[InstalledModel]:
        """Return the installed models in the server's order, which is random (fact 58)."""
        return await installed_models(await self._channel.ask("GET", "/api/tags"))

    async def ps(self) -> Listing[LoadedModel]:
        """Return the models in memory; one that is loading is not among them (fact 70)."""
        return await loaded_models(await self._channel.ask("GET", "/api/ps"))

    async def show(self, model: str, *, verbose: bool = False) -> ModelCard:
        """Return a model's card; `verbose` adds the tokenizer's lists, many megabytes."""
        body: dict[str, JsonValue] = {"model": model, **({"verbose": True} if verbose else {})}
        card = await model_card(await self._channel.ask("POST", "/api/show", body))
        if card.left_out:
            _log.warning("left out of the card of %s: %s", model, ", ".join(card.left_out))
        return card

    def pull(self, model: str, *, insecure: bool = False) -> AsyncGenerator[PullStep, None]:
        """Yield each step of a pull, the last one being its success.

        A server answers 200 before it knows whether the pull will work, so a
        stream that ends without "success" is a broken one (facts 1 and 6).
        """
        return self._transfer("/api/pull", model, insecure)

    def push(self, model: str, *, insecure: bool = False) -> AsyncGenerator[PullStep, None]:
        """Yield each step of a push, the last one being its success."""
        return self._transfer("/api/push", model, insecure)

    async def create(self, request: CreateRequest) -> AsyncGenerator[CreateStep, None]:
        """Yield each step of a create, the last one being its success.

        An existing model of that name is replaced without a question (fact 50).
        """
        status = ""
        body = create_body(request)
        async with aclosing(self._rows("/api/create", body, self._patience.create)) as lines:
            async for line in lines:
                step = create_step(line)
                status = step.status
                yield step
        _demand("create", is_done=status == "success")

    async def has_blob(self, digest: str) -> bool:
        """Whether the server has a blob; to be asked before every upload (fact 52)."""
        try:
            await self._channel.ask("HEAD", _blob(digest))
        except EndpointMissing:
            raise
        except ServerRefused as error:
            if error.status == 404:
                return False
            raise
        return True

    async def upload_blob(
        self,
        digest: str,
        content: AsyncIterable[bytes],
        size: int,
        on_progress: Callable[[int], None],
    ) -> None:
        """Upload `size` bytes; `on_progress` hears how many have been handed to the socket."""

        async def counted() -> AsyncGenerator[bytes, None]:
            sent = 0
            async for piece in content:
                yield piece
                sent += len(piece)
                on_progress(sent)

        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size)}
        silence = self._patience.upload  # The server hashes what came before it answers.
        async with (
            aclosing(counted()) as pieces,
            self.exchange("POST", _blob(digest), pieces, headers=headers, silence=silence) as end,
        ):
            await end.whole()

    async def copy(self, source: str, destination: str) -> None:
        """Copy a model; an existing target is overwritten without a question (fact 57)."""
        body: dict[str, JsonValue] = {"source": source, "destination": destination}
        await self._channel.ask("POST", "/api/copy", body)

    async def delete(self, model: str) -> None:
        silence = self._patience.delete
        await self._channel.ask("DELETE", "/api/delete", {"model": model}, silence=silence)

    def generate(self, request: GenerateRequest) -> AsyncGenerator[Chunk, None]:
        """Yield each piece of an answer, the last one being done."""
        return self._run("/api/generate", generate_body(request))

    def chat(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        """Yield each piece of an answer, the last one being done."""
        return self._run("/api/chat", chat_body(request))

    async def load(self, model: str, keep_alive: str | int | None = None, context: int = 0) -> None:
        """Load a model into memory, and return when it is there; cancelling ends it (fact 19).

        `context` is num_ctx in tokens, 0 for what the model or the server has set.
        """
        options: dict[str, JsonValue] = {"num_ctx": context} if context else {}
        request = GenerateRequest(model, options=options, keep_alive=keep_alive)
        async with aclosing(self.generate(request)) as chunks:
            async for _ in chunks:
                pass

    async def unload(self, model: str) -> None:
        """Take a model out of memory; a model that is not there is no error (fact 22)."""
        await self.load(model, keep_alive=0)

    async def embed(
        self,
        model: str,
        inputs: str | Sequence[str],
        *,
        truncate: bool | None = None,
        dimensions: int | None = None,
        keep_alive: str | int | None = None,
        options: Mapping[str, JsonValue] | None = None,
    ) -> Embeddings:
        """Return one vector for each input; too long ones are cut unless `truncate` is False."""
        texts: JsonValue = inputs if isinstance(inputs, str) else list(inputs)
        optional: dict[str, JsonValue] = {
            "truncate": truncate,
            "dimensions": dimensions,
            "keep_alive": keep_alive,
            "options": dict(options) if options else None,
        }
        sent = {name: value for name, value in optional.items() if value is not None}
        return await self._embed("/api/embed", {"model": model, "input": texts, **sent})

    async def embeddings(self, model: str, prompt: str) -> Embeddings:
        """Return the vector of one prompt, in the older form of `embed`."""
        return await self._embed("/api/embeddings", {"model": model, "prompt": prompt})

    async def _embed(self, path: str, body: Mapping[str, JsonValue]) -> Embeddings:
        return embeddings(await self._channel.ask("POST", path, body, silence=self._patience.run))

    async def _transfer(
        self, path: str, model: str, insecure: bool
    ) -> AsyncGenerator[PullStep, None]:
        status = ""
        body: dict[str, JsonValue] = {"model": model, **({"insecure": True} if insecure else {})}
        async with aclosing(self._rows(path, body, self._patience.transfer)) as lines:
            async for line in lines:
                step = pull_step(line)
                status = step.status
                yield step
        _demand("transfer", is_done=status == "success")

    async def _run(self, path: str, body: Mapping[str, JsonValue]) -> AsyncGenerator[Chunk, None]:
        is_done = False
        async with aclosing(self._rows(path, body, self._patience.run)) as lines:
            async for line in lines:
                piece = chunk(line)
                is_done = piece.done
                yield piece
        _demand("answer", is_done=is_done)

    async def _rows(
        self, path: str, body: Mapping[str, JsonValue], silence: Silence
    ) -> AsyncGenerator[bytes, None]:
        async with (
            self.exchange("POST", path, body, silence=silence) as answer,
            aclosing(answer.lines()) as lines,
        ):
            async for line in lines:
                if line.strip():
                    yield line


def _demand(what: str, *, is_done: bool) -> None:
    if not is_done:
        raise StreamBroken(f"the {what} ended without its last line", ended_in_order=True)


def _blob(digest: str) -> str:
    return f"/api/blobs/{quote(digest, safe=':')}"
