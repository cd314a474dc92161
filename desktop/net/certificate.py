"""A look at a host's certificate, before anybody believes it."""

from dataclasses import replace

from desktop.domain.address import HostAddress
from desktop.domain.connection import Certificate, Secret
from desktop.domain.connection import Connection as Chosen
from desktop.domain.der import BadDer
from desktop.domain.proxy import Route, RouteReason
from desktop.domain.x509 import read_certificate
from desktop.net.connection import Connection, EncryptionFailed
from desktop.net.dialer import Where
from desktop.net.outside import Outside, Way, find_way
from desktop.net.pools import backend_for
from desktop.net.saying import as_httpx_says_it
from desktop.net.tls import Shown, showing


async def fetch_certificate(
    address: HostAddress,
    outside: Outside,
    connection: Chosen | None = None,
    secret: Secret | None = None,
    where: Where | None = None,
) -> Certificate:
    """Return the certificate that a host shows, over a connection of its own.

    It goes the way that requests go, through a proxy or a tunnel (`where`).
    Nothing is verified, and a handshake is all that is sent: no request, no
    sign-in, and afterwards the connection is closed.

    Raises:
        httpx.HTTPError: no connection, or the host shows no certificate.
    """
    chosen, secret = connection or Chosen(), secret or Secret()
    address = replace(address, scheme="https")
    if where is None:
        way = await find_way(address, chosen.proxy, secret.proxy, outside.system_proxy)
    else:
        way = Way(Route(reason=RouteReason.LOOPBACK))
    dialer = backend_for(address, way, chosen.trust, outside.resolver, where)
    patience = chosen.timeouts.connect
    with as_httpx_says_it():
        link = await dialer.connect_tcp(address.host, address.port, patience)
        return await _shown_over(link, address.host, patience)


async def _shown_over(link: Connection, host: str, patience: float) -> Certificate:
    seen: list[bytes] = []
    try:
        await link.start_tls(showing(seen.append), host.partition("%")[0], patience)
    except EncryptionFailed as error:
        if not isinstance(error.reason, Shown):
            raise
    finally:
        await link.aclose()
    try:
        return read_certificate(b"".join(seen))
    except BadDer as error:
        raise EncryptionFailed(f"what it shows is no certificate: {error}") from error
