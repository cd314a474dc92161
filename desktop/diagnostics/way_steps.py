"""The doctor's first steps: the address, its name, the route, the connection, its encryption."""

from dataclasses import replace

from desktop.diagnostics.checkup import Step
from desktop.diagnostics.explain import Code, Explanation, explain, notice
from desktop.diagnostics.line import Line
from desktop.diagnostics.probes import look_at_front
from desktop.diagnostics.record import Found, Record
from desktop.diagnostics.verdicts import (
    HOSTS_OWN,
    PROXYS_OWN,
    after_asking_directly,
    directly,
    why_refused,
)
from desktop.domain.connection import Certificate
from desktop.domain.host import Host
from desktop.domain.proxy import RouteReason
from desktop.domain.reach import is_public
from desktop.net.connection import Connection
from desktop.net.lookup import endpoints_of
from desktop.net.outside import Way
from desktop.ollama.errors import (
    CertificateRejected,
    NameUnknown,
    OllamaError,
    Refused,
    TimedOut,
    TlsFailed,
)


def look_at_address(record: Record, host: Host) -> None:
    """Write the address down, and warn of one that is open to all without encryption."""
    address = host.address
    with record.step(Step.ADDRESS) as facts:
        facts |= {"scheme": address.scheme, "host": address.host, "port": str(address.port)}
        facts["path"] = address.path
    if address.scheme == "http" and is_public(address) and not host.connection.tunnel:
        record.warn(Step.ADDRESS, notice(Code.PUBLIC_WITHOUT_TLS, host))


async def look_up(record: Record, line: Line, way: Way) -> tuple[str, ...]:
    """Return the numbers that the host's name stands for; none where others look it up."""
    host, proxy = line.host, way.route.proxy
    if host.connection.tunnel:
        record.skip(Step.NAME, tunnel=host.connection.tunnel.destination)
        return ()
    with record.step(Step.NAME) as facts:
        if proxy is not None:
            facts["proxy"] = proxy.authority
            return ()
        try:
            endpoints = await endpoints_of(
                host.address.host, host.address.port, line.outside.resolver
            )
        except OSError as error:
            raise Found(explain(NameUnknown(str(error)), host)) from error
        numbers = tuple(dict.fromkeys(endpoint.address for endpoint in endpoints))
        if host.address.host.partition("%")[0] not in numbers:
            facts["addresses"] = ", ".join(numbers)
    return numbers


def tell_route(record: Record, host: Host, way: Way) -> None:
    """Write down which way leads there, and what decided that."""
    route = way.route
    with record.step(Step.ROUTE) as facts:
        facts["tunnel"] = host.connection.tunnel.destination
        if route.proxy is not None:
            facts["proxy"] = route.proxy.authority
        facts["source"], facts["reason"] = route.fact, route.reason.name.lower()
    if route.reason is RouteReason.SYSTEM_UNUSABLE:
        note = notice(Code.PROXY_UNUSABLE, host, proxy=route.fact)
        record.warn(Step.ROUTE, note)


async def connect(record: Record, line: Line, way: Way, numbers: tuple[str, ...]) -> None:
    """Make a connection and encrypt it where the address says https; it is closed again."""
    host = line.host
    with record.step(Step.CONNECTION) as facts:
        facts["tunnel"] = host.connection.tunnel.destination
        if way.route.proxy is not None:
            facts["proxy"] = way.route.proxy.authority
        try:
            link = await line.connect(way)
        except OllamaError as error:
            raise Found(await _why_unconnected(error, line, way, numbers)) from error
        peer = link.get_extra_info("server_addr")
        if isinstance(peer, tuple):
            facts["to"] = f"{peer[0]}:{peer[1]}" if ":" not in peer[0] else f"[{peer[0]}]:{peer[1]}"
    try:
        await _encrypt(record, line, way, link)
    finally:
        await link.aclose()


async def _encrypt(record: Record, line: Line, way: Way, link: Connection) -> None:
    if line.host.address.scheme == "http":
        record.skip(Step.TLS)
        return
    with record.step(Step.TLS) as facts:
        try:
            certificate = await line.encrypt(link)
        except OllamaError as error:
            found, seen = await _why_unencrypted(error, line, way)
            facts |= _told(seen)
            raise Found(found) from error
        facts |= _told(certificate)


async def _why_unconnected(
    error: OllamaError, line: Line, way: Way, numbers: tuple[str, ...]
) -> Explanation:
    host = line.host
    if isinstance(error, Refused) and way.route.proxy is None and not host.connection.tunnel:
        return await why_refused(error, host, numbers)
    return await past_the_proxy(explain(error, host), line, way)


async def _why_unencrypted(
    error: OllamaError, line: Line, way: Way
) -> tuple[Explanation, Certificate | None]:
    """Look at the certificate that is not believed, or ask whether it is http that is spoken."""
    host = line.host
    if isinstance(error, CertificateRejected):
        seen = error.certificate or await line.certificate()
        problem = CertificateRejected(str(error), error.problem, seen)
        return explain(problem, host), seen
    if isinstance(error, TlsFailed | TimedOut) and await _speaks_http(host):
        return notice(Code.SPEAKS_HTTP, host, str(error)), None
    return await past_the_proxy(explain(error, host), line, way), None


async def _speaks_http(host: Host) -> bool:
    """Ask without a sign-in, which is not for plain http while the address says https."""
    if host.connection.tunnel:
        return False
    return await look_at_front(replace(host.address, scheme="http")) is not None


async def past_the_proxy(finding: Explanation, line: Line, way: Way) -> Explanation:
    """Ask once without the proxy, if there is one and the finding may be its doing.

    What is the same without it is not: a sign-in that the host itself wants.
    """
    proxy = way.route.proxy
    if proxy is None or finding.code not in PROXYS_OWN:
        return finding
    try:
        async with replace(line, host=directly(line.host)).client() as client:
            version = (await client.version()).version
    except OllamaError as error:
        version = ""
        if explain(error).code is finding.code and finding.code in HOSTS_OWN:
            return finding
    return after_asking_directly(finding, line.host, proxy.authority, version)


def _told(certificate: Certificate | None) -> dict[str, str]:
    if certificate is None:
        return {}
    ends = certificate.not_after
    return {
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "not_after": ends.date().isoformat() if ends else "",
        "fingerprint": certificate.fingerprint,
    }
