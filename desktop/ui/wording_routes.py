"""The way to a host in words: in a few for a list, in a sentence for the dialog."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.address import HostAddress
from desktop.domain.connection import Tunnel
from desktop.domain.proxy import ProxyMode, Route, RouteReason
from desktop.domain.text import visible

_BRIEF: dict[RouteReason, object] = {
    RouteReason.LOOPBACK: QT_TRANSLATE_NOOP("Routes", "direct, this computer"),
    RouteReason.PRIVATE: QT_TRANSLATE_NOOP("Routes", "direct, on your network"),
    RouteReason.LINK_LOCAL: QT_TRANSLATE_NOOP("Routes", "direct, link-local address"),
    RouteReason.LOCAL_NAME: QT_TRANSLATE_NOOP("Routes", "direct, {suffix}"),
    RouteReason.SINGLE_LABEL: QT_TRANSLATE_NOOP("Routes", "direct, single-label name"),
    RouteReason.CHOSEN_DIRECT: QT_TRANSLATE_NOOP("Routes", "direct, as chosen"),
    RouteReason.EXCLUDED: QT_TRANSLATE_NOOP("Routes", "direct, excepted by {fact}"),
    RouteReason.SYSTEM_DIRECT: QT_TRANSLATE_NOOP("Routes", "direct, as the system says"),
    RouteReason.SYSTEM_PROXY: QT_TRANSLATE_NOOP("Routes", "through {proxy}"),
    RouteReason.MANUAL_PROXY: QT_TRANSLATE_NOOP("Routes", "through {proxy}"),
    RouteReason.MANUAL_MISSING: QT_TRANSLATE_NOOP("Routes", "direct, no proxy is given"),
    RouteReason.SYSTEM_UNUSABLE: QT_TRANSLATE_NOOP("Routes", "direct, {fact} cannot be used"),
}

_SENTENCES: dict[RouteReason, object] = {
    RouteReason.LOOPBACK: QT_TRANSLATE_NOOP("Routes", "Goes direct, because it is this computer."),
    RouteReason.PRIVATE: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because {host} is on your network."
    ),
    RouteReason.LINK_LOCAL: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because {host} is a link-local address."
    ),
    RouteReason.LOCAL_NAME: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because names in {suffix} are on your network."
    ),
    RouteReason.SINGLE_LABEL: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because {host} is a name without dots, of your network."
    ),
    RouteReason.CHOSEN_DIRECT: QT_TRANSLATE_NOOP("Routes", "Goes direct, as chosen here."),
    RouteReason.EXCLUDED: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because the exceptions hold {fact}."
    ),
    RouteReason.SYSTEM_DIRECT: QT_TRANSLATE_NOOP("Routes", "Goes direct, as the system says."),
    RouteReason.SYSTEM_PROXY: QT_TRANSLATE_NOOP(
        "Routes", "Goes through {proxy}, as the system says."
    ),
    RouteReason.MANUAL_PROXY: QT_TRANSLATE_NOOP("Routes", "Goes through {proxy}."),
    RouteReason.MANUAL_MISSING: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct until a proxy is entered."
    ),
    RouteReason.SYSTEM_UNUSABLE: QT_TRANSLATE_NOOP(
        "Routes", "Goes direct, because the system's proxy, {fact}, cannot be used here."
    ),
}

_BY_VARIABLE: dict[RouteReason, object] = {
    RouteReason.SYSTEM_DIRECT: QT_TRANSLATE_NOOP("Routes", "Goes direct, because {fact} says so."),
    RouteReason.SYSTEM_PROXY: QT_TRANSLATE_NOOP(
        "Routes", "Goes through {proxy}, because {fact} says so."
    ),
}


def route_words(route: Route, address: HostAddress, tunnel: Tunnel | None = None) -> str:
    """Return the way in a few words for a list, such as "direct, this computer"."""
    if tunnel:
        return tunnel_words(tunnel)
    if route.reason is RouteReason.SYSTEM_DIRECT and route.fact:
        text = QCoreApplication.translate("Routes", "direct, {fact}")
        return text.format(fact=visible(route.fact))
    return _fill(_BRIEF[route.reason], route, address)


def route_sentence(route: Route, address: HostAddress) -> str:
    """Return the way and its reason in one sentence, for the connection dialog."""
    by_variable = _BY_VARIABLE.get(route.reason) if route.fact else None
    return _fill(by_variable or _SENTENCES[route.reason], route, address)


def tunnel_words(tunnel: Tunnel) -> str:
    """Return through which computer a tunnel leads."""
    text = QCoreApplication.translate("Routes", "ssh tunnel through {destination}")
    return text.format(destination=visible(tunnel.destination.rpartition("@")[2]))


def mode_words(mode: ProxyMode) -> str:
    """Return what a proxy mode is called."""
    match mode:
        case ProxyMode.AUTOMATIC:
            return QCoreApplication.translate("Routes", "Automatic")
        case ProxyMode.DIRECT:
            return QCoreApplication.translate("Routes", "Direct")
        case ProxyMode.SYSTEM:
            return QCoreApplication.translate("Routes", "System")
        case ProxyMode.MANUAL:
            return QCoreApplication.translate("Routes", "Manual")


def _fill(text: object, route: Route, address: HostAddress) -> str:
    return QCoreApplication.translate("Routes", str(text)).format(
        host=visible(address.host),
        suffix=visible(_suffix(address.host)),
        proxy=visible(route.proxy.authority) if route.proxy else "",
        fact=visible(route.fact),
    )


def _suffix(name: str) -> str:
    """Return the ending of a local name; home.arpa is one of two parts."""
    name = name.rstrip(".").lower()
    return ".home.arpa" if name.endswith(".home.arpa") else f".{name.rpartition('.')[2]}"
