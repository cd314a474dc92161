"""A file of secrets, for who agreed to it: not encrypted, and its owner's alone."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from desktop.domain.connection import Secret
from desktop.domain.host import HostId
from desktop.domain.model import JsonValue
from desktop.storage.atomic import sweep, write_atomic
from desktop.storage.secret_text import read_secret, write_secret

VERSION = 1
MAX_SIZE = 1024 * 1024
"""Bytes; a secret has a few hundred."""


class SecretFile:
    """One JSON file, 0600 in a folder that is 0700, which is there only while it holds something.

    It blocks, and is used by one thread. A damaged file counts as empty: unlike
    settings it is not set aside, because nobody would ever delete that copy.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, host_id: HostId) -> Secret:
        """Return what is kept of a host, or nothing."""
        return read_secret(self._hosts().get(host_id))

    def write(self, host_id: HostId, secret: Secret) -> None:
        """Keep a host's secret.

        Raises:
            OSError: the file cannot be written.
        """
        hosts = self._hosts() | {host_id: write_secret(secret)}
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path.parent.chmod(0o700)
        self._put(hosts)

    def forget(self, host_id: HostId) -> None:
        """Keep nothing of a host any more.

        Raises:
            OSError: the file cannot be written.
        """
        sweep(self._path)
        hosts = self._hosts()
        if hosts.pop(host_id, None) is None:
            return
        if hosts:
            self._put(hosts)
        else:
            self._path.unlink()

    def _put(self, hosts: Mapping[str, JsonValue]) -> None:
        content = {"version": VERSION, "hosts": hosts}
        write_atomic(self._path, json.dumps(content, indent=2).encode())

    def _hosts(self) -> dict[str, JsonValue]:
        with contextlib.suppress(OSError, ValueError, RecursionError):
            with self._path.open("rb") as file:
                content: object = json.loads(file.read(MAX_SIZE))
            if isinstance(content, dict):
                hosts = cast("dict[str, object]", content).get("hosts")
                return cast("dict[str, JsonValue]", hosts) if isinstance(hosts, dict) else {}
        return {}
