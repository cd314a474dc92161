"""Why a certificate is not believed, and why a file of certificates is of no use."""

from enum import Enum, auto


class CertificateProblem(Enum):
    """Why a certificate is not believed."""

    UNTRUSTED = auto()
    """Nobody who is trusted has signed it."""
    SELF_SIGNED = auto()
    EXPIRED = auto()
    NOT_YET_VALID = auto()
    WRONG_NAME = auto()
    NOT_THE_PINNED = auto()
    OTHER = auto()


class CaFileProblem(Enum):
    """Why a file cannot be used as an additional authority."""

    MISSING = auto()
    UNREADABLE = auto()
    """No permission, or not a file at all: a folder, a pipe, a device."""
    TOO_LARGE = auto()
    NO_CERTIFICATE = auto()
    """It holds no certificate in PEM or DER form."""
