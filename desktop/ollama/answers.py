"""Small answers that say something of a server itself."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from desktop.ollama.decoding import Text, decoded, not_ollama


@dataclass(frozen=True, slots=True)
class Version:
    """A server's version, such as 0.33.0-rc2, and what its clock said; to the second."""

    version: str
    server_time: datetime | None = None
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Whether models of the cloud are switched off, and by what (fact 77)."""

    is_cloud_disabled: bool
    source: str = ""
    raw: bytes = b""


class _Version(msgspec.Struct, gc=False):
    version: Text = None


class _Cloud(msgspec.Struct, gc=False):
    disabled: bool | None = None
    source: Text = None


class _Status(msgspec.Struct, gc=False):
    cloud: _Cloud | None = None


_versions = msgspec.json.Decoder(_Version)
_statuses = msgspec.json.Decoder(_Status)


def version_of(body: bytes, server_time: datetime | None) -> Version:
    """Read the answer of /api/version.

    Raises:
        NotOllama: it names no version; many a server answers every path with some JSON.
    """
    text = decoded(_versions, body).version
    if not text:
        raise not_ollama("an answer without a version", body)
    return Version(text, server_time, body)


def status_of(body: bytes) -> ServerStatus:
    """Read the answer of /api/status."""
    cloud = decoded(_statuses, body).cloud or _Cloud()
    return ServerStatus(bool(cloud.disabled), cloud.source or "", body)
