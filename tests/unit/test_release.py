"""What the file that names the newest release may say, and what is believed of it."""

import json
import string
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.address import HostAddress
from desktop.domain.release import (
    MAX_BYTES,
    NoRelease,
    Release,
    is_due,
    is_page,
    read_release,
    read_source,
)

PAGE = "https://example.org/paddock/releases/1.2.0"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def file(**members: object) -> bytes:
    return json.dumps({"version": "1.2.0", "page": PAGE} | members).encode()


def test_a_release_is_read_with_its_day():
    expected = Release("1.2.0", PAGE, date(2026, 11, 20))
    assert read_release(file(published="2026-11-20")) == expected
    assert read_release(file(published="2026-11-20T10:00:00Z")) == expected


def test_members_that_nobody_knows_are_left_alone():
    assert read_release(file(more=[1])) == Release("1.2.0", PAGE)


@pytest.mark.parametrize("day", ["", "soon", "2026-13-01", "20261120", "2026-11-200", 5, None, []])
def test_a_day_that_is_none_is_no_reason_to_refuse_the_release(day: object):
    assert read_release(file(published=day)).published is None


@pytest.mark.parametrize(
    "version",
    [
        "",
        "1",
        "v1.2.0",
        "1.2.0-rc1",
        "1.2.0\n",
        "1.2.0.4",
        "１.２.０",
        "<b>1.2</b>",
        "999999.1",
        1.2,
    ],
)
def test_a_version_is_digits_and_dots(version: object):
    with pytest.raises(NoRelease):
        read_release(file(version=version))


@pytest.mark.parametrize(
    "page",
    [
        "",
        "http://example.org/",
        "HTTPS://example.org/",
        "https://",
        "https:///x",
        "https://me@example.org/",
        "https://me:secret@example.org/",
        "https://example.org@evil.test/",
        "https://example.org\\@evil.test/",
        "https://example.org/\u202egpj",
        "https://ex\u0430mple.org/",
        "https://example.org/a b",
        "https://example.org/\n",
        'https://example.org/">',
        "https://0.0.0.0/",
        "https://8080/",
        "https://example.org:99999/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://example.org/" + "x" * 300,
        None,
    ],
)
def test_a_page_is_a_plain_https_link(page: object):
    with pytest.raises(NoRelease):
        read_release(file(page=page))


@pytest.mark.parametrize(
    "page",
    [PAGE, "https://example.org", "https://Example.org:8443/a?b=c#d", "https://10.0.0.7/%E4%BD%A0"],
)
def test_a_page_may_have_a_port_a_question_and_a_part(page: str):
    assert is_page(page)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"null", b"[]", b'"1.2.0"', b"<html>", b"[" * 4000, file(x="y" * MAX_BYTES)],
)
def test_what_is_no_such_file_is_refused(content: bytes):
    with pytest.raises(NoRelease):
        read_release(content)


@given(st.binary(max_size=200) | st.text(string.printable).map(str.encode))
def test_whatever_is_read_is_a_release_or_refused(content: bytes):
    try:
        release = read_release(content)
    except NoRelease:
        return
    assert is_page(release.page)


@pytest.mark.parametrize(
    ("here", "is_newer"),
    [
        ("1.1.9", True),
        ("0.1.0", True),
        ("1.2.0-rc1", True),
        ("1.2.0", False),
        ("1.2", False),
        ("1.10.0", False),
        ("2.0.0", False),
        ("0.0.0", False),
        ("of my own", False),
    ],
)
def test_only_a_later_version_is_newer(here: str, is_newer: bool):
    assert Release("1.2.0", PAGE).is_newer_than(here) is is_newer


def test_a_build_says_where_it_looks():
    found = read_source(b'{"newest": "https://example.org/paddock/newest.json"}')
    assert found == HostAddress("https", "example.org", 443, "/paddock/newest.json")


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b'{"newest": null}',
        b'{"newest": "http://example.org/newest.json"}',
        b'{"newest": "https://example.org/newest.json?who=me"}',
        b'{"newest": "https://example.org/../newest.json"}',
    ],
)
def test_a_build_that_names_no_https_address_looks_nowhere(content: bytes):
    with pytest.raises(NoRelease):
        read_source(content)


def test_a_look_is_due_once_a_day():
    assert is_due(None, NOON)
    assert not is_due(NOON - timedelta(hours=23), NOON)
    assert is_due(NOON - timedelta(days=1), NOON)
    assert is_due(NOON + timedelta(minutes=1), NOON), "the clock was set back"
