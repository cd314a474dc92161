"""Creating a model, from another one or from an uploaded GGUF (facts 47 to 54)."""

import posixpath
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from desktop.demo.body import Body, read_body
from desktop.demo.imports import beside, imported
from desktop.demo.machine import Machine
from desktop.demo.manifest import LayerBlob, Parts, manifest_of
from desktop.demo.naming import named
from desktop.demo.progress import Step, Steps, told
from desktop.demo.pulls import pull_steps
from desktop.demo.quantize import check_quantize, quantized
from desktop.demo.reply import BARE_JSON, Answer, Refusal
from desktop.demo.wire import Request
from desktop.domain.model import JsonValue, SampleMessage
from desktop.domain.name import BadName, ModelName, parse_name


async def create(machine: Machine, request: Request) -> Answer:
    """Make a model, over whatever had its name before."""
    body = read_body(request.body, "CreateRequest")
    name = named(body)
    stream = body.boolean("stream", default=True)
    for path in [*body.mapping("files"), *body.mapping("adapters"), *body.mapping("draft_files")]:
        if posixpath.isabs(path) or ".." in path.split("/"):
            raise Refusal(400, "file path must be relative")
    return await told(_steps(machine, name, body), stream=stream)


async def _steps(machine: Machine, name: ModelName, body: Body) -> Steps:
    parts, parent = Parts(), ""
    async with aclosing(_base(machine, body)) as found:
        async for step in found:
            if isinstance(step, tuple):
                parts, parent = step
            else:
                yield step
    adapters, drafts = body.mapping("adapters"), body.mapping("draft_files")
    if len(adapters) > 1:
        raise Refusal(400, "only one adapter is currently supported", BARE_JSON)
    if adapters or drafts:
        yield {"status": "parsing GGUF"}
        adapter, draft = beside(machine, adapters), beside(machine, drafts)
        parts = replace(parts, adapter=adapter or parts.adapter, draft=draft or parts.draft)
    wanted = body.text("quantize")
    if wanted and parts.weights is not None:
        check_quantize(wanted, parts.weights)
        if wanted.upper() != parts.weights.quantization:
            # Not a word comes while it quantizes (fact 19).
            await machine.clock.sleep(parts.weights.size / machine.quantize_speed)
            yield {"status": "verifying conversion"}
            parts, parent = replace(parts, weights=quantized(parts.weights, wanted)), ""
    manifest = manifest_of(_dressed(parts, body))
    known = {layer.digest for layer in manifest.layers if machine.store.has_blob(layer.digest)}
    for layer in manifest.layers[:-1]:
        yield _layer_step(layer, is_known=layer.digest in known)
    yield {"status": "writing manifest"}
    machine.store.put(name, manifest, machine.clock.now(), parent)
    yield {"status": "success"}


def _layer_step(layer: LayerBlob, *, is_known: bool) -> Step:
    verb = "using existing layer" if is_known else "creating new layer"
    return {"status": f"{verb} {layer.full_digest}"}


async def _base(machine: Machine, body: Body) -> AsyncGenerator[Step | tuple[Parts, str], None]:
    """Yield the steps of finding what to start from, and last what was found and its name."""
    if body.text("from"):
        async with aclosing(_from(machine, body.text("from"))) as steps:
            async for step in steps:
                yield step
    elif body.value("files") is not None:
        async with aclosing(imported(machine, body.mapping("files"))) as steps:
            async for step in steps:
                yield (step, "") if isinstance(step, Parts) else step
    else:
        raise Refusal(400, "neither 'from' or 'files' was specified", BARE_JSON)


async def _from(machine: Machine, text: str) -> AsyncGenerator[Step | tuple[Parts, str], None]:
    """Start from a model; one that is not there as it is written is pulled (fact 47)."""
    try:
        name = parse_name(text)
    except BadName:
        raise Refusal(400, "invalid model name") from None
    if machine.store.find_exactly(name) is None:
        async with aclosing(pull_steps(machine, name)) as steps:
            async for step in steps:
                if step.get("status") != "success":
                    yield step
    model = machine.store.find(name)
    if model is None:  # Deleted in the meantime.
        raise Refusal(500, "pull model manifest: file does not exist")
    yield model.manifest.parts, model.name.short


def _dressed(parts: Parts, body: Body) -> Parts:
    """Put template, system, parameters and messages over those of the base, and add licences.

    Raises:
        Refusal: the template or the licence is not one.
    """
    template = body.text("template")
    if template.count("{{") != template.count("}}"):
        raise Refusal(400, "template error: template: :1: unclosed action", BARE_JSON)
    parameters = {**dict(parts.parameters), **body.mapping("parameters")}
    licenses = _licenses(body.value("license"))
    messages = tuple(_message(message) for message in body.sequence("messages"))
    return replace(
        parts,
        template=template or parts.template,
        system=body.text("system") or parts.system,
        parameters=tuple(sorted(parameters.items())),
        licenses=parts.licenses + licenses,
        messages=messages or parts.messages,
    )


def _licenses(value: JsonValue) -> tuple[str, ...]:
    if value is None or isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list):
        return tuple(str(text) for text in value)
    text = "json: cannot unmarshal number into Go value of type []string"
    raise Refusal(500, text, BARE_JSON)


def _message(value: JsonValue) -> SampleMessage:
    if not isinstance(value, dict):
        raise Refusal(400, "json: cannot unmarshal into Go value of type api.Message")
    return SampleMessage(str(value.get("role", "")), str(value.get("content", "")))
