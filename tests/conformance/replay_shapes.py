"""Which types the fields of Ollama's answers have; null and a missing field are always fine."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""The name of a type; a list of one shape, for lists of it; or fields, for an object."""

_DETAILS: Shape = {
    "format": "text",
    "family": "text",
    "families": ["text"],
    "parameter_size": "text",
    "quantization_level": "text",
    "parent_model": "text",
    "context_length": "number",
    "embedding_length": "number",
}
_ROW: Shape = {
    "name": "text",
    "model": "text",
    "modified_at": "text",
    "expires_at": "text",
    "size": "number",
    "size_vram": "number",
    "context_length": "number",
    "digest": "text",
    "details": _DETAILS,
    "capabilities": ["text"],
    "remote_model": "text",
    "remote_host": "text",
}
_FIGURES: dict[str, Shape] = {
    "total_duration": "number",
    "load_duration": "number",
    "prompt_eval_count": "number",
    "prompt_eval_duration": "number",
    "eval_count": "number",
    "eval_duration": "number",
}
_STEP: Shape = {"status": "text", "digest": "text", "total": "number", "completed": "number"}
_CALL: Shape = {"id": "text", "function": {"name": "text"}}
_MESSAGE: Shape = {"role": "text", "content": "text", "thinking": "text", "tool_calls": [_CALL]}
_CHUNK: Shape = {
    **_FIGURES,
    "model": "text",
    "message": _MESSAGE,
    "response": "text",
    "thinking": "text",
    "done": "bool",
    "done_reason": "text",
}
_CARD: Shape = {
    "modelfile": "text",
    "parameters": "text",
    "template": "text",
    "system": "text",
    "license": "text or texts",
    "details": _DETAILS,
    "messages": [{"role": "text", "content": "text"}],
    "model_info": {},
    "tensors": [{"name": "text", "type": "text", "shape": ["number"]}],
    "capabilities": ["text"],
    "modified_at": "text",
    "remote_model": "text",
    "remote_host": "text",
}
_EMBEDDINGS: Shape = {
    **_FIGURES,
    "model": "text",
    "embeddings": [["number"]],
    "embedding": ["number"],
}
_SHAPES: dict[str, Shape] = {
    "version": {"version": "text"},
    "status": {"cloud": {"disabled": "bool", "source": "text"}},
    "tags": {"models": ["any"]},
    "ps": {"models": ["any"]},
    "show": _CARD,
    "pull": _STEP,
    "push": _STEP,
    "create": _STEP,
    "generate": _CHUNK,
    "chat": _CHUNK,
    "embed": _EMBEDDINGS,
    "embeddings": _EMBEDDINGS,
}


def is_answer(method: str, value: Any) -> bool:
    """Whether JSON can be the answer, or a line of the answer, of a typed method."""
    if not isinstance(value, dict) or (method == "version" and not value.get("version")):
        return False
    return _fits(value, _SHAPES.get(method, {}))


def is_damaged(row: Any) -> bool:
    """Whether a row of a list has a field of another type, or no name."""
    if not isinstance(row, dict) or not (row.get("name") or row.get("model")):
        return True
    return not _fits(row, _ROW)


def _fits(value: Any, shape: Shape) -> bool:
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(item, shape[0]) for item in value)
    if isinstance(shape, dict):
        return isinstance(value, Mapping) and all(
            value.get(name) is None or _fits(value[name], kind) for name, kind in shape.items()
        )
    if shape == "text or texts":
        return _fits(value, "text") or _fits(value, ["text"])
    kinds: dict[str, tuple[type, ...]] = {"text": (str,), "number": (int, float), "bool": (bool,)}
    is_bool = isinstance(value, bool)
    return shape == "any" or (isinstance(value, kinds[shape]) and is_bool is (shape == "bool"))
