"""Makes weights of an uploaded GGUF file (facts 50 and 51)."""

import hashlib
import math
from collections.abc import AsyncGenerator, Mapping

from desktop.demo.blobs import digest_of
from desktop.demo.machine import Machine
from desktop.demo.manifest import LayerBlob, Parts
from desktop.demo.progress import Step
from desktop.demo.reply import BARE_JSON, Refusal
from desktop.demo.safetensors import converted, is_safetensors
from desktop.demo.store import BLOBS, Upload
from desktop.demo.weights import Weights
from desktop.domain.gguf import MAGIC, GgufHeader, NotGguf, read_header
from desktop.domain.gguf_stream import BadGguf
from desktop.domain.model import JsonValue, Tensor

CHATML = (
    "{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n"
    "{{ end }}<|im_start|>assistant\n"
)
_STOPS: list[JsonValue] = ["<|im_start|>", "<|im_end|>"]
_TEMPLATE = "tokenizer.chat_template"
_REWRITTEN = 32
"""Bytes that a file grew by when a real server wrote it anew (fact 51)."""


async def imported(
    machine: Machine, files: Mapping[str, JsonValue]
) -> AsyncGenerator[Step | Parts, None]:
    """Yield the steps of reading uploaded files, and last what they make.

    Raises:
        Refusal: a file is missing, or is no GGUF.
    """
    if is_safetensors(files):
        yield {"status": "converting model"}
        yield Parts(weights=converted(_blobs(machine, files)))
        return
    if not any(_looks_like_gguf(machine, name, digest) for name, digest in files.items()):
        raise Refusal(400, "unknown type", BARE_JSON)
    yield {"status": "parsing GGUF"}
    for found, blob in _blobs(machine, files).values():
        header = _header(blob)
        yield {"status": "verifying conversion"}
        weights = _weights(found, blob.size, header)
        if "im_start" in str(header.metadata.get(_TEMPLATE, "")):
            yield {"status": "using autodetected template chatml"}
            yield Parts(weights=weights, template=CHATML, parameters=(("stop", _STOPS),))
        else:
            yield Parts(weights=weights)


def beside(machine: Machine, files: Mapping[str, JsonValue]) -> LayerBlob | None:
    """Return the layer of an adapter or a draft; None if there is none.

    Raises:
        Refusal: the file is missing, or is no GGUF.
    """
    layer: LayerBlob | None = None
    for digest, blob in _blobs(machine, files).values():
        _header(blob)
        layer = LayerBlob(digest, blob.size)
    return layer


def _blobs(machine: Machine, files: Mapping[str, JsonValue]) -> dict[str, tuple[str, Upload]]:
    """Find the uploaded files by their names."""
    found: dict[str, tuple[str, Upload]] = {}
    for name, text in files.items():
        digest = digest_of(str(text))
        if digest is None:
            raise Refusal(400, "invalid digest format")
        found[name] = digest, _blob(machine, digest)
    return found


def _looks_like_gguf(machine: Machine, name: str, digest: JsonValue) -> bool:
    """Go by the name, and otherwise by the first bytes, as a server does."""
    if name.endswith(".gguf"):
        return True
    blob = machine.store.uploads.get(digest_of(str(digest)) or "")
    return blob is not None and blob.head.startswith(MAGIC)


def _blob(machine: Machine, digest: str) -> Upload:
    blob = machine.store.uploads.get(digest)
    if blob is None:
        raise Refusal(500, f"open {BLOBS}/sha256-{digest}: no such file or directory")
    return blob


def _header(blob: Upload) -> GgufHeader:
    try:
        return read_header(blob.head)
    except NotGguf:
        raise Refusal(500, "supplied file was not in GGUF format") from None
    except BadGguf as error:
        raise Refusal(500, f"unexpected EOF: {error}") from None


def _weights(digest: str, size: int, header: GgufHeader) -> Weights:
    """Name the blob anew: the server writes the file again, and keeps the uploaded one too."""
    kept = {
        key: _number(value) if isinstance(value, float) else value
        for key, value in header.metadata.items()
        if key not in {"general.name", _TEMPLATE}
    }
    count = header.parameter_count
    return Weights(
        digest=hashlib.sha256(f"rewritten {digest}".encode()).hexdigest(),
        size=size + _REWRITTEN,
        metadata={**kept, "general.parameter_count": count, "general.quantization_version": 2},
        tensors=tuple(sorted(header.tensors, key=_place)),
        parameters=count,
        quantization=header.quantization,
    )


def _number(value: float) -> JsonValue:
    """Write a whole number without a point, as Go does, and what JSON has no word for as null."""
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _place(tensor: Tensor) -> tuple[int, str]:
    """Order tensors as show does: those of no block first, then block by block."""
    parts = tensor.name.split(".")
    is_of_block = parts[0] == "blk" and len(parts) > 1 and parts[1].isdecimal()
    return (int(parts[1]) if is_of_block else -1, tensor.name)
