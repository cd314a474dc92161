"""The endpoints embed and embeddings: vectors that are the same for the same text (fact 68)."""

import math
import random
import struct

from desktop.demo.asking import BUSY, kept
from desktop.demo.body import Body, read_body
from desktop.demo.machine import Machine
from desktop.demo.naming import embedder
from desktop.demo.reply import Answer, Refusal, json_reply
from desktop.demo.store import StoredModel
from desktop.demo.weights import Weights
from desktop.demo.wire import Request

_NO_EMBEDDINGS = "This server does not support embeddings. Start it with `--embeddings`"


async def embed(machine: Machine, request: Request) -> Answer:
    """Return a unit vector for each text of `input`."""
    body = read_body(request.body, "EmbedRequest")
    texts = _texts(body)
    model = embedder(machine, body)
    if not texts:
        return json_reply({"model": body.model, "embeddings": []})
    weights = _weights(model, 501)
    longest = max(len(text) for text in texts) // 4
    if body.value("truncate") is False and longest > weights.context_length:
        raise Refusal(400, "the input length exceeds the context length")
    width = body.value("dimensions")
    width = width if isinstance(width, int) and width > 0 else weights.embedding_length
    figures = await _figures(machine, body, model, weights, texts)
    vectors = [vector(text, min(width, weights.embedding_length)) for text in texts]
    return json_reply({"model": body.model, "embeddings": vectors, **figures})


async def embeddings(machine: Machine, request: Request) -> Answer:
    """Return one vector for `prompt`, in the older shape and with more digits."""
    body = read_body(request.body, "EmbeddingRequest")
    model = embedder(machine, body)
    text = body.text("prompt")
    if not text:
        return json_reply({"embedding": []})
    weights = _weights(model, 500)
    await _figures(machine, body, model, weights, [text])
    wide = struct.unpack(
        f"<{weights.embedding_length}f",
        struct.pack(f"<{weights.embedding_length}f", *vector(text, weights.embedding_length)),
    )
    return json_reply({"embedding": list(wide)})


def vector(text: str, width: int) -> list[float]:
    """Make up a vector of length 1, with the digits of a float32."""
    made = random.Random(text)
    values = [made.gauss(0, 1) for _ in range(width)]
    length = math.sqrt(sum(value * value for value in values)) or 1.0
    return [float(f"{value / length:.8g}") for value in values]


def _texts(body: Body) -> list[str]:
    given = body.value("input")
    texts = given if isinstance(given, list) else [given or ""]
    read = [text for text in texts if isinstance(text, str)]
    if len(read) != len(texts):
        raise Refusal(400, "invalid input type")
    return read if isinstance(given, list) else [text for text in read if text]


def _weights(model: StoredModel, status: int) -> Weights:
    weights = model.manifest.parts.weights
    if weights is None or not weights.is_embedding:
        raise Refusal(status, _NO_EMBEDDINGS)
    return weights


async def _figures(
    machine: Machine, body: Body, model: StoredModel, weights: Weights, texts: list[str]
) -> dict[str, object]:
    """Load the model if need be, and count."""
    if machine.faults.busy:
        raise Refusal(503, BUSY)
    begin = machine.clock.monotonic()
    async with machine.runners.use(model, weights, None, kept(body)):
        loaded = machine.clock.monotonic() - begin
    return {
        "total_duration": int(loaded * 1e9) + 2_600_000,
        "load_duration": int(loaded * 1e9) + 1_200_000,
        "prompt_eval_count": sum(len(text) // 4 + 2 for text in texts),
    }
