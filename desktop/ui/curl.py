"""What is asked of a server, as a line for a terminal: no secret is ever in it.

Where a secret would stand there is a word in capitals to put it in for. The
text is for sh; everything that a person or a server named is quoted.
"""

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.connection import Connection, SignInKind
from desktop.domain.host import Host
from desktop.domain.proxy import Route

_TUNNEL_PORT = 21434
"""Any free port does; the line can be changed before it is sent."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request of Ollama's API; `body` is sent as JSON."""

    path: str
    method: str = "GET"
    body: Mapping[str, object] | None = None
    is_stream: bool = False


VERSION = Call("/api/version")
TAGS = Call("/api/tags")
LOADED = Call("/api/ps")


def show(model: str) -> Call:
    """Ask for everything about a model."""
    return Call("/api/show", "POST", {"model": model})


def pull(model: str) -> Call:
    """Download a model to the host."""
    return Call("/api/pull", "POST", {"model": model}, is_stream=True)


def delete(model: str) -> Call:
    """Delete a model from the host."""
    return Call("/api/delete", "DELETE", {"model": model})


def copy(source: str, destination: str) -> Call:
    """Give a model a second name."""
    return Call("/api/copy", "POST", {"source": source, "destination": destination})


def curl_text(host: Host, call: Call, route: Route | None = None) -> str:
    """Return the command that asks this host the same, in the same way.

    Without a `route` curl decides by its own surroundings whether a proxy is used.
    """
    parts = ["curl", *_manner(host, call), *_way(host, route)]
    parts += _trust(host.connection) + _sign_in(host.connection)
    if call.body is not None:
        body = json.dumps(call.body, separators=(",", ":"))
        parts += ["-H", "Content-Type: application/json", "-d", body]
    line = shlex.join([*parts, _url(host) + call.path])
    return "\n".join([*_tunnel(host), line])


def _manner(host: Host, call: Call) -> list[str]:
    found = ["-sS"]
    if call.is_stream:
        found.append("-N")
    if ":" in host.address.host:
        found.append("-g")  # Brackets would be taken for a range of addresses.
    if call.method != "GET":
        found += ["-X", call.method]
    return found


def _way(host: Host, route: Route | None) -> list[str]:
    if host.connection.tunnel:
        return ["--noproxy", "*", "--connect-to", f"::127.0.0.1:{_TUNNEL_PORT}"]
    if route is None:
        return []
    if route.proxy is None:
        return ["--noproxy", "*"]
    scheme = "socks5h" if route.proxy.scheme == "socks5" else route.proxy.scheme
    return ["--noproxy", "", "--proxy", f"{scheme}://{route.proxy.authority}"]


def _trust(connection: Connection) -> list[str]:
    if connection.trust.pin:
        return ["--cacert", "PINNED_CERTIFICATE.pem"]  # curl knows no pin of a certificate.
    return ["--cacert", connection.trust.ca_file] if connection.trust.ca_file else []


def _sign_in(connection: Connection) -> list[str]:
    sign_in = connection.sign_in
    match sign_in.kind:
        case SignInKind.NONE:
            return []
        case SignInKind.BEARER:
            return ["-H", "Authorization: Bearer YOUR_TOKEN"]
        case SignInKind.BASIC:
            return ["-u", f"{sign_in.user}:YOUR_PASSWORD"]
        case SignInKind.HEADERS:
            return [part for name in sign_in.headers for part in ("-H", f"{name}: YOUR_VALUE")]


def _url(host: Host) -> str:
    """Return the address as curl reads it: the % before a zone is written %25."""
    address = host.address
    name, percent, zone = address.host.partition("%")
    if not percent:
        return address.url
    return f"{address.scheme}://[{name}%25{zone}]:{address.port}{address.path}"


def _tunnel(host: Host) -> list[str]:
    tunnel, address = host.connection.tunnel, host.address
    if not tunnel:
        return []
    far = f"[{address.host}]" if ":" in address.host else address.host
    port = ["-p", str(tunnel.port)] if tunnel.port else []
    forward = f"127.0.0.1:{_TUNNEL_PORT}:{far}:{address.port}"
    quiet = ["-f", "-N", "-o", "ExitOnForwardFailure=yes"]
    return [shlex.join(["ssh", *quiet, *port, "-L", forward, tunnel.destination])]
