"""The endpoint generate: a prompt in, words out; without a prompt it loads or unloads."""

from desktop.demo.answers import speak
from desktop.demo.asking import Asked, admit, check
from desktop.demo.body import Body, read_body
from desktop.demo.images import check_images
from desktop.demo.machine import Machine
from desktop.demo.prompt import of_text
from desktop.demo.reply import BARE_JSON, Answer, Refusal, json_reply
from desktop.demo.telling import Delta, Row, answered, head, loaded, tell
from desktop.demo.wire import Request


async def generate(machine: Machine, request: Request) -> Answer:
    """Answer a prompt, or load or unload a model if there is none."""
    body = read_body(request.body, "GenerateRequest")
    stream = body.boolean("stream", default=True)
    asked = admit(machine, body, "/api/generate")
    prompt = body.text("prompt")
    if not prompt and asked.keep == 0:
        return await loaded(machine, asked, {"response": ""})
    _check(asked, body)
    if not prompt:
        return await loaded(machine, asked, {"response": ""})
    if body.boolean("_debug_render_only"):
        return _rendered(machine, asked, prompt)
    spoken = speak(asked, prompt, body.sequence("images"))
    read = of_text(prompt, may_be_cut=body.boolean("truncate", default=True))
    count = min(4096, len(prompt) // 4 + spoken.count)
    more: Row = {} if body.boolean("raw") else {"context": [259 + n % 100 for n in range(count)]}
    rows = tell(machine, asked, spoken, read, _row, more)
    return await answered(rows, _joined, stream=stream)


def _check(asked: Asked, body: Body) -> None:
    if body.boolean("raw") and (body.text("system") or body.text("template")):
        raise Refusal(400, "raw mode does not support template, system, or context")
    check(asked, "generate", suffix=bool(body.text("suffix")))
    if body.text("template").count("{{") != body.text("template").count("}}"):
        raise Refusal(500, "template: :1: unclosed action")
    check_images(asked, body.sequence("images"), "GenerateRequest.images")
    check_format(body)


def check_format(body: Body) -> None:
    """Refuse a format that is neither "json" nor a schema."""
    wanted = body.value("format")
    if wanted and wanted != "json" and not isinstance(wanted, dict):
        text = f'"\\"{wanted}\\""'
        raise Refusal(
            500, f'invalid format: {text}; expected "json" or a valid JSON Schema object', BARE_JSON
        )


def _rendered(machine: Machine, asked: Asked, prompt: str) -> Answer:
    """Show the prompt as the template would make it, and ask nobody (fact 77)."""
    system = asked.body.text("system") or asked.model.manifest.parts.system
    text = f"{system}\n{prompt}" if system else prompt
    debug: Row = {"response": "", "done": False, "_debug_info": {"rendered_template": text}}
    return json_reply({**head(machine, asked), **debug})


def _row(delta: Delta) -> Row:
    row: Row = {"response": delta.text}
    return {**row, "thinking": delta.thinking} if delta.thinking else row


def _joined(rows: list[Row]) -> Row:
    last = dict(rows[-1])
    last["response"] = "".join(str(row["response"]) for row in rows)
    if thinking := "".join(str(row.get("thinking", "")) for row in rows):
        last["thinking"] = thinking
    return last
