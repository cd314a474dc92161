"""Causes in pulling and pushing, where the server talks with a registry by itself.

Nearly all of them come as the last line of a stream that began with 200 (fact 1).
"""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy

_RUNS = ("/api/chat", "/api/generate", "/api/embed", "/v1/")

TRANSFER: tuple[Cause, ...] = (
    Cause(
        Code.REGISTRY_HAS_NO_SUCH_MODEL,
        (Remedy.SEARCH_LIBRARY, Remedy.FIX_NAME),
        text=words("pull model manifest: file does not exist"),
    ),
    Cause(
        Code.NEEDS_NEWER_OLLAMA,
        (Remedy.UPDATE_OLLAMA,),
        text=words("requires a newer version of ollama"),
    ),
    Cause(
        Code.REGISTRY_REALM_FOREIGN,
        (Remedy.STOP,),
        text=pattern(r'realm host "[^"]*" does not match original host'),
    ),
    Cause(Code.REGISTRY_INSECURE, (Remedy.ALLOW_INSECURE,), text=words("insecure protocol http")),
    Cause(
        Code.DISK_FULL,
        (Remedy.FREE_SPACE, Remedy.RETRY),
        text=words("no space left on device", "not enough space on the disk"),
    ),
    Cause(
        Code.NO_PERMISSION,
        (Remedy.COPY_FIX,),
        text=words("permission denied", "path elements are traversable", "read-only file system"),
    ),
    Cause(
        Code.DOWNLOAD_DAMAGED,
        (Remedy.RETRY,),
        text=words("digest mismatch, file must be downloaded again"),
    ),
    Cause(
        Code.PUSH_KEPT_BREAKING,
        (Remedy.RETRY,),
        text=words("max retries exceeded"),
        paths=("/api/push",),
    ),
    Cause(Code.DOWNLOAD_KEPT_BREAKING, (Remedy.RETRY,), text=words("max retries exceeded")),
    Cause(
        Code.RUNNER_BUSY,
        (Remedy.RETRY, Remedy.UNLOAD_MODEL),
        text=words("connection refused"),
        paths=_RUNS,
    ),
    Cause(
        Code.SERVER_PROXY_OR_TLS,
        (Remedy.RETRY, Remedy.COPY_FIX),
        text=words(
            "tls handshake timeout",
            "x509:",
            "tls: ",
            "proxyconnect tcp",
            "context deadline exceeded",
        ),
    ),
    Cause(
        Code.SERVER_IS_OFFLINE,
        (Remedy.RETRY, Remedy.COPY_FIX),
        text=words(
            "dial tcp",
            "no such host",
            "i/o timeout",
            "network is unreachable",
            "connection refused",
        ),
        paths=("/api/pull", "/api/push", "/api/create"),
    ),
    Cause(
        Code.SERVER_IS_OFFLINE,
        (Remedy.RETRY, Remedy.COPY_FIX),
        text=words("dial tcp", "no such host", "network is unreachable"),
    ),
    Cause(
        Code.PUSH_FAILED,
        (Remedy.RETRY,),
        text=pattern(
            r"^http status",
            r"couldn't retrieve manifest",
            r"^open .*[/\\]manifests[/\\].*: no such file",
        ),
    ),
    Cause(
        Code.PUSH_UNAUTHORIZED,
        (Remedy.SIGN_IN_ON_SERVER, Remedy.COPY_KEY),
        text=pattern(r"unauthorized", r"unknown ollama key", r"^40[13]\b"),
        paths=("/api/push",),
    ),
    Cause(
        Code.REGISTRY_UNAUTHORIZED,
        (Remedy.SIGN_IN_ON_SERVER, Remedy.COPY_KEY),
        text=pattern(
            r"unauthorized: ", r"unknown ollama key", r"^(pull model manifest: )?40[13]\b"
        ),
    ),
    Cause(
        Code.REGISTRY_UNAUTHORIZED,
        (Remedy.SIGN_IN_ON_SERVER, Remedy.COPY_KEY),
        text=words("unauthorized"),
        paths=("/api/pull",),
    ),
    Cause(
        Code.MANIFEST_INVALID,
        (Remedy.REPORT,),
        text=pattern(r"digest is empty", r'config "[^"]*" not found in manifest'),
    ),
    Cause(
        Code.MANIFEST_INVALID,
        (Remedy.REPORT,),
        text=words("invalid digest format"),
        statuses=frozenset({200, 500}),
    ),
    Cause(
        Code.REGISTRY_FAILED,
        (Remedy.RETRY,),
        text=pattern(
            r"unexpected status code ",
            r"maximum redirects exceeded",
            r"no location header in response",
            r"^(pull model manifest: )?[345]\d\d\b",
        ),
    ),
)
