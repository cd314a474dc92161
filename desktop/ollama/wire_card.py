"""The answer of /api/show, from JSON to a card."""

import msgspec

from desktop.domain.model import JsonValue, ModelCard, SampleMessage, Tensor, capabilities_of
from desktop.ollama.decoding import Text, decoded, moment, whole
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
_values: msgspec.json.Decoder[JsonValue] = msgspec.json.Decoder()


async def model_card(body: bytes) -> ModelCard:
    """Read a card; the loop gets its turn between the tokenizer's lists, which are long."""
    row = decoded(_cards, body)
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
    )


async def _metadata(sent: dict[str, msgspec.Raw]) -> dict[str, JsonValue]:
    pace = Pace()
    found: dict[str, JsonValue] = {}
    for key, raw in sent.items():
        found[key] = decoded(_values, bytes(raw))
        await pace.give_way()
    return found


def _tensor(sent: _Tensor) -> Tensor:
    return Tensor(sent.name or "", sent.type or "", tuple(map(whole, sent.shape or ())))
