"""Certificates read from DER, whole ones, odd ones and damaged ones."""

import contextlib
import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.der import BadDer, moment, oid, read_der, text
from desktop.domain.x509 import MAX_BYTES, read_certificate

FILE = Path(__file__).parents[1] / "integration" / "tls" / "certificate.pem"
DER = ssl.PEM_cert_to_DER_cert(FILE.read_text("ascii"))


def value(tag: int, *contents: bytes) -> bytes:
    """An element in DER."""
    content = b"".join(contents)
    size = len(content)
    length = bytes([size]) if size < 0x80 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def name(*pairs: tuple[bytes, int, bytes]) -> bytes:
    return value(0x30, *(value(0x31, value(0x30, value(6, o), value(t, v))) for o, t, v in pairs))


CN, ORGANIZATION = b"\x55\x04\x03", b"\x55\x04\x0a"
DATES = value(0x30, value(0x17, b"200102030405Z"), value(0x18, b"20510102030405Z"))
SUBJECT = name((ORGANIZATION, 0x0C, "Größe, Inc".encode()), (CN, 0x1E, "tower".encode("utf-16-be")))
ISSUER = name((b"\x2a\x03", 0x13, b"odd"))


def certificate(*, dates: bytes = DATES, subject: bytes = SUBJECT, more: bytes = b"") -> bytes:
    head = value(0xA0, value(2, b"\x02")) + value(2, b"\x01") + value(0x30)
    return value(0x30, value(0x30, head, ISSUER, dates, subject, value(0x30), more))


def extension(*values: bytes) -> bytes:
    return value(0xA3, value(0x30, value(0x30, value(6, b"\x55\x1d\x11"), *values)))


def test_a_certificate_says_who_it_is_for_and_until_when():
    shown = read_certificate(DER)
    context = ssl.create_default_context(cafile=FILE)
    (theirs,) = context.get_ca_certs()
    assert shown.subject.startswith("CN=")
    assert shown.is_self_signed
    assert shown.not_after
    assert shown.not_after.timestamp() == ssl.cert_time_to_seconds(str(theirs["notAfter"]))
    assert shown.names == tuple(held for _, held in theirs["subjectAltName"])
    assert len(shown.fingerprint) == 64


def test_a_name_is_written_as_in_rfc_4514():
    shown = read_certificate(certificate())
    assert shown.subject == "CN=tower,O=Größe\\, Inc"
    assert shown.issuer == "1.2.3=odd"
    assert not shown.is_self_signed
    assert shown.names == ()


def test_both_ways_of_writing_a_time_are_read():
    shown = read_certificate(certificate())
    assert shown.not_before == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert shown.not_after == datetime(2051, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_time_that_no_calendar_has_is_none():
    dates = value(0x30, value(0x17, b"991332000000Z"), value(0x17, b"nonsense"))
    shown = read_certificate(certificate(dates=dates))
    assert (shown.not_before, shown.not_after) == (None, None)


def test_hosts_and_addresses_are_its_names():
    names = value(
        0x30,
        value(0x82, b"tower.lan"),
        value(0x87, b"\x7f\x00\x00\x01"),
        value(0x87, bytes(15) + b"\x01"),
        value(0x87, b"\x01"),
        value(0x81, b"me@tower.lan"),
    )
    shown = read_certificate(certificate(more=extension(value(1, b"\xff"), value(4, names))))
    assert shown.names == ("tower.lan", "127.0.0.1", "::1")


def test_other_extensions_are_passed_over():
    other = value(0xA3, value(0x30, value(0x30, value(6, b"\x55\x1d\x0f"), value(4, b"x"))))
    assert read_certificate(certificate(more=other)).names == ()


@pytest.mark.parametrize(
    "der",
    [
        b"",
        b"\x30",
        b"\x30\x05",
        b"\x30\x80",
        b"\x30\x85\x01\x01\x01\x01\x01",
        b"\x3f\x01\x00",
        value(0x30),
        value(0x31, value(0x30)),
        value(0x30, value(0x30)),
        DER + DER,
        certificate(dates=value(0x30)),
        certificate(dates=value(0x30, value(4), value(4))),
        certificate(subject=name((CN, 0x04, b"x"))),
        certificate(subject=name((b"", 0x0C, b"x"))),
        certificate(subject=name((b"\x81", 0x0C, b"x"))),
        certificate(subject=name((b"\x81" * 70 + b"\x01", 0x0C, b"x"))),
        certificate(subject=value(0x30, value(0x31, value(0x30, value(6, CN))))),
        bytes(MAX_BYTES + 1),
    ],
)
def test_what_is_no_certificate_is_said_to_be_none(der: bytes):
    with pytest.raises(BadDer):
        read_certificate(der)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(DER) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_certificate_is_read_or_refused_and_nothing_else(
    start: int, put: bytes, cut: int
):
    damaged = DER[:start] + put + DER[start + cut :]
    with contextlib.suppress(BadDer):
        assert read_certificate(damaged).fingerprint


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes):
    for read in (read_certificate, lambda data: [f(read_der(data)) for f in (oid, text, moment)]):
        with contextlib.suppress(BadDer):
            read(data)
