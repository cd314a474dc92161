from collections.abc import Iterator

import pytest

from desktop.diagnostics.explain import Code, Remedy, explain
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.ollama.errors import (
    Busy,
    CaFileProblem,
    CaFileUnusable,
    CertificateProblem,
    CertificateRejected,
    EndpointMissing,
    Forbidden,
    ModelMissing,
    NotOllama,
    OllamaError,
    Redirected,
    Refused,
    ServerRefused,
    SignInWanted,
    TimedOut,
    TlsFailed,
)

HOST = Host(HostId("1"), parse_address("192.168.1.20"), "tower")


def every_class(base: type[OllamaError]) -> Iterator[type[OllamaError]]:
    yield base
    for kind in base.__subclasses__():
        yield from every_class(kind)


def made(kind: type[OllamaError]) -> OllamaError:
    if issubclass(kind, ServerRefused):
        return kind(500, "something")
    if issubclass(kind, Redirected):
        return kind("moved", status=301, location="http://elsewhere/")
    if issubclass(kind, SignInWanted):
        return kind("sign in", status=401)
    if issubclass(kind, CaFileUnusable):
        return kind("no", CaFileProblem.MISSING, "authority.pem")
    if issubclass(kind, CertificateRejected):
        return kind("no", CertificateProblem.EXPIRED)
    return kind("something")


@pytest.mark.parametrize("kind", list(every_class(OllamaError)))
def test_every_error_is_explained(kind: type[OllamaError]):
    explanation = explain(made(kind), HOST)
    assert explanation.raw
    assert explanation.facts["host"] == "tower"
    assert (explanation.code is Code.UNKNOWN) is (kind in (OllamaError, ServerRefused))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TimedOut("", "connect"), Code.NO_CONNECTION_IN_TIME),
        (TimedOut("", "read"), Code.NO_ANSWER_IN_TIME),
        (TimedOut("", "write"), Code.SENDING_STALLED),
        (TlsFailed("[SSL: WRONG_VERSION_NUMBER] wrong version number"), Code.SPEAKS_HTTP),
        (TlsFailed("self-signed certificate"), Code.TLS_FAILED),
        (NotOllama("a page of HTML", status=200, sample="<html>"), Code.NOT_OLLAMA),
        (NotOllama("", status=502), Code.PROXY_ANSWERED),
        (NotOllama("", status=401, sample="<h1>401"), Code.SIGN_IN_WANTED),
        (
            NotOllama("", status=400, sample="Client sent an HTTP request to an HTTPS server."),
            Code.SPEAKS_HTTPS,
        ),
        (NotOllama("", sample=r"it answered b'\x15\x03\x01\x00\x02\x02\x16'"), Code.SPEAKS_HTTPS),
        (ModelMissing(404, "model 'x' not found"), Code.MODEL_MISSING),
        (Busy(503, "server busy, please try again."), Code.BUSY),
        (Forbidden(403, ""), Code.HOST_NOT_ALLOWED),
        (EndpointMissing(404, "404 page not found"), Code.ENDPOINT_MISSING),
    ],
)
def test_the_kind_of_error_decides(error: OllamaError, code: Code):
    assert explain(error).code is code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pull model manifest: file does not exist", Code.REGISTRY_HAS_NO_SUCH_MODEL),
        (
            "pull model manifest: 412: The model you are attempting to pull requires a newer"
            " version of Ollama.",
            Code.NEEDS_NEWER_OLLAMA,
        ),
        (
            'pull model manifest: Get "https://x/v2/": dial tcp: lookup x on 192.0.2.53:53:'
            " no such host",
            Code.SERVER_IS_OFFLINE,
        ),
        ("write /models/blobs/x: no space left on device", Code.DISK_FULL),
        ("There is not enough space on the disk.", Code.DISK_FULL),
        ("open /models: permission denied", Code.NO_PERMISSION),
        ("digest mismatch, file must be downloaded again: want a, got b", Code.DOWNLOAD_DAMAGED),
        ('max retries exceeded: Get "http://x": EOF', Code.DOWNLOAD_KEPT_BREAKING),
        ("tls: first record does not look like a TLS handshake", Code.SERVER_PROXY_OR_TLS),
        ("unauthorized: access denied", Code.REGISTRY_UNAUTHORIZED),
        ("invalid model name", Code.REQUEST_INVALID),
        ('destination "bad name!" is invalid', Code.REQUEST_INVALID),
        ("ollama cloud is disabled: remote model is unavailable", Code.CLOUD_OFF),
        ('"tiny" does not support thinking', Code.CAPABILITY_MISSING),
        (
            "llama-server process has terminated: exit status 1: ggml_aligned_malloc:"
            " insufficient memory",
            Code.GPU_MEMORY_TOO_SMALL,
        ),
        (
            "an error was encountered while running the model: unexpected EOF",
            Code.RUNNER_DIED,
        ),
        ("http: no Location header in response", Code.REGISTRY_FAILED),
    ],
)
def test_a_servers_own_words_decide(text: str, code: Code):
    explanation = explain(ServerRefused(200, text))
    assert explanation.code is code
    assert explanation.raw == text


def test_facts_say_where_it_happened_and_what_was_answered():
    error = Redirected("moved", status=301, location="http://elsewhere/")
    facts = explain(error, HOST).facts
    assert facts == {
        "host": "tower",
        "address": "192.168.1.20:11434",
        "status": "301",
        "location": "http://elsewhere/",
    }


def test_what_does_not_answer_can_be_tried_again_or_looked_for_elsewhere():
    remedies = explain(Refused("")).remedies
    assert {Remedy.RETRY, Remedy.EDIT_ADDRESS} <= set(remedies)
