"""The endpoints that change nothing: version, status, tags, ps and show."""

from desktop.demo.body import read_body
from desktop.demo.cards import card
from desktop.demo.machine import Machine
from desktop.demo.naming import shown
from desktop.demo.reply import Answer, Refusal, Reply, json_reply
from desktop.demo.rows import ps_rows, tag_rows
from desktop.demo.wire import Request


async def root(_machine: Machine, _request: Request) -> Answer:
    """Say what `curl` at the base address shows."""
    return Reply(200, b"Ollama is running", "text/plain; charset=utf-8")


async def version(machine: Machine, _request: Request) -> Answer:
    """Answer with the version."""
    return json_reply({"version": machine.version})


async def status(machine: Machine, _request: Request) -> Answer:
    """Say whether cloud models may be used (fact 77)."""
    source = "none" if machine.has_cloud else "env"
    return json_reply({"cloud": {"disabled": not machine.has_cloud, "source": source}})


async def recommendations(_machine: Machine, _request: Request) -> Answer:
    """Answer with a short built-in list (fact 77)."""
    rows = [
        {"model": "gemma3", "description": "Sees and writes", "vram_bytes": 6_000_000_000},
        {"model": "qwen3", "description": "Thinks and calls tools", "vram_bytes": 8_000_000_000},
    ]
    return json_reply({"recommendations": rows})


async def me(_machine: Machine, _request: Request) -> Answer:
    """Say that nobody is signed in (fact 77)."""
    raise Refusal(503, "account unavailable")


async def tags(machine: Machine, _request: Request) -> Answer:
    """List what is installed."""
    return json_reply({"models": tag_rows(machine)})


async def ps(machine: Machine, _request: Request) -> Answer:
    """List what is in memory."""
    return json_reply({"models": ps_rows(machine.runners.loaded(), machine)})


async def show(machine: Machine, request: Request) -> Answer:
    """Answer with everything that is known of one model."""
    body = read_body(request.body, "ShowRequest")
    model = shown(machine, body)
    if model.manifest.parts.remote is not None and not machine.has_cloud:
        raise Refusal(403, "ollama cloud is disabled: remote model details are unavailable")
    verbose = body.boolean("verbose")
    return json_reply(card(model, machine, body.text("system"), verbose=verbose))
