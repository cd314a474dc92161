"""How a host is reached, as pairs of words for the panel."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.connection import Keeping, SignIn, SignInKind, Trust
from desktop.domain.host import Host
from desktop.domain.proxy import Route, RouteReason
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.hosts.words import missing_secret_words
from desktop.ui.wording_routes import mode_words, route_words, tunnel_words

_BY_SYSTEM = (
    RouteReason.SYSTEM_DIRECT,
    RouteReason.SYSTEM_PROXY,
    RouteReason.SYSTEM_UNUSABLE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A key and its value; `is_mono` for what one would type."""

    key: str
    value: str
    is_mono: bool = False


def connection_facts(
    host: Host, route: Route | None, *, secret_missing: bool = False
) -> tuple[Fact, ...]:
    """Return everything that was set about reaching a host, and the route that follows."""
    connection = host.connection
    facts = [Fact(QCoreApplication.translate("Hosts", "Proxy"), mode_words(connection.proxy.mode))]
    if route is not None:
        facts.append(
            Fact(QCoreApplication.translate("Hosts", "Route"), route_words(route, host.address))
        )
        if route.reason in _BY_SYSTEM:
            facts.append(_source(route))
    facts.append(Fact(QCoreApplication.translate("Hosts", "TLS"), tls_words(host)))
    sign_in = sign_in_words(connection.sign_in)
    if secret_missing:
        sign_in = joining.sentences(sign_in, missing_secret_words())
    facts.append(Fact(QCoreApplication.translate("Hosts", "Sign-in"), sign_in))
    if connection.tunnel:
        facts.append(
            Fact(QCoreApplication.translate("Hosts", "Tunnel"), tunnel_words(connection.tunnel))
        )
    return tuple(facts)


def tls_words(host: Host) -> str:
    """Return which certificates are believed."""
    trust = host.connection.trust
    if host.address.scheme != "https":
        return QCoreApplication.translate("Hosts", "none, plain http")
    if trust.pin:
        return _pin(trust)
    if trust.ca_file:
        return QCoreApplication.translate("Hosts", "the system's and {file}").format(
            file=visible(trust.ca_file)
        )
    return QCoreApplication.translate("Hosts", "as this system trusts")


def sign_in_words(sign_in: SignIn) -> str:
    """Return which kind of sign-in, and where its secret is kept; never the secret."""
    match sign_in.kind:
        case SignInKind.NONE:
            return QCoreApplication.translate("Hosts", "none")
        case SignInKind.BEARER:
            kind = QCoreApplication.translate("Hosts", "a token")
        case SignInKind.BASIC:
            kind = QCoreApplication.translate("Hosts", "as {user}").format(
                user=visible(sign_in.user)
            )
        case SignInKind.HEADERS:
            kind = joining.listed(visible(name) for name in sign_in.headers)
    return QCoreApplication.translate("Hosts", "{kind}, {place}").format(
        kind=kind, place=_place(sign_in.keeping)
    )


def _place(keeping: Keeping) -> str:
    match keeping:
        case Keeping.KEYRING:
            return QCoreApplication.translate("Hosts", "in the keyring")
        case Keeping.RUN:
            return QCoreApplication.translate("Hosts", "for this run only")
        case Keeping.FILE:
            return QCoreApplication.translate("Hosts", "in a file")


def _pin(trust: Trust) -> str:
    return QCoreApplication.translate("Hosts", "one certificate, {start}…").format(
        start=trust.pin[:8]
    )


def _source(route: Route) -> Fact:
    """Name the variable; a system without variables has its own settings."""
    if route.fact and route.reason is not RouteReason.SYSTEM_UNUSABLE:
        return Fact(QCoreApplication.translate("Hosts", "From"), visible(route.fact), is_mono=True)
    return Fact(
        QCoreApplication.translate("Hosts", "From"),
        QCoreApplication.translate("Hosts", "this system's settings"),
    )
