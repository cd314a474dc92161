"""What an error says beyond its kind: names, sizes, numbers of tokens, addresses."""

import re

from desktop.diagnostics.cause import nested, readable
from desktop.ollama.errors import (
    CaFileUnusable,
    CertificateRejected,
    NotOllama,
    OllamaError,
    ProxyFailed,
    Redirected,
    ServerRefused,
    SignInWanted,
)

_SIZE = r"[\d.]+ ?[KMGT]?i?B"
_NAMED = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        r"\bmodel ['\"](?P<model>[^'\"]*)['\"] not found",
        r"'ollama pull (?P<model>[^']+)'",
        r"^['\"]?(?P<model>[^'\" ]+)['\"]? does not support ",
        r"(?:name|source|destination) \"(?P<name>[^\"]*)\" is invalid",
        r"does not support (?P<capability>image generation|[a-z]+)",
        rf"requires more system memory \((?P<needed>{_SIZE})\) than is available "
        rf"\((?P<available>{_SIZE})\)",
        r"request \((?P<tokens>\d+) tokens\) exceeds the available context size "
        r"\((?P<context>\d+) tokens\)",
        r"progress (?P<progress>\d\.\d+)",
        r"option \"(?P<option>[^\"]*)\" must be of type (?P<type>\w+)",
        r"unknown parameter '(?P<option>[^']*)'",
        r"unsupported quantization type (?P<quantization>\S+)",
        r"supported types are (?P<supported>.+)$",
        r"(?:Get|Head|Post|Put) \"https?://(?P<registry>[^/\"]+)",
        r"lookup (?P<registry>[\w.-]+)",
        r"reached your (?P<limit>session|hourly|daily|weekly|monthly) ?usage limit",
        r"(?P<signal>signal: \w+)",
        r"(?P<exit>exit status \w+)",
        r"realm host \"(?P<realm>[^\"]*)\"",
        r"blob \"(?P<digest>[^\"]*)\" not found",
        r"blobs[/\\](?P<digest>sha256-[0-9a-f]{12})",
        r"template: [^ ]*:(?P<line>\d+)",
        r"tool call arguments for \"(?P<tool>[^\"]*)\"",
    )
)
"""Each names what it finds; the first that finds a name has it."""
_NUMBERS = {"n_prompt_tokens": "tokens", "n_ctx": "context"}


def facts_of(error: OllamaError) -> dict[str, str]:
    """Return everything that an error says of itself; values are as they were sent."""
    found: dict[str, str] = {}
    match error:
        case ServerRefused():
            found = said(error.message)
            if error.signin_url:
                found["signin_url"] = error.signin_url
        case Redirected():
            found["location"] = error.location
        case SignInWanted():
            found["challenge"] = error.challenge
        case CertificateRejected():
            found = _certificate(error)
        case CaFileUnusable():
            found = {"file": error.file, "problem": error.problem.name.lower()}
        case ProxyFailed():
            found["proxy"] = error.proxy
        case _:
            pass
    if isinstance(error, NotOllama):
        found |= {"proxy": error.via, "server": error.server}
    if isinstance(error, NotOllama | ServerRefused) and error.status:
        found["status"] = str(error.status)
    return {name: fact for name, fact in found.items() if fact}


def said(message: str) -> dict[str, str]:
    """Return what a server's own words name, those of an engine within them too."""
    text = readable(message)
    found: dict[str, str] = {}
    for expression in _NAMED:
        if match := expression.search(text):
            found = {**match.groupdict(), **found}
    inner = nested(message)
    for theirs, ours in _NUMBERS.items():
        if isinstance(inner.get(theirs), int):
            found[ours] = str(inner[theirs])
    if "terminated" in text:
        found["detail"] = text.strip().splitlines()[-1]
    return found


def _certificate(error: CertificateRejected) -> dict[str, str]:
    certificate = error.certificate
    facts = {"problem": error.problem.name.lower()}
    if certificate is None:
        return facts
    ends, begins = certificate.not_after, certificate.not_before
    return facts | {
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "names": ", ".join(certificate.names),
        "not_before": begins.date().isoformat() if begins else "",
        "not_after": ends.date().isoformat() if ends else "",
        "fingerprint": certificate.fingerprint,
    }
