"""Which path is answered by what, and what the router says to everything else (fact 11)."""

import re
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from desktop.demo import blobs, changes, listing, openai, pulls, vectors
from desktop.demo.chat import chat
from desktop.demo.creates import create
from desktop.demo.generate import generate
from desktop.demo.machine import Machine
from desktop.demo.reply import Answer, Reply, plain
from desktop.demo.wire import Request

Endpoint: TypeAlias = Callable[[Machine, Request], Awaitable[Answer]]

_ROUTES: dict[str, dict[str, Endpoint]] = {
    "/": {"GET": listing.root, "HEAD": listing.root},
    "/api/version": {"GET": listing.version, "HEAD": listing.version},
    "/api/tags": {"GET": listing.tags, "HEAD": listing.tags},
    "/api/ps": {"GET": listing.ps},
    "/api/status": {"GET": listing.status},
    "/api/experimental/model-recommendations": {"GET": listing.recommendations},
    "/api/me": {"POST": listing.me},
    "/api/show": {"POST": listing.show},
    "/api/pull": {"POST": pulls.pull},
    "/api/push": {"POST": pulls.push},
    "/api/copy": {"POST": changes.copy},
    "/api/delete": {"DELETE": changes.delete},
    "/api/generate": {"POST": generate},
    "/api/chat": {"POST": chat},
    "/api/create": {"POST": create},
    "/api/embed": {"POST": vectors.embed},
    "/api/embeddings": {"POST": vectors.embeddings},
    "/v1/models": {"GET": openai.models},
    "/v1/chat/completions": {"POST": openai.completions},
    "/v1/embeddings": {"POST": openai.vectors},
}
_PREFIXES: tuple[tuple[str, dict[str, Endpoint]], ...] = (
    ("/api/blobs/", {"HEAD": blobs.head, "POST": blobs.upload}),
    ("/v1/models/", {"GET": openai.one_model}),
)


def find(request: Request) -> Endpoint | Reply:
    """Return what answers a request, or the router's own answer."""
    methods = methods_of(request.path)
    if methods is not None:
        endpoint = methods.get(request.method)
        return endpoint or plain(405, "405 method not allowed", Allow=", ".join(methods))
    tidy = re.sub("/{2,}", "/", request.path)
    tidy = tidy.rstrip("/") or "/"
    if methods_of(tidy) is not None:
        return _moved(request, tidy)
    return plain(404, "404 page not found")


def methods_of(path: str) -> dict[str, Endpoint] | None:
    """Return the endpoints of a path by method, None for a path that is not known."""
    for prefix, methods in _PREFIXES:
        if path.startswith(prefix) and len(path) > len(prefix):
            return methods
    return _ROUTES.get(path)


def _moved(request: Request, path: str) -> Reply:
    """Redirect as Go's router does, so that a POST to a path with a slash goes astray."""
    if request.method != "GET" or "//" in request.path:
        return Reply(307, headers=(("Location", path),))
    text = f'<a href="{path}">Moved Permanently</a>.\n\n'.encode()
    return Reply(301, text, "text/html; charset=utf-8", (("Location", path),))
