"""What the table of hosts says in each cell."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.host import HostState
from desktop.domain.proxy import Route
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining, units
from desktop.ui.hosts.words import dot_of, host_reason, latency_words
from desktop.ui.widgets.cells import Cell, LinesCell, NumberCell, TextCell, ToneCell
from desktop.ui.wording_routes import route_words


class Column(IntEnum):
    """The columns, from left to right."""

    HOST = 0
    STATE = 1
    LATENCY = 2
    ROUTE = 3
    MODELS = 4


NUMBERS = frozenset({Column.LATENCY, Column.MODELS})


def header(column: Column) -> str:
    """Return the name of a column."""
    match column:
        case Column.HOST:
            return QCoreApplication.translate("Hosts", "Host")
        case Column.STATE:
            return QCoreApplication.translate("Hosts", "State")
        case Column.LATENCY:
            return QCoreApplication.translate("Hosts", "Latency")
        case Column.ROUTE:
            return QCoreApplication.translate("Hosts", "Route")
        case Column.MODELS:
            return QCoreApplication.translate("Hosts", "Models")


def cell(column: Column, snapshot: HostSnapshot, route: Route | None) -> Cell:
    """Return what stands in a cell, and how."""
    said = text(column, snapshot, route)
    match column:
        case Column.HOST:
            return LinesCell(said, _address(snapshot), dot_of(snapshot))
        case Column.STATE:
            return ToneCell(said, "danger") if _is_down(snapshot) else TextCell(said)
        case Column.LATENCY:
            return (
                ToneCell(said, "warning", is_number=True) if snapshot.is_slow else NumberCell(said)
            )
        case Column.ROUTE:
            return TextCell(said)
        case Column.MODELS:
            return NumberCell(said)


def text(column: Column, snapshot: HostSnapshot, route: Route | None) -> str:
    """Return a cell in words."""
    match column:
        case Column.HOST:
            return visible(snapshot.host.label)
        case Column.STATE:
            return state_words(snapshot)
        case Column.LATENCY:
            return latency_words(snapshot) if snapshot.is_up else ""
        case Column.ROUTE:
            return _route(snapshot, route)
        case Column.MODELS:
            return units.number(len(snapshot.models)) if snapshot.models_known else ""


def state_words(snapshot: HostSnapshot) -> str:
    """Return "up, 0.12.6", why it is down, or that it is being asked."""
    if snapshot.state is HostState.CHECKING:
        return QCoreApplication.translate("Hosts", "asking…")
    if _is_down(snapshot):
        reason = host_reason(snapshot)
        return reason[:1].lower() + reason[1:]  # It stands after others, such as "up, 0.12.6".
    if not snapshot.version:
        return QCoreApplication.translate("Hosts", "up")
    said = QCoreApplication.translate("Hosts", "up, {version}")
    return said.format(version=visible(snapshot.version))


def spoken(snapshot: HostSnapshot, route: Route | None) -> str:
    """Return a whole row for a screen reader."""
    parts = [
        text(column, snapshot, route) for column in (Column.HOST, Column.STATE, Column.LATENCY)
    ]
    parts += [visible(snapshot.host.address.short), _route(snapshot, route)]
    return joining.phrases(parts)


def _address(snapshot: HostSnapshot) -> str:
    """Return the address with its port, which the short form leaves out."""
    address = snapshot.host.address
    is_http = address.scheme == "http"
    return visible(f"{address.authority}{address.path}" if is_http else address.short)


def _is_down(snapshot: HostSnapshot) -> bool:
    return snapshot.state is HostState.DOWN


def _route(snapshot: HostSnapshot, route: Route | None) -> str:
    host = snapshot.host
    if host.is_demo:
        return QCoreApplication.translate("Hosts", "inside Paddock")
    said = route_words(route, host.address, host.connection.tunnel) if route else ""
    trust = host.connection.trust
    if said and trust.pin:
        return QCoreApplication.translate("Hosts", "{route}; own certificate").format(route=said)
    if said and trust.ca_file:
        return QCoreApplication.translate("Hosts", "{route}; own CA").format(route=said)
    return said
