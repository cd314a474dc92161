"""Finds the model that a request names, or refuses in the words of that endpoint (fact 8)."""

from desktop.demo.body import Body
from desktop.demo.machine import Machine
from desktop.demo.reply import Refusal
from desktop.demo.store import StoredModel
from desktop.domain.name import BadName, ModelName, parse_name


def named(body: Body) -> ModelName:
    """Read the name for pull and create.

    Raises:
        Refusal: there is none, or it is not one.
    """
    try:
        return parse_name(body.model)
    except BadName:
        raise Refusal(400, "invalid model name") from None


def asked_of(machine: Machine, body: Body) -> StoredModel:
    """Find the model for chat and generate.

    Raises:
        Refusal: 404 with the name as it was sent.
    """
    return _found(machine, body.model, Refusal(404, f"model '{body.model}' not found"))


def embedder(machine: Machine, body: Body) -> StoredModel:
    """Find the model for embed and embeddings; a stub counts as missing (fact 61)."""
    missing = Refusal(404, f'model "{body.model}" not found, try pulling it first')
    model = _found(machine, body.model, missing)
    if model.manifest.parts.remote is not None:
        raise missing
    return model


def shown(machine: Machine, body: Body) -> StoredModel:
    """Find the model for show."""
    if not body.model:
        raise Refusal(400, "model is required")
    name = named(body)
    return _found(machine, body.model, Refusal(404, f"model '{name.short}' not found"), "/api/show")


def _found(machine: Machine, text: str, missing: Refusal, path: str = "/api/chat") -> StoredModel:
    try:
        name = parse_name(text)
    except BadName:
        raise missing from None
    if (model := machine.store.find(name)) is None:
        if name.tag == "cloud":
            raise unreachable_cloud(machine, 502, path)
        raise missing
    return model


def unreachable_cloud(machine: Machine, status: int, path: str = "/api/chat") -> Refusal:
    """Say that the cloud cannot be reached, as a server without internet does (fact 61)."""
    if not machine.has_cloud:
        return Refusal(403, "ollama cloud is disabled: remote model is unavailable")
    moment = int(machine.now().timestamp())
    return Refusal(
        status,
        f'Post "https://ollama.com:443{path}?ts={moment}": '
        "dial tcp: lookup ollama.com on 192.0.2.53:53: no such host",
        "application/x-ndjson" if status == 500 else "application/json; charset=utf-8",
    )
