"""What would be sent to a host, and the prompt that a model would be given there."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from desktop.domain.chat import ChatRequest, GenerateRequest, Message
from desktop.domain.creation import Creation, request_of
from desktop.domain.host import HostId
from desktop.domain.model import JsonValue, SampleMessage
from desktop.domain.recipe import Recipe
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import NotOllama, OllamaError
from desktop.ollama.patience import Patience
from desktop.ollama.requests import chat_body, create_body, generate_body

UNKNOWN_DIGEST = "not known before hashing"
"""Stands in for a file's digest; a file of many gigabytes is not read for a preview."""

_RENDER: Mapping[str, JsonValue] = {"_debug_render_only": True}
_SHORTEST: Mapping[str, JsonValue] = {"num_predict": 1}
"""A server that does not know how to render alone would answer: with one token at most."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A prompt as a host renders it, or why it did not.

    `is_unsupported` says that the host is too old for it. Rendering loads the
    model, which can take a minute.
    """

    prompt: str = ""
    error: OllamaError | None = None
    is_unsupported: bool = False


class PromptPreview:
    """Asks hosts to render prompts. Cancelling whoever waits ends the question."""

    def __init__(self, client_of: Callable[[HostId], OllamaClient]) -> None:
        self._client_of = client_of

    async def edited(self, host_id: HostId, base: str, recipe: Recipe, prompt: str) -> Rendered:
        """Render a recipe's template and system prompt with one prompt, by the base it names.

        Where the recipe has no template or system prompt of its own, the base's count.
        Its messages take no part: a host renders those of an installed model only (fact 77).
        """
        request = GenerateRequest(
            base,
            options=_SHORTEST,
            more=_RENDER,
            prompt=prompt,
            system=recipe.system,
            template=recipe.template,
        )
        return await self._render(host_id, "/api/generate", generate_body(request))

    async def installed(
        self, host_id: HostId, model: str, messages: Sequence[SampleMessage]
    ) -> Rendered:
        """Render a chat with an installed model, which begins with its own messages."""
        said = [Message(message.role, message.content) for message in messages]
        request = ChatRequest(model, options=_SHORTEST, more=_RENDER, messages=said)
        return await self._render(host_id, "/api/chat", chat_body(request))

    async def _render(self, host_id: HostId, path: str, body: Mapping[str, JsonValue]) -> Rendered:
        try:
            client = self._client_of(host_id)
        except KeyError:  # The host was removed.
            return Rendered()
        try:
            prompt = await _ask(client, path, body)
        except OllamaError as error:
            return Rendered(error=error)
        return Rendered(is_unsupported=True) if prompt is None else Rendered(prompt)


def body_of(creation: Creation, digests: Mapping[Path, str] | None = None) -> str:
    """Return the body of /api/create as text, exactly as the client will send it, but indented."""
    known = digests or {}
    every = {file.path: known.get(file.path, UNKNOWN_DIGEST) for file in creation.files}
    body = create_body(request_of(creation, every))
    return json.dumps(body, indent=2, ensure_ascii=False)


async def _ask(client: OllamaClient, path: str, body: Mapping[str, JsonValue]) -> str | None:
    """Return the prompt, or None if the server began to answer it instead.

    Its connection is closed at the first line, which ends the answer too (fact 20).
    """
    silence = Patience().run
    async with (
        client.exchange("POST", path, body, silence=silence) as answer,
        aclosing(answer.lines()) as lines,
    ):
        async for line in lines:
            if line.strip():
                return _rendered_prompt(line)
    return None


def _rendered_prompt(line: bytes) -> str | None:
    try:
        row: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotOllama("no JSON", sample=line[:200].decode("utf-8", "replace")) from error
    info = cast("Mapping[str, object]", row).get("_debug_info") if isinstance(row, dict) else None
    if not isinstance(info, dict):
        return None
    prompt = cast("Mapping[str, object]", info).get("rendered_template")
    return prompt if isinstance(prompt, str) else None
