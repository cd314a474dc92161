"""The keyring of the operating system, taken only where it really keeps secrets."""

import secrets
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

KNOWN = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    }
)
"""Modules of `keyring` that hand secrets to the system. Others keep them in a plain file
(keyrings.alt), keep nothing (null), or say that they did (chainer over neither)."""
_SERVICE = "paddock"


T = TypeVar("T")


class KeyringFailed(Exception):
    """The keyring did not do what it was asked; only the kind of error is told, never its text."""


class Vault(Protocol):
    """A backend of `keyring`; it blocks, may ask the person for a password, and raises anything."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class OsKeyring:
    """What is kept under this program's name in the system's keyring. Every call blocks."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def read(self, name: str) -> str | None:
        """Return what is kept under a name. Raises KeyringFailed."""
        return _guarded(lambda: self._vault.get_password(_SERVICE, name))

    def write(self, name: str, text: str) -> None:
        """Keep a text under a name. Raises KeyringFailed, also where it is not there afterwards."""
        _guarded(lambda: self._vault.set_password(_SERVICE, name, text))
        if self.read(name) != text:
            raise KeyringFailed("it was not kept")

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more. Raises KeyringFailed."""
        if self.read(name) is not None:
            _guarded(lambda: self._vault.delete_password(_SERVICE, name))


def open_keyring() -> OsKeyring:
    """Return the system's keyring, once a text was written to it, read back and deleted.

    It blocks: a locked keyring asks the person for its password.

    Raises:
        KeyringFailed: there is none, or it does not keep what it is given.
    """
    ring = OsKeyring(_find_vault())
    probe = f"probe-{secrets.token_hex(8)}"
    ring.write(probe, probe)
    ring.forget(probe)
    if ring.read(probe) is not None:
        raise KeyringFailed("it does not delete")
    return ring


def _find_vault() -> Vault:
    """Ask `keyring` which backend this computer has, so that what a person configured counts."""
    chosen = _guarded(_choose)
    backends: tuple[Any, ...] = tuple(getattr(chosen, "backends", ())) or (chosen,)
    for backend in backends:
        if type(backend).__module__ in KNOWN:
            return backend
    raise KeyringFailed(f"no keyring but {type(chosen).__module__}")


def _choose() -> object:
    import keyring  # It costs 50 ms and loads plug-ins: only where there is a secret.

    return keyring.get_keyring()


def _guarded(call: Callable[[], T]) -> T:
    """Let nothing out of a backend but its answer: the text of its errors may hold the secret."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001  backends raise what D-Bus, Windows and macOS do
        raise KeyringFailed(type(error).__name__) from None
