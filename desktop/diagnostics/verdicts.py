"""From an error on the way to a host to what it is once somebody has looked closer."""

from dataclasses import replace
from urllib.parse import urlsplit

from desktop.diagnostics.explain import Code, Explanation, Remedy, explain, notice
from desktop.diagnostics.probes import (
    banner_of,
    find_base_path,
    is_this_computer,
    listens_to_itself,
    look_at_front,
    title_of,
)
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection
from desktop.domain.host import Host
from desktop.domain.proxy import ProxyMode, ProxySetting
from desktop.ollama.errors import (
    EndpointMissing,
    NotOllama,
    OllamaError,
    Redirected,
    Refused,
)
from desktop.system.local_server import look_at_local_server

_GATEWAY = frozenset({502, 503, 504})
PROXYS_OWN = frozenset(
    {
        Code.PROXY_ANSWERED,
        Code.PROXY_FAILED,
        Code.PROXY_LOGIN_WANTED,
        Code.HOST_NOT_ALLOWED,
        Code.NOT_OLLAMA,
        Code.CAPTIVE_PORTAL,
        Code.SIGN_IN_WANTED,
        Code.REDIRECTED,
        Code.CUT_OFF,
        Code.NO_ANSWER_IN_TIME,
        Code.NO_CONNECTION_IN_TIME,
        Code.NAME_UNKNOWN,
        Code.NOTHING_LISTENS,
        Code.UNREACHABLE,
    }
)
"""What may be the proxy's doing where one is on the way; only asking directly can tell."""
HOSTS_OWN = frozenset(
    {Code.HOST_NOT_ALLOWED, Code.SIGN_IN_WANTED, Code.REDIRECTED, Code.NOT_OLLAMA}
)
"""What a host can say as well as a proxy."""

_NOT_OLLAMAS = frozenset({Code.OTHER_PROGRAM, Code.NOT_OLLAMA, Code.NO_ANSWER_IN_TIME})


def directly(host: Host) -> Host:
    """Return the same host, reached past every proxy."""
    setting = ProxySetting(ProxyMode.DIRECT)
    connection: Connection = replace(host.connection, proxy=setting)
    return replace(host, connection=connection)


def after_asking_directly(
    finding: Explanation, host: Host, proxy: str, version: str
) -> Explanation:
    """Return what a proxy's failure is, now that the host was asked without it.

    `version` is what the host then said, or "" where it did not answer either:
    only an answer makes going past the proxy a remedy.
    """
    code = finding.code
    if code not in (Code.PROXY_FAILED, Code.PROXY_LOGIN_WANTED):
        code = Code.PROXY_ANSWERED
    others = (Remedy.PROXY_SETTINGS, Remedy.RETRY, Remedy.EDIT_ADDRESS)
    remedies = (Remedy.BYPASS_PROXY, *others) if version else others
    found = Explanation(code, finding.facts, remedies, finding.raw)
    if version:
        return found.knowing(proxy=proxy, direct_version=version)
    return found.knowing(proxy=proxy, direct=host.address.authority)


async def why_refused(error: Refused, host: Host, numbers: tuple[str, ...]) -> Explanation:
    """Tell a program that is not there from one that listens to its own computer alone.

    Elsewhere a refusal looks the same in both cases, so that it is said with
    "may"; of this computer it is known.
    """
    if not is_this_computer(numbers):
        return notice(Code.LISTENS_LOCALLY, host, str(error))
    server = await look_at_local_server(host.address.port)
    if not host.address.is_loopback and listens_to_itself(server):
        seen = ", ".join(server.port.addresses)
        return notice(
            Code.LISTENS_LOCALLY,
            host,
            str(error),
            certain="yes",
            holder=server.port.program,
            listens_at=seen,
        )
    if server.is_running:
        return explain(error, host)
    code = Code.OLLAMA_NOT_INSTALLED if server.program is None else Code.OLLAMA_NOT_RUNNING
    return notice(code, host, str(error), program=str(server.program or ""))


async def who_answered(error: OllamaError, host: Host) -> Explanation:
    """Say who answers in the place of Ollama, if it says so anywhere.

    On this computer it is also said who holds the port, where the system tells.
    """
    said = explain(error, host)
    if host.connection.tunnel:
        return said  # Its address means something else on this computer.
    found = await _from_outside(error, host, said)
    if not host.address.is_loopback or found.code not in _NOT_OLLAMAS:
        return found
    server = await look_at_local_server(host.address.port)
    return found.knowing(holder=server.port.program)


async def _from_outside(error: OllamaError, host: Host, said: Explanation) -> Explanation:
    match error:
        case Redirected():
            return _redirected(error, host, said)
        case NotOllama() if error.status == 0 and (banner := banner_of(error.sample)):
            return notice(Code.OTHER_PROGRAM, host, said.raw, program=banner)
        case NotOllama() if error.status in _GATEWAY:
            return notice(
                Code.GATEWAY_ANSWERED,
                host,
                said.raw,
                status=str(error.status),
                program=error.server or title_of(error.sample.encode()),
            )
        case EndpointMissing() | NotOllama() if said.code in (
            Code.ENDPOINT_MISSING,
            Code.METHOD_MISSING,
            Code.NOT_OLLAMA,
        ):
            return await _at_the_front(host, said)
        case NotOllama() if said.code is Code.CAPTIVE_PORTAL:
            return said.knowing(title=title_of(error.sample.encode()))
        case _:
            return said


def _redirected(error: Redirected, host: Host, said: Explanation) -> Explanation:
    """A gate sends to its sign-in; the same name with https wants that; a slash is the path's."""
    try:
        target = urlsplit(error.location)
    except ValueError:
        return said
    if target.hostname in (None, host.address.host):
        is_secure = target.scheme == "https" and host.address.scheme == "http"
        return notice(Code.SPEAKS_HTTPS, host, said.raw) if is_secure else said
    if host.address.scheme == "https":
        return notice(Code.SIGN_IN_WANTED, host, said.raw, status=str(error.status)).knowing(
            location=error.location
        )
    return notice(Code.CAPTIVE_PORTAL, host, said.raw, location=error.location)


async def _at_the_front(host: Host, said: Explanation) -> Explanation:
    address: HostAddress = host.address
    if (higher := await find_base_path(address)) is not None:
        return notice(Code.WRONG_BASE_PATH, host, said.raw, found=higher.url)
    front = await look_at_front(address)
    if front is None or front.is_ollama:
        return said
    if front.program:
        return notice(Code.OTHER_PROGRAM, host, said.raw, program=front.program, title=front.title)
    return notice(Code.NOT_OLLAMA, host, said.raw, status=said.facts.get("status", ""))
