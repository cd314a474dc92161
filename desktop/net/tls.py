"""TLS: whose certificates are believed, and a look at one before it is.

There is no switch that believes everybody. What believes nobody's word for a
certificate is here alone, and looks at the certificate itself instead.
"""

import hashlib
import hmac
import ssl
from collections.abc import Callable

import truststore
from typing_extensions import override

from desktop.domain.connection import Trust
from desktop.net.ca_file import read_ca_file
from desktop.net.rejection import NotThePinned


def context_for(trust: Trust) -> ssl.SSLContext:
    """Return the context for connections of asyncio to a host with that trust.

    A pin stands alone: with one, neither the system nor a CA file has a say, nor
    have dates and names. Else the system's authorities hold (on Linux as OpenSSL
    has them, SSL_CERT_FILE and SSL_CERT_DIR included), and those of the CA file.
    """
    if trust.pin:
        return _inspecting(lambda der: _demand(trust.pin, der))
    if trust.ca_file:
        context = _WithCaFile(ssl.PROTOCOL_TLS_CLIENT)
        context.unread = trust.ca_file
        return context
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def showing(show: Callable[[bytes], None]) -> ssl.SSLContext:
    """Return a context that hands the peer's certificate (DER) over and then ends the handshake.

    It verifies nothing, and so it makes no connection either: `Shown` is raised always.
    """

    def end(der: bytes) -> None:
        show(der)
        raise Shown(1, "the certificate was looked at")

    return _inspecting(end)


class Shown(ssl.SSLError):
    """The handshake came as far as the certificate, and was ended there."""


def _demand(pin: str, der: bytes) -> None:
    if not hmac.compare_digest(hashlib.sha256(der).hexdigest().encode(), pin.lower().encode()):
        raise NotThePinned(der)


def _inspecting(inspect: Callable[[bytes], None]) -> ssl.SSLContext:
    """Return a context in which `inspect` alone lets a certificate pass, or raises an SSLError.

    asyncio sends no byte of a request before the handshake is over, and it is not
    over before `inspect` has returned. For asyncio only: a socket that is
    wrapped by hand would not ask it.
    """

    class Inspected(ssl.SSLObject):
        @override
        def do_handshake(self) -> None:
            super().do_handshake()
            inspect(self.getpeercert(binary_form=True) or b"")

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= ssl.OP_NO_RENEGOTIATION  # The certificate stays the one that was seen.
    context.sslobject_class = Inspected
    return context


class _WithCaFile(truststore.SSLContext):
    """The system's authorities and those of a file.

    The file is read with the first connection and not before: one that is
    missing is an error of that connection, and is looked for again by the next.
    """

    unread = ""  # Python makes a context from its protocol alone.

    @override
    def wrap_bio(
        self,
        incoming: ssl.MemoryBIO,
        outgoing: ssl.MemoryBIO,
        server_side: bool = False,
        server_hostname: str | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLObject:
        if self.unread:
            self.load_verify_locations(cadata=read_ca_file(self.unread))
            self.unread = ""
        return super().wrap_bio(incoming, outgoing, server_side, server_hostname, session)
