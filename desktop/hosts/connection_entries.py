"""Connections as the settings keep them, both ways."""

from dataclasses import replace

from desktop.domain.connection import Connection, SignIn, Timeouts, Trust, Tunnel
from desktop.domain.proxy import ProxyAddress, ProxySetting
from desktop.storage.connection_entry import ConnectionEntry, ProxyEntry

SCHEMES = frozenset({"http", "https", "socks5"})


def read_connection(entry: ConnectionEntry) -> Connection:
    """Return what an entry says; a part that means nothing falls to its default."""
    sign_in, trust, times = entry.sign_in, entry.trust, entry.timeouts
    return Connection(
        proxy=_read_proxy(entry.proxy),
        trust=Trust(trust.ca_file, trust.pin),
        sign_in=SignIn(sign_in.kind, sign_in.user, sign_in.headers, sign_in.keeping),
        timeouts=Timeouts(times.connect, times.loading, times.tokens),
        tunnel=Tunnel(entry.tunnel.destination, entry.tunnel.port),
    )


def write_connection(connection: Connection, before: ConnectionEntry) -> ConnectionEntry:
    """Return the entry to keep.

    An entry that says this already stays as it is, with what in it could not
    be read; else its unknown keys stay.
    """
    if read_connection(before) == connection:
        return before
    sign_in, trust, times = connection.sign_in, connection.trust, connection.timeouts
    tunnel = connection.tunnel
    return replace(
        before,
        proxy=_write_proxy(connection.proxy, before.proxy),
        trust=replace(before.trust, ca_file=trust.ca_file, pin=trust.pin),
        sign_in=replace(
            before.sign_in,
            kind=sign_in.kind,
            user=sign_in.user,
            headers=sign_in.headers,
            keeping=sign_in.keeping,
        ),
        timeouts=replace(
            before.timeouts, connect=times.connect, loading=times.loading, tokens=times.tokens
        ),
        tunnel=replace(before.tunnel, destination=tunnel.destination, port=tunnel.port),
    )


def _read_proxy(entry: ProxyEntry) -> ProxySetting:
    is_usable = entry.scheme in SCHEMES and entry.host and entry.port
    manual = ProxyAddress(entry.scheme, entry.host, entry.port) if is_usable else None
    return ProxySetting(entry.mode, manual, entry.exclusions, entry.has_login)


def _write_proxy(setting: ProxySetting, before: ProxyEntry) -> ProxyEntry:
    manual = setting.manual or ProxyAddress("", "", 0)
    return replace(
        before,
        mode=setting.mode,
        scheme=manual.scheme,
        host=manual.host,
        port=manual.port,
        exclusions=setting.exclusions,
        has_login=setting.has_login,
    )
