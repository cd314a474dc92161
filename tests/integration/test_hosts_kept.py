"""How each host is reached, kept in the settings file and read again."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.address import HostAddress
from desktop.domain.connection import (
    Connection,
    Keeping,
    SignIn,
    SignInKind,
    Timeouts,
    Trust,
    Tunnel,
)
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyAddress, ProxyMode, ProxySetting
from desktop.hosts.entries import read_entries, write_entries
from desktop.storage.paths import Paths
from desktop.storage.records import decode, encode
from desktop.storage.settings import HostEntry, Settings, SettingsFile

ADDRESS = HostAddress("http", "tower", 11434)
TEXTS = st.text(max_size=20)
SECONDS = st.floats(min_value=0.001, max_value=86_400)
PROXIES = st.builds(
    ProxySetting,
    st.sampled_from(ProxyMode),
    st.none()
    | st.builds(
        ProxyAddress,
        st.sampled_from(["http", "https", "socks5"]),
        st.text(min_size=1, max_size=20),
        st.integers(1, 65535),
    ),
    st.lists(TEXTS, max_size=4).map(tuple),
    st.booleans(),
)
CONNECTIONS = st.builds(
    Connection,
    proxy=PROXIES,
    trust=st.builds(
        Trust, TEXTS, st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64)
    ),
    sign_in=st.builds(
        SignIn,
        st.sampled_from(SignInKind),
        TEXTS,
        st.lists(TEXTS, max_size=3).map(tuple),
        st.sampled_from(Keeping),
    ),
    timeouts=st.builds(Timeouts, SECONDS, SECONDS, SECONDS),
    tunnel=st.builds(
        Tunnel, st.from_regex(r"[a-z@.]{0,20}", fullmatch=True), st.integers(0, 65535)
    ),
)
CHOSEN = Connection(
    ProxySetting(ProxyMode.MANUAL, ProxyAddress("socks5", "::1", 1080), ("10.0.0.0/8",), True),
    Trust("/etc/ca.pem", "ab" * 32),
    SignIn(SignInKind.HEADERS, "", ("X-Key",), Keeping.FILE),
    Timeouts(1, 2, 3),
    Tunnel("me@gate", 2222),
)


def through_json(entries: tuple[HostEntry, ...]) -> tuple[HostEntry, ...]:
    return decode(Settings, json.loads(json.dumps(encode(Settings(hosts=entries))))).hosts


@given(CONNECTIONS, st.integers(0, 5), TEXTS)
def test_every_connection_comes_back(connection: Connection, colour: int, name: str):
    host = Host(HostId("a"), ADDRESS, name, connection=connection, colour=colour)
    assert read_entries(through_json(write_entries([host], ()))) == (host,)


def test_an_entry_of_before_there_were_connections_has_the_defaults():
    (host,) = read_entries((decode(HostEntry, {"id": "a", "address": "http://tower:11434"}),))
    assert host == Host(HostId("a"), ADDRESS)


BAD: list[tuple[str, str, object]] = [
    ("proxy", "mode", "teleport"),
    ("proxy", "scheme", "socks4"),
    ("proxy", "port", 70000),
    ("proxy", "exclusions", "all"),
    ("trust", "pin", "AB"),
    ("trust", "pin", "ab" * 32 + "\n"),
    ("sign_in", "kind", 4),
    ("sign_in", "keeping", "cloud"),
    ("timeouts", "connect", 0),
    ("timeouts", "loading", "1e999"),
    ("tunnel", "destination", "-oProxyCommand=x"),
    ("tunnel", "destination", "a\nb"),
    ("tunnel", "port", -1),
]


@pytest.mark.parametrize(("part", "name", "value"), BAD)
def test_a_bad_part_is_its_default_and_stays_in_the_file(part: str, name: str, value: object):
    host = Host(HostId("a"), ADDRESS, connection=CHOSEN)
    written: dict[str, Any] = encode(write_entries([host], ())[0])
    written["connection"][part][name] = value
    entry = decode(HostEntry, written)
    (read,) = read_entries((entry,))
    assert read.connection != CHOSEN
    others = {"proxy", "trust", "sign_in", "timeouts", "tunnel"} - {part}
    assert all(getattr(read.connection, each) == getattr(CHOSEN, each) for each in others)
    (kept,) = write_entries([read], (entry,))
    assert encode(kept) == written


@pytest.mark.parametrize("value", [None, [], "direct", {"proxy": 3, "trust": []}])
def test_a_connection_of_the_wrong_kind_is_the_default(value: Any):
    entry = decode(HostEntry, {"id": "a", "address": ADDRESS.url, "connection": value})
    (host,) = read_entries((entry,))
    assert host.connection == Connection()


def test_unknown_keys_stay_when_a_connection_is_changed():
    raw: Any = {
        "id": "a",
        "address": ADDRESS.url,
        "connection": {"future": 1, "proxy": {"pac": "x"}, "tunnel": {"jump": "y"}},
    }
    entry = decode(HostEntry, raw)
    host = Host(HostId("a"), ADDRESS, connection=CHOSEN)
    written: dict[str, Any] = encode(write_entries([host], (entry,))[0])
    assert written["connection"]["future"] == 1
    assert written["connection"]["proxy"]["pac"] == "x"
    assert written["connection"]["tunnel"] == {
        "jump": "y",
        "destination": "me@gate",
        "port": 2222,
    }


def test_a_connection_is_kept_in_the_file(paths: Paths):
    file = SettingsFile(paths.settings_file, pause=0)
    host = Host(HostId("a"), ADDRESS, connection=CHOSEN, colour=3)
    file.update(Settings(hosts=write_entries([host], ())))
    file.close()
    again = SettingsFile(paths.settings_file)
    again.close()
    assert read_entries(again.settings.hosts) == (host,)
    assert "socks5" in Path(paths.settings_file).read_text()
