"""Sharing a list of hosts: without secrets, and without trust in what is read."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Keeping, SignIn, SignInKind, Timeouts, Tunnel
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyAddress, ProxyMode, ProxySetting
from desktop.hosts.profiles import (
    FORMAT,
    MAX_HOSTS,
    MAX_SIZE,
    BadProfiles,
    ProfileProblem,
    compare,
    export_profiles,
    read_profiles,
)

TOWER = Host(
    HostId("a1b2"),
    HostAddress("https", "tower", 443, "/ollama"),
    "Tower",
    connection=Connection(
        ProxySetting(ProxyMode.MANUAL, ProxyAddress("http", "proxy", 3128), ("*.lan",), True),
        sign_in=SignIn(SignInKind.HEADERS, headers=("X-Key",), keeping=Keeping.FILE),
        timeouts=Timeouts(1, 2, 3),
        tunnel=Tunnel("gate", 2222),
    ),
    colour=3,
)
PLAIN = Host(HostId("c3"), HostAddress("http", "192.168.1.5", 11434))


def shared(*rows: object, **parts: object) -> str:
    return json.dumps({"format": FORMAT, "version": 1, "hosts": rows} | parts)


def test_a_list_comes_back_without_what_is_of_one_computer():
    read = read_profiles(export_profiles([TOWER, PLAIN]))
    proxy = replace(TOWER.connection.proxy, has_login=False)
    sign_in = replace(TOWER.connection.sign_in, keeping=Keeping.KEYRING)
    connection = replace(TOWER.connection, proxy=proxy, sign_in=sign_in)
    assert replace(read[0], id=TOWER.id) == replace(TOWER, connection=connection)
    assert replace(read[1], id=PLAIN.id) == PLAIN
    assert len({host.id for host in (*read, TOWER, PLAIN)}) == 4


def test_ids_and_the_demo_host_are_not_shared():
    text = export_profiles([TOWER, replace(PLAIN, is_demo=True)])
    assert TOWER.id not in text
    assert len(json.loads(text)["hosts"]) == 1


def test_ids_and_marks_that_are_given_are_not_taken():
    row = {"id": "a1b2", "address": "http://x:1", "is_demo": True, "token": "t", "more": {"a": 1}}
    (host,) = read_profiles(shared(row))
    assert host.id != "a1b2"
    assert replace(host, id=HostId("")) == Host(HostId(""), HostAddress("http", "x", 1))


def test_known_addresses_are_reported_and_nothing_is_overwritten():
    again = replace(PLAIN, id=HostId("new"), name="Other")
    twin = replace(TOWER, id=HostId("twin"))
    compared = compare([again, TOWER, twin], [PLAIN])
    assert compared.new == (TOWER,)
    assert compared.present == ((again, PLAIN), (twin, TOWER))


@pytest.mark.parametrize(
    ("text", "problem", "fact"),
    [
        ("", ProfileProblem.NO_JSON, ""),
        ("{", ProfileProblem.NO_JSON, ""),
        ("[" * 100_000, ProfileProblem.NO_JSON, ""),
        (" " * (MAX_SIZE + 1), ProfileProblem.TOO_LARGE, ""),
        ("[]", ProfileProblem.OTHER_FORMAT, ""),
        ("{}", ProfileProblem.OTHER_FORMAT, ""),
        (shared(format="other"), ProfileProblem.OTHER_FORMAT, ""),
        (shared(version="1"), ProfileProblem.OTHER_FORMAT, ""),
        (shared(hosts={}), ProfileProblem.OTHER_FORMAT, ""),
        (shared(version=2), ProfileProblem.NEWER, "2"),
        (shared(*[{}] * (MAX_HOSTS + 1)), ProfileProblem.TOO_MANY, ""),
        (shared(3), ProfileProblem.NO_HOST, "1"),
        (shared({"address": "http://x"}, {}), ProfileProblem.NO_HOST, "2"),
        (shared({"address": "http://me:pw@x"}), ProfileProblem.NO_HOST, "1"),
        (shared({"address": "x", "name": "n" * 201}), ProfileProblem.NO_HOST, "1"),
    ],
)
def test_what_is_no_list_of_hosts_is_refused(text: str, problem: ProfileProblem, fact: str):
    with pytest.raises(BadProfiles) as caught:
        read_profiles(text)
    assert (caught.value.problem, caught.value.fact) == (problem, fact)


@pytest.mark.parametrize(
    "connection",
    [
        {"tunnel": {"destination": "-oProxyCommand=touch"}},
        {"proxy": {"mode": "manual", "scheme": "file", "host": "x", "port": 1, "has_login": True}},
        {"timeouts": {"connect": -1}},
        {"sign_in": {"keeping": "file"}},
        5,
    ],
)
def test_hostile_parts_fall_to_their_defaults(connection: Any):
    (host,) = read_profiles(shared({"address": "http://x", "connection": connection}))
    mode = host.connection.proxy.mode
    expected = Connection(proxy=ProxySetting(mode))
    assert host.connection == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["address", "name", "connection", "proxy", "x"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_is_read_is_refused_or_is_hosts(row: object):
    try:
        hosts = read_profiles(shared(row))
    except BadProfiles:
        return
    assert read_profiles(export_profiles(hosts))
