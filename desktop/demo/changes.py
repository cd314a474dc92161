"""Copy and delete: both answer with nothing at all (fact 57)."""

from desktop.demo.body import read_body
from desktop.demo.machine import Machine
from desktop.demo.reply import Answer, Refusal, Reply
from desktop.demo.wire import Request
from desktop.domain.name import BadName, ModelName, parse_name


async def copy(machine: Machine, request: Request) -> Answer:
    """Give a model a second name, over whatever had that name before."""
    body = read_body(request.body, "CopyRequest")
    sent = body.text("source")
    source = _name(sent, "source")
    destination = _name(body.text("destination"), "destination")
    model = machine.store.find(source)
    if model is None:
        raise Refusal(404, f'model "{sent}" not found')
    machine.store.put(destination, model.manifest, machine.clock.now(), model.parent)
    return Reply()


async def delete(machine: Machine, request: Request) -> Answer:
    """Remove a name. What is in memory stays there under its dead name (fact 74)."""
    body = read_body(request.body, "DeleteRequest")
    if not body.model:
        raise Refusal(400, "model is required")
    if not machine.store.remove(_name(body.model, "name")):
        raise Refusal(404, f"model '{body.model}' not found")
    return Reply()


def _name(text: str, field: str) -> ModelName:
    try:
        return parse_name(text)
    except BadName:
        raise Refusal(400, f'{field} "{text}" is invalid') from None
