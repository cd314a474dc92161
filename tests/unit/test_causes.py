"""Every row of the table of errors, by a text that a server says; and that rows keep apart."""

# ruff: noqa: E501  a text of a server stays in one piece

from collections import defaultdict

import pytest

from desktop.diagnostics.causes import CAUSES, NOTICED
from desktop.diagnostics.explain import Code, Remedy, explain, notice
from desktop.diagnostics.facts import said
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.ollama.errors import (
    CertificateProblem,
    CertificateRejected,
    EndpointMissing,
    ModelMissing,
    NotOllama,
    OllamaError,
    ProxyFailed,
    ProxyLoginWanted,
    ServerRefused,
    SignInWanted,
    StreamBroken,
    TimedOut,
    TunnelFailed,
    Unreachable,
)

SAID: dict[Code, tuple[tuple[int, str, str], ...]] = {
    Code.CAPABILITY_MISSING: (
        (400, "/api/chat", '"x" does not support chat'),
        (400, "/api/chat", "registry.ollama.ai/library/tiny:latest does not support tools"),
        (400, "/api/chat", "x does not support image generation"),
    ),
    Code.MODEL_COPY_OLD: (
        (
            400,
            "/api/chat",
            '"x" is old. Pull the model again to get the latest version with full thinking support',
        ),
    ),
    Code.ONE_IMAGE_ONLY: (
        (
            400,
            "/api/chat",
            "this model only supports one image while more than one image requested",
        ),
    ),
    Code.PROMPT_TOO_LONG: (
        (
            400,
            "/api/chat",
            "the prompt is longer than the context length currently available to the model; shorten the prompt, or raise it",
        ),
    ),
    Code.CONTEXT_EXCEEDED: (
        (
            400,
            "/api/chat",
            '{"error":{"code":400,"message":"request (4823 tokens) exceeds the available context size (512 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":4823,"n_ctx":512}}',
        ),
    ),
    Code.EMBEDDING_INPUT_TOO_LONG: (
        (400, "/api/embed", "input exceeds maximum context length and cannot be truncated further"),
    ),
    Code.FORMAT_INVALID: ((400, "/api/chat", "invalid JSON schema in format"),),
    Code.THINK_VALUE_INVALID: (
        (
            400,
            "/api/chat",
            'think must be a boolean or string ("high", "medium", "low", true, or false)',
        ),
    ),
    Code.OPTION_INVALID: (
        (400, "/api/chat", "unknown parameter 'x'"),
        (400, "/api/chat", "invalid float value [x]"),
    ),
    Code.REQUEST_INVALID: (
        (400, "/api/chat", 'use either :local or :cloud, not both: "x"'),
        (400, "/api/pull", "unqualified name: x"),
        (400, "/api/chat", "unexpected EOF"),
    ),
    Code.FIELDS_REFUSED: ((400, "/api/chat", "top_logprobs must be between 0 and 20"),),
    Code.REQUEST_CANCELLED: ((499, "/api/chat", "request canceled"),),
    Code.BUSY: (
        (503, "/api/chat", "server busy, please try again.  maximum pending requests exceeded"),
    ),
    Code.MEMORY_TOO_SMALL: (
        (
            500,
            "/api/chat",
            "model requires more system memory (14.9 GiB) than is available (11.2 GiB)",
        ),
        (500, "/api/chat", "memory layout cannot be allocated with num_gpu = 99"),
    ),
    Code.GPU_MEMORY_TOO_SMALL: (
        (500, "/api/chat", "llama-server reported out-of-memory during startup: x"),
        (500, "/api/chat", "llama runner process has terminated: cudaMalloc failed: out of memory"),
    ),
    Code.ENGINE_CRASHED_LOADING: (
        (500, "/api/chat", "llama runner process has terminated: signal: killed"),
        (
            500,
            "/api/chat",
            "llama-server process has terminated: exit status 0xc0000135: missing DLL",
        ),
        (500, "/api/chat", "llama runner process no longer running: 1"),
    ),
    Code.ENGINE_STOPPED: (
        (
            500,
            "/api/chat",
            "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details",
        ),
    ),
    Code.LOAD_FAILED: (
        (
            500,
            "/api/chat",
            "model failed to load, this may be due to resource limitations or an internal error, check",
        ),
    ),
    Code.RUNNER_DIED: (
        (200, "/api/chat", "an error was encountered while running the model: unexpected EOF"),
        (200, "/api/chat", "unexpected EOF"),
    ),
    Code.GPU_FAILED: (
        (500, "/api/chat", "CUDA error: device kernel image is invalid"),
        (500, "/api/chat", "llama runner process has terminated: GGML_ASSERT(x) failed"),
    ),
    Code.LOAD_STALLED: (
        (500, "/api/chat", "timed out waiting for llama runner to start - progress 0.43 - "),
        (500, "/api/chat", "timed out waiting for llama-server to start - x"),
    ),
    Code.LOAD_CANCELLED: (
        (500, "/api/chat", "timed out waiting for llama runner to start: context canceled"),
    ),
    Code.MODEL_INCOMPATIBLE: (
        (
            500,
            "/api/chat",
            "llama runner process has terminated: error loading model x: this model may be incompatible with your version of Ollama. If you previously pulled this model, try updating it by running 'ollama pull x'",
        ),
    ),
    Code.MODEL_OUTDATED: (
        (
            500,
            "/api/chat",
            "'llama3.2-vision' is no longer compatible with your version of Ollama and has been replaced by a newer version (mllama)",
        ),
    ),
    Code.NEEDS_MLX: (
        (500, "/api/chat", "this model requires MLX support, but the MLX runtime is not available"),
    ),
    Code.INSTALLATION_BROKEN: ((500, "/api/chat", "llama-server binary not found (checked: /x)"),),
    Code.TOOL_CALL_INVALID: (
        (500, "/api/chat", 'llama-server returned invalid tool call arguments for "weather"'),
        (500, "/api/chat", "template error: x"),
    ),
    Code.RUNNER_BUSY: (
        (500, "/api/chat", "no slots available after 10 retries"),
        (500, "/api/chat", "unexpected server status: llm busy - no slots available"),
        (
            500,
            "/api/chat",
            'do completion: Post "http://127.0.0.1:41234/completion": dial tcp 127.0.0.1:41234: connect: connection refused',
        ),
    ),
    Code.EVENT_TOO_LARGE: (
        (500, "/api/chat", "llama-server chat stream event exceeded 8 MB limit"),
    ),
    Code.ENGINE_TOO_OLD: ((500, "/api/chat", "split vision models aren't supported"),),
    Code.EMBEDDING_FAILED: ((500, "/api/embed", "embedding contains NaN or Inf values"),),
    Code.SERVER_LOG_KNOWS: (
        (500, "/api/chat", "something went wrong, please see the ollama server logs for details"),
    ),
    Code.REGISTRY_HAS_NO_SUCH_MODEL: (
        (200, "/api/pull", "pull model manifest: file does not exist"),
    ),
    Code.NEEDS_NEWER_OLLAMA: (
        (
            200,
            "/api/pull",
            "pull model manifest: 412: The model you are attempting to pull requires a newer version of Ollama that may be in pre-release.",
        ),
    ),
    Code.SERVER_IS_OFFLINE: (
        (
            200,
            "/api/pull",
            'pull model manifest: Get "https://registry.ollama.ai/v2/": dial tcp: lookup registry.ollama.ai: no such host',
        ),
        (200, "/api/pull", "read tcp 1.2.3.4:5->6.7.8.9:443: i/o timeout"),
    ),
    Code.SERVER_PROXY_OR_TLS: (
        (
            200,
            "/api/pull",
            'pull model manifest: Get "https://registry.ollama.ai/v2/": net/http: TLS handshake timeout',
        ),
        (200, "/api/pull", 'Get "https://r/v2/": x509: certificate signed by unknown authority'),
        (
            200,
            "/api/pull",
            'Get "https://r/v2/": proxyconnect tcp: dial tcp 10.0.0.1:3128: i/o timeout',
        ),
    ),
    Code.DOWNLOAD_KEPT_BREAKING: ((200, "/api/pull", "max retries exceeded: unexpected EOF"),),
    Code.DOWNLOAD_DAMAGED: (
        (200, "/api/pull", "digest mismatch, file must be downloaded again: want a, got b"),
    ),
    Code.DISK_FULL: ((200, "/api/pull", "There is not enough space on the disk."),),
    Code.NO_PERMISSION: ((200, "/api/pull", "mkdir /x: ensure path elements are traversable"),),
    Code.REGISTRY_UNAUTHORIZED: (
        (200, "/api/pull", 'unauthorized: unknown ollama key "ssh-ed25519 x"'),
        (200, "/api/pull", "pull model manifest: 403: nothing"),
    ),
    Code.REGISTRY_REALM_FOREIGN: (
        (200, "/api/pull", 'realm host "a" does not match original host "b"'),
    ),
    Code.REGISTRY_INSECURE: ((200, "/api/pull", "insecure protocol http"),),
    Code.REGISTRY_FAILED: (
        (200, "/api/pull", "maximum redirects exceeded (10) for directURL"),
        (200, "/api/pull", "pull model manifest: 429: slow down"),
        (200, "/api/pull", "unexpected status code 500"),
    ),
    Code.MANIFEST_INVALID: (
        (200, "/api/pull", "sha256:1: digest is empty"),
        (200, "/api/pull", "invalid digest format"),
    ),
    Code.PUSH_UNAUTHORIZED: ((200, "/api/push", "unauthorized: access denied"),),
    Code.PUSH_KEPT_BREAKING: ((200, "/api/push", "max retries exceeded: EOF"),),
    Code.PUSH_FAILED: ((200, "/api/push", "http status 500: x"),),
    Code.BASE_MISSING: ((400, "/api/create", "no files provided to convert"),),
    Code.FILE_PATH_ABSOLUTE: ((400, "/api/create", "file path must be relative"),),
    Code.UPLOAD_DAMAGED: ((400, "/api/blobs/x", 'digest mismatch, expected "a", got "b"'),),
    Code.BLOB_MISSING: ((404, "/api/create", 'blob "sha256:1" not found'),),
    Code.CREATE_REFUSED: ((400, "/api/create", "only one adapter is currently supported"),),
    Code.QUANTIZATION_REFUSED: (
        (
            500,
            "/api/create",
            "unsupported quantization type Q9 - supported types are F32, F16, Q4_K_S, Q4_K_M, Q8_0",
        ),
    ),
    Code.SHARD_MISSING: ((200, "/api/create", 'split GGUF "x" is missing shard 2'),),
    Code.TEMPLATE_INVALID: ((400, "/api/create", "template error: template: :1: unclosed action"),),
    Code.FILE_DAMAGED: (
        (200, "/api/create", 'tensor "x" offset+size (100) exceeds file size (10)'),
    ),
    Code.QUANTIZER_FAILED: ((200, "/api/create", "llama-quantize failed: exit status 1"),),
    Code.SERVER_SIGN_IN_WANTED: ((401, "/api/chat", "unauthorized"),),
    Code.SERVER_NOT_SIGNED_IN: ((401, "/api/signout", "you are not currently signed in"),),
    Code.CLOUD_OFF: ((403, "/api/chat", "ollama cloud is disabled: web search is unavailable"),),
    Code.USAGE_LIMIT_REACHED: (
        (
            429,
            "/api/chat",
            "you (ann) have reached your weekly usage limit, upgrade for higher limits: https://ollama.com/upgrade",
        ),
        (
            429,
            "/api/chat",
            "you've reached your hourly usage limit, please wait or upgrade to continue",
        ),
    ),
    Code.CLOUD_UNREACHABLE: (
        (502, "/api/chat", 'Post "https://ollama.com:443/api/chat?ts=1": dial tcp: no such host'),
    ),
    Code.ACCOUNT_UNAVAILABLE: ((503, "/api/me", "account unavailable"),),
    Code.REMOTE_REFUSED: ((400, "/api/chat", "this server cannot run this remote model"),),
    Code.ACCOUNT_FAILED: ((500, "/api/me", "error getting authorization details"),),
    Code.BODY_UNREADABLE: ((400, "/api/chat", "failed to decompress request body"),),
    Code.BAD_REQUEST: ((400, "/api/delete", "model is currently in use"),),
    Code.UNKNOWN: ((500, "/api/chat", "a text that nobody has seen"),),
}
HOST = Host(HostId("1"), parse_address("192.168.1.20"), "tower")


