"""The answer of /api/show, from JSON to a card."""

from collections.abc import Iterator

import msgspec

from desktop.domain.model import JsonValue, ModelCard, SampleMessage, Tensor, capabilities_of
from desktop.ollama.decoding import UNREADABLE, Text, decoded, moment, whole
from desktop.ollama.errors import NotOllama
from desktop.ollama.pace import Pace
from desktop.ollama.wire_models import WireDetails, details


class _Message(msgspec.Struct, gc=False):
    role: Text = None
    content: Text = None


class _Tensor(msgspec.Struct, gc=False):
    name: Text = None
    type: Text = None
    shape: list[int | float] | None = None


class _Card(msgspec.Struct, gc=False):
    modelfile: Text = None
    parameters: Text = None
    template: Text = None
    system: Text = None
    license: str | list[str] | None = None
    details: WireDetails | None = None
    messages: list[_Message] | None = None
    model_info: dict[str, msgspec.Raw] | None = None
    tensors: list[_Tensor] | None = None
    capabilities: list[str] | None = None
    modified_at: Text = None
    remote_model: Text = None
    remote_host: Text = None


_cards = msgspec.json.Decoder(_Card)
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])
_values: msgspec.json.Decoder[JsonValue] = msgspec.json.Decoder()


async def model_card(body: bytes) -> ModelCard:
    """Read a card; the loop gets its turn between the tokenizer's lists, which are long.

    A field of another type than Ollama's is left out, and the rest is read.
    """
    row, left_out = _read(body)
    is_remote = bool(row.remote_host or row.remote_model)
    licenses = row.license if isinstance(row.license, list) else [row.license or ""]
    return ModelCard(
        modelfile=row.modelfile or "",
        parameters=row.parameters or "",
        template=row.template or "",
        system=row.system or "",
        license="\n".join(licenses),
        details=details(row.details),
        messages=tuple(SampleMessage(m.role or "", m.content or "") for m in row.messages or ()),
        metadata=await _metadata(row.model_info or {}),
        tensors=tuple(map(_tensor, row.tensors or ())),
        capabilities=capabilities_of(tuple(row.capabilities or ()), is_remote=is_remote),
        modified_at=moment(row.modified_at),
        remote_model=row.remote_model or "",
        remote_host=row.remote_host or "",
        raw=body,
        left_out=left_out,
    )


def _read(body: bytes) -> tuple[_Card, tuple[str, ...]]:
    """Return the fields that can be read, and the names of the others.

    Raises:
        StreamBroken: the answer ends in the middle.
        NotOllama: it is no JSON object, or has not one field of a card.
    """
    try:
        return decoded(_cards, body), ()
    except NotOllama:
        card = _Card()
        left_out = tuple(_fill(card, decoded(_fields, body)))
        if card == _Card():
            raise
        return card, left_out


def _fill(record: msgspec.Struct, sent: dict[str, msgspec.Raw]) -> Iterator[str]:
    """Set each field by itself, and yield the names of those that have another type."""
    for field in msgspec.structs.fields(record):
        if (raw := sent.get(field.encode_name)) is None:
            continue
        try:
            setattr(record, field.name, msgspec.json.decode(raw, type=field.type))
        except UNREADABLE:
            yield from _fill_details(record, field.name, bytes(raw))


def _fill_details(record: msgspec.Struct, name: str, raw: bytes) -> Iterator[str]:
    """Read the details in the same way: they are a record within the card."""
    try:
        sent = _fields.decode(raw) if name == "details" else None
    except UNREADABLE:
        sent = None
    if sent is None:
        yield name
        return
    found = WireDetails()
    yield from (f"{name}.{inner}" for inner in _fill(found, sent))
    setattr(record, name, found)


async def _metadata(sent: dict[str, msgspec.Raw]) -> dict[str, JsonValue]:
    pace = Pace()
    found: dict[str, JsonValue] = {}
    for key, raw in sent.items():
        found[key] = decoded(_values, bytes(raw))
        await pace.give_way()
    return found


def _tensor(sent: _Tensor) -> Tensor:
    return Tensor(sent.name or "", sent.type or "", tuple(map(whole, sent.shape or ())))
