"""What a person needs to see of a certificate, read from its DER form (RFC 5280).

Nothing is verified here: that is the TLS library's part. This only shows.
"""

import hashlib
import ipaddress

from desktop.domain.connection import Certificate
from desktop.domain.der import OCTETS, SEQUENCE, SET, BadDer, Element, oid, read_der, text
from desktop.domain.der import moment as time_of

MAX_BYTES = 256 * 1024
"""Of one certificate; OpenSSL takes chains of 100 kB."""
_MAX_NAMES = 100
_VERSION, _EXTENSIONS = 0xA0, 0xA3
_DNS_NAME, _IP_ADDRESS = 0x82, 0x87
_ALTERNATIVE_NAMES = "2.5.29.17"
_SHORT = {
    "2.5.4.3": "CN",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "E",
}


def read_certificate(der: bytes) -> Certificate:
    """Return what a certificate says of itself.

    Raises:
        BadDer: the bytes are no certificate.
    """
    if len(der) > MAX_BYTES:
        raise BadDer("too large for a certificate")
    body = list(_first(read_der(der).expect(SEQUENCE)).expect(SEQUENCE).parts())
    if body and body[0].tag == _VERSION:
        del body[0]
    if len(body) < 6:
        raise BadDer("too short for a certificate")
    _, _, issuer, validity, subject, _, *rest = body
    dates = validity.expect(SEQUENCE).parts()
    if len(dates) != 2:
        raise BadDer("not two dates")
    return Certificate(
        subject=_name(subject),
        issuer=_name(issuer),
        not_before=time_of(dates[0]),
        not_after=time_of(dates[1]),
        fingerprint=hashlib.sha256(der).hexdigest(),
        names=_names(rest),
        is_self_signed=subject.raw == issuer.raw,
    )


def _first(element: Element) -> Element:
    parts = element.parts()
    if not parts:
        raise BadDer("empty")
    return parts[0]


def _name(element: Element) -> str:
    """A name as RFC 4514 writes it, its most special part first: `CN=tower,O=Home`."""
    sets = [part.expect(SET).parts() for part in element.expect(SEQUENCE).parts()]
    return ",".join("+".join(map(_attribute, parts)) for parts in reversed(sets))


def _attribute(element: Element) -> str:
    kind, *_, value = _pair(element)
    shown = "".join(f"\\{c}" if c in ',+"\\<>;' else c for c in text(value))
    return f"{_SHORT.get(oid(kind), oid(kind))}={shown}"


def _pair(element: Element) -> tuple[Element, ...]:
    """A kind and its value; an extension may say between them that it is critical."""
    parts = element.expect(SEQUENCE).parts()
    if not 2 <= len(parts) <= 3:
        raise BadDer("not a kind and a value")
    return parts


def _names(rest: list[Element]) -> tuple[str, ...]:
    """The hosts and addresses that the certificate is for."""
    found: list[str] = []
    for extension in _extensions(rest):
        kind, *_, value = _pair(extension)
        if oid(kind) == _ALTERNATIVE_NAMES:
            names = read_der(value.expect(OCTETS).content).expect(SEQUENCE).parts()
            found += [shown for name in names[:_MAX_NAMES] if (shown := _host(name))]
    return tuple(found)


def _extensions(rest: list[Element]) -> tuple[Element, ...]:
    held = [element for element in rest if element.tag == _EXTENSIONS]
    return _first(held[0]).expect(SEQUENCE).parts() if held else ()


def _host(name: Element) -> str:
    if name.tag == _DNS_NAME:
        return name.content.decode("ascii", errors="replace")
    if name.tag == _IP_ADDRESS and len(name.content) in (4, 16):
        return str(ipaddress.ip_address(name.content))
    return ""