def refused(status: int, path: str, text: str) -> ServerRefused:
    error = ServerRefused(status, text)
    error.path = path
    return error


@pytest.mark.parametrize(
    ("code", "status", "path", "text"),
    [(code, *row) for code, rows in SAID.items() for row in rows],
)
def test_a_text_of_a_row_has_the_code_of_that_row(code: Code, status: int, path: str, text: str):
    assert explain(refused(status, path, text)).code is code
    if not text.startswith("{"):
        assert explain(refused(status, path, text.upper())).code is code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TimedOut("x", "between"), Code.CUT_OFF),
        (StreamBroken("x"), Code.CUT_OFF),
        (StreamBroken("x", ended_in_order=True), Code.ENDED_EARLY),
        (ProxyFailed("x"), Code.PROXY_FAILED),
        (ProxyLoginWanted("x"), Code.PROXY_LOGIN_WANTED),
        (TunnelFailed("x"), Code.TUNNEL_FAILED),
        (Unreachable("Unknown scheme for proxy URL 'socks4://x'"), Code.PROXY_UNUSABLE),
        (NotOllama("x", status=413), Code.UPLOAD_TOO_LARGE),
        (NotOllama("x", status=407), Code.PROXY_LOGIN_WANTED),
        (NotOllama("x", status=511), Code.CAPTIVE_PORTAL),
        (
            NotOllama("x", status=200, sample="<html>Please sign in to this network.</html>"),
            Code.CAPTIVE_PORTAL,
        ),
        (SignInWanted("x", status=401, challenge="Basic"), Code.SIGN_IN_WANTED),
        (EndpointMissing(405, "405 method not allowed"), Code.METHOD_MISSING),
        (
            CertificateRejected("x", CertificateProblem.SELF_SIGNED),
            Code.CERTIFICATE_UNTRUSTED,
        ),
        (CertificateRejected("x", CertificateProblem.EXPIRED), Code.CERTIFICATE_EXPIRED),
        (CertificateRejected("x", CertificateProblem.WRONG_NAME), Code.CERTIFICATE_WRONG_NAME),
        (CertificateRejected("x", CertificateProblem.NOT_THE_PINNED), Code.CERTIFICATE_CHANGED),
    ],
)
def test_the_way_to_a_host_has_codes_of_its_own(error: OllamaError, code: Code):
    assert explain(error, HOST).code is code


