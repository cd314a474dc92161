"""Pulling and pushing, with the lines that a server sends meanwhile (facts 30 to 45)."""

from contextlib import aclosing

from desktop.demo.asking import BUSY
from desktop.demo.body import read_body
from desktop.demo.machine import Machine
from desktop.demo.manifest import LayerBlob
from desktop.demo.naming import named
from desktop.demo.progress import Step, Steps, told
from desktop.demo.reply import Answer, Refusal
from desktop.demo.store import BLOBS, MANIFESTS
from desktop.demo.wire import Request
from desktop.domain.name import ModelName

VERIFIED_PER_BYTE = 40
"""How many times faster a blob is verified than it is downloaded."""


async def pull(machine: Machine, request: Request) -> Answer:
    """Download a model from the registry.

    Raises:
        Refusal: the request is wrong, or what stands before the server is set to be busy.
    """
    body = read_body(request.body, "PullRequest")
    if machine.faults.busy and machine.faults.meets(request.path):
        raise Refusal(503, BUSY)
    stream = body.boolean("stream", default=True)
    return await told(pull_steps(machine, named(body)), stream=stream)


async def push(machine: Machine, request: Request) -> Answer:
    """Upload a model to the registry, from which it can then be pulled."""
    body = read_body(request.body, "PushRequest")
    stream = body.boolean("stream", default=True)
    if not body.model:
        raise Refusal(400, "model is required")
    return await told(_push_steps(machine, named(body)), stream=stream)


async def pull_steps(machine: Machine, name: ModelName) -> Steps:
    """Yield the steps of a pull.

    Raises:
        Refusal: the registry has no such model, or the disk is full.
    """
    yield {"status": "pulling manifest"}
    manifest = machine.registry.find(name)
    if manifest is None:
        raise Refusal(500, "pull model manifest: file does not exist")
    for layer in manifest.layers:
        async with aclosing(_layer_steps(machine, name, layer)) as steps:
            async for step in steps:
                yield step
    yield {"status": "verifying sha256 digest"}
    await machine.clock.sleep(manifest.size / machine.registry.speed / VERIFIED_PER_BYTE)
    yield {"status": "writing manifest"}
    before = machine.store.find(name)
    machine.store.put(name, manifest, machine.clock.now())
    if before is not None and before.manifest.digest != manifest.digest:
        yield {"status": "removing unused layers"}
    yield {"status": "success"}


async def _layer_steps(machine: Machine, name: ModelName, layer: LayerBlob) -> Steps:
    if machine.store.has_blob(layer.digest):
        yield _step("pulling", layer, layer.size)
        return
    registry = machine.registry
    download = registry.download(layer)
    download.join()
    try:
        while True:
            await registry.tick()
            download.advance(registry.limit(name, layer))
            if download.is_done:
                break
            if machine.faults.disk_full:
                raise Refusal(500, _disk_full(layer))
            yield _step("pulling", layer, download.completed)
    finally:
        download.leave()
    registry.settle(layer)
    machine.store.fetched.add(layer.digest)


def _disk_full(layer: LayerBlob) -> str:
    return f"write {BLOBS}/sha256-{layer.digest}-partial: no space left on device"


def _step(verb: str, layer: LayerBlob, completed: int) -> Step:
    """Write a line of progress; a `completed` of nothing is left out (fact 31)."""
    step: Step = {
        "status": f"{verb} {layer.digest[:12]}",
        "digest": layer.full_digest,
        "total": layer.size,
    }
    return {**step, "completed": completed} if completed else step


async def _push_steps(machine: Machine, name: ModelName) -> Steps:
    yield {"status": "retrieving manifest"}
    model = machine.store.find(name)
    if model is None:
        yield {"status": "couldn't retrieve manifest"}
        where = f"{name.registry}/{name.namespace}/{name.model}/{name.tag}"
        raise Refusal(500, f"open {MANIFESTS}/{where}: no such file or directory")
    if machine.faults.registry_error:
        raise Refusal(500, machine.faults.registry_error)
    for layer in model.manifest.layers:
        async with aclosing(_sent(machine, layer)) as steps:
            async for step in steps:
                yield step
    yield {"status": "pushing manifest"}
    machine.registry.publish(name, model.manifest)
    yield {"status": "success"}


async def _sent(machine: Machine, layer: LayerBlob) -> Steps:
    registry = machine.registry
    begin = machine.clock.monotonic()
    sent = 0
    while sent < layer.size:
        await registry.tick()
        sent = min(layer.size, int((machine.clock.monotonic() - begin) * registry.speed))
        yield _step("pushing", layer, sent)
