"""The doctor's later steps: HTTP, whether it is Ollama, its version, its models, one token."""

from contextlib import aclosing
from dataclasses import dataclass

from desktop.diagnostics.checkup import Step
from desktop.diagnostics.explain import Code, Explanation, explain, notice
from desktop.diagnostics.line import Line
from desktop.diagnostics.record import Found, Record
from desktop.diagnostics.verdicts import PROXYS_OWN, who_answered
from desktop.diagnostics.way_steps import past_the_proxy
from desktop.domain.chat import GenerateRequest
from desktop.domain.host import Host
from desktop.domain.versions import known_holes
from desktop.net.outside import Way
from desktop.ollama.answers import version_of
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import NotOllama, OllamaError, StreamBroken

_SPOKE_HTTP = frozenset(
    {Code.NOT_OLLAMA, Code.OTHER_PROGRAM, Code.WRONG_BASE_PATH, Code.ENDPOINT_MISSING}
)
"""What is found only once HTTP has worked: then it is the next step that failed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer to the question for the version: its status and body, or what went wrong."""

    status: int = 0
    body: bytes = b""
    error: OllamaError | None = None


async def ask(record: Record, line: Line, client: OllamaClient, way: Way) -> None:
    """Ask for the version; say who answered, if it was not Ollama."""
    proxy = way.route.proxy
    finding: Explanation | None = None
    with record.step(Step.HTTP) as facts:
        heard = await _listen(client)
        facts["status"] = str(heard.status or "")
        if heard.error is not None:
            finding = await _who(heard.error, line, way)
            if proxy is not None and finding.facts.get("proxy"):
                facts["proxy"] = proxy.authority
            if finding.code not in _SPOKE_HTTP or not heard.status:
                raise Found(finding)
    with record.step(Step.OLLAMA) as facts:
        if finding is not None:
            facts["server"] = finding.facts.get("program", "")
            raise Found(finding)
    with record.step(Step.VERSION) as facts:
        facts["version"] = version = version_of(heard.body, None).version
    if holes := known_holes(version):
        names = ", ".join(hole.name for hole in holes)
        note = notice(Code.KNOWN_HOLE, line.host, hole=names, fixed=holes[-1].fixed)
        record.warn(Step.VERSION, note)


async def list_models(record: Record, host: Host, client: OllamaClient) -> None:
    """Count the models, which an old or half-hidden server refuses to tell."""
    with record.step(Step.MODELS) as facts:
        try:
            facts["count"] = str(len((await client.tags()).rows))
        except OllamaError as error:
            raise Found(explain(error, host)) from error


async def answer_a_token(record: Record, host: Host, client: OllamaClient, model: str) -> None:
    """Have a model say one token, which loads it; without a model there is nothing to do."""
    if not model:
        record.skip(Step.TOKEN)
        return
    request = GenerateRequest(model, prompt="Say yes.", options={"num_predict": 1}, think=False)
    with record.step(Step.TOKEN) as facts:
        facts["model"] = model
        try:
            async with aclosing(client.generate(request)) as pieces:
                async for _ in pieces:
                    pass
        except OllamaError as error:
            raise Found(explain(error, host)) from error


async def _listen(client: OllamaClient) -> Heard:
    status, body = 0, b""
    try:
        async with client.exchange("GET", "/api/version") as answer:
            status = answer.status
            body = await answer.whole()
            version_of(body, None)
    except OllamaError as error:
        return Heard(getattr(error, "status", 0) or status, body, error)
    return Heard(status, body)


async def _who(error: OllamaError, line: Line, way: Way) -> Explanation:
    """Say who answered: the proxy, if asking without it makes a difference, or another program."""
    said = explain(error, line.host)
    if way.route.proxy is not None and said.code in PROXYS_OWN:
        found = await past_the_proxy(said, line, way)
        if found is not said:
            return found
    is_mute = isinstance(error, StreamBroken) or _is_no_http(error)
    if is_mute and line.host.address.scheme == "http" and await line.certificate() is not None:
        return notice(Code.SPEAKS_HTTPS, line.host, said.raw)
    return await who_answered(error, line.host)


def _is_no_http(error: OllamaError) -> bool:
    return isinstance(error, NotOllama) and error.status == 0