def test_rows_with_different_remedies_share_no_code():
    remedies: defaultdict[Code, set[tuple[Remedy, ...]]] = defaultdict(set)
    for cause in CAUSES:
        remedies[cause.code].add(cause.remedies)
    assert not [code for code, found in remedies.items() if len(found) > 1]


def test_every_code_comes_from_an_error_or_is_noticed():
    assert {cause.code for cause in CAUSES} | NOTICED.keys() == set(Code)


def test_every_remedy_is_offered_by_some_cause_but_one_that_needs_proof():
    offered = {remedy for cause in CAUSES for remedy in cause.remedies}
    offered |= {remedy for remedies in NOTICED.values() for remedy in remedies}
    assert set(Remedy) - offered == {Remedy.BYPASS_PROXY}


def test_the_same_words_mean_another_thing_where_a_model_was_to_be_deleted():
    gone, missing = (
        ModelMissing(404, "model 'x' not found"),
        ModelMissing(404, "model 'x' not found"),
    )
    gone.path, missing.path = "/api/delete", "/api/chat"
    assert explain(gone).code is Code.MODEL_GONE
    assert explain(missing).code is Code.MODEL_MISSING


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("model 'x:7b' not found", {"model": "x:7b"}),
        (
            "model requires more system memory (14.9 GiB) than is available (11.2 GiB)",
            {"needed": "14.9 GiB", "available": "11.2 GiB"},
        ),
        (SAID[Code.CONTEXT_EXCEEDED][0][2], {"tokens": "4823", "context": "512"}),
        ('"tiny" does not support thinking', {"model": "tiny", "capability": "thinking"}),
        ('option "num_ctx" must be of type integer', {"option": "num_ctx", "type": "integer"}),
        (
            'Get "https://registry.ollama.ai/v2/": dial tcp: lookup registry.ollama.ai: no such',
            {"registry": "registry.ollama.ai"},
        ),
        (
            "llama runner process has terminated: signal: killed\nlast words",
            {"signal": "signal: killed", "detail": "last words"},
        ),
        ("timed out waiting for llama runner to start - progress 0.43 - ", {"progress": "0.43"}),
    ],
)
def test_what_a_text_names_are_facts(text: str, facts: dict[str, str]):
    assert said(text) == facts


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, Code.SERVER_SIGN_IN_WANTED),
        (429, Code.USAGE_LIMIT_REACHED),
        (502, Code.CLOUD_UNREACHABLE),
        (500, Code.UNKNOWN),
    ],
)
def test_a_status_of_the_cloud_is_known_without_its_words(status: int, code: Code):
    assert explain(ServerRefused(status, "other words")).code is code


def test_a_page_to_sign_in_at_is_a_fact():
    error = ServerRefused(403, "other words", "https://ollama.com/connect")
    explanation = explain(error)
    assert explanation.code is Code.SERVER_SIGN_IN_WANTED
    assert explanation.facts["signin_url"] == "https://ollama.com/connect"


def test_a_model_that_is_missing_is_known_by_its_words_too():
    assert explain(ServerRefused(500, "model 'x' not found")).code is Code.MODEL_MISSING
    assert explain(refused(500, "/api/delete", "model 'x' not found")).code is Code.MODEL_GONE


def test_json_that_never_ends_is_a_text_like_any_other():
    assert explain(ServerRefused(500, '{"error":' * 5000)).code is Code.UNKNOWN
    assert explain(ServerRefused(500, "[" * 100_000)).code is Code.UNKNOWN


def test_what_is_noticed_names_what_was_seen():
    seen = notice(Code.OTHER_PROGRAM, HOST, program="OpenSSH_9.2", title="")
    assert seen.facts["program"] == "OpenSSH_9.2"
    assert "title" not in seen.facts
    assert Remedy.EDIT_ADDRESS in seen.remedies
    assert notice(Code.CAPTIVE_PORTAL).remedies
