"""Why a TLS handshake was ended over the peer's certificate."""

import ssl
from dataclasses import dataclass

from desktop.domain.connection import Certificate
from desktop.domain.der import BadDer
from desktop.domain.trust import CertificateProblem
from desktop.domain.x509 import read_certificate

_BY_CODE = {
    # X509_V_ERR_… of OpenSSL (x509_vfy.h)
    9: CertificateProblem.NOT_YET_VALID,
    10: CertificateProblem.EXPIRED,
    18: CertificateProblem.SELF_SIGNED,
    19: CertificateProblem.UNTRUSTED,
    20: CertificateProblem.UNTRUSTED,
    21: CertificateProblem.UNTRUSTED,
    62: CertificateProblem.WRONG_NAME,
    64: CertificateProblem.WRONG_NAME,
    # CERT_E_… of Windows (winerror.h), which truststore asks there
    0x800B0101: CertificateProblem.EXPIRED,
    0x800B0109: CertificateProblem.UNTRUSTED,
    0x800B010A: CertificateProblem.UNTRUSTED,
    0x800B010F: CertificateProblem.WRONG_NAME,
    # errSec… of macOS (SecBase.h)
    -67602: CertificateProblem.WRONG_NAME,
    -67818: CertificateProblem.EXPIRED,
    -67819: CertificateProblem.NOT_YET_VALID,
    -67843: CertificateProblem.UNTRUSTED,
}


@dataclass(frozen=True, slots=True)
class Rejection:
    """The problem, and the certificate where it was handed over: OpenSSL keeps one back that
    it does not believe, and `fetch_certificate` gets it then."""

    problem: CertificateProblem
    certificate: Certificate | None = None


class NotThePinned(ssl.SSLCertVerificationError):
    """The peer showed another certificate than the one that a person confirmed."""

    def __init__(self, der: bytes) -> None:
        super().__init__(1, "the certificate is not the pinned one")
        self.der = der


def rejection_of(error: BaseException | None) -> Rejection | None:
    """Return what is wrong with the certificate, or None if that was not the trouble."""
    match error:
        case NotThePinned():
            return Rejection(CertificateProblem.NOT_THE_PINNED, _shown(error.der))
        case ssl.SSLCertVerificationError():
            code = getattr(error, "verify_code", 0)  # Not every error of its kind has one.
            return Rejection(_BY_CODE.get(code, CertificateProblem.OTHER))
        case _:
            return None


def _shown(der: bytes) -> Certificate | None:
    try:
        return read_certificate(der)
    except BadDer:
        return None
