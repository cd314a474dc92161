"""A file of certificates that a person trusts besides the system's."""

import os
import ssl
import stat

from desktop.domain.trust import CaFileProblem

MAX_BYTES = 4 * 1024 * 1024
"""Of a file; that of every authority the browsers know is a quarter of a megabyte."""
_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BEGIN, _END = b"-----BEGIN CERTIFICATE-----", b"-----END CERTIFICATE-----"


class BadCaFile(OSError):
    """A file that cannot be used as an additional authority, and why."""

    def __init__(self, problem: CaFileProblem, path: str) -> None:
        super().__init__(f"the file of authorities is of no use ({problem.name}): {path}")
        self.problem = problem
        self.path = path


def read_ca_file(path: str) -> bytes:
    """Return the certificates of a file in DER form, one after another.

    The file holds PEM, with any text around, or one certificate in DER form. A
    pipe or device is not opened, for reading it might never end.

    Raises:
        BadCaFile: it is missing, cannot be read or holds no certificate.
    """
    data = _read(path)
    certificates = _from_pem(data) if _BEGIN in data else data
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=certificates)
    except (ssl.SSLError, ValueError) as error:  # An empty file is the ValueError.
        raise BadCaFile(CaFileProblem.NO_CERTIFICATE, path) from error
    return certificates


def _read(path: str) -> bytes:
    try:
        opened = os.open(path, _TO_READ)
    except FileNotFoundError as error:
        raise BadCaFile(CaFileProblem.MISSING, path) from error
    except (OSError, ValueError) as error:  # A zero byte in the path is the ValueError.
        raise BadCaFile(CaFileProblem.UNREADABLE, path) from error
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise BadCaFile(CaFileProblem.UNREADABLE, path)
        with os.fdopen(opened, "rb", closefd=False) as file:
            data = file.read(MAX_BYTES + 1)
    finally:
        os.close(opened)
    if len(data) > MAX_BYTES:
        raise BadCaFile(CaFileProblem.TOO_LARGE, path)
    return data


def _from_pem(data: bytes) -> bytes:
    """Return every certificate of a PEM file; what else it holds, keys among it, is left out."""
    blocks = [part.partition(_END)[0] for part in data.split(_BEGIN)[1:]]
    try:
        texts = [(_BEGIN + block + _END).decode("ascii") for block in blocks]
        return b"".join(ssl.PEM_cert_to_DER_cert(text) for text in texts)
    except ValueError:  # Not base 64, or not ASCII.
        return b""
