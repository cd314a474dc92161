"""A calm word about a connection that others could read or use."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, SignInKind
from desktop.domain.reach import is_public
from desktop.domain.text import visible


def warning_words(address: HostAddress | None, connection: Connection) -> tuple[str, str]:
    """Return a sentence and its facts, both "" where nothing is to be said.

    A tunnel is encrypted, and so is https; on this computer nobody listens in.
    """
    if address is None or address.scheme == "https" or address.is_loopback or connection.tunnel:
        return "", ""
    host = visible(address.host)
    has_sign_in = connection.sign_in.kind is not SignInKind.NONE
    if is_public(address):
        sentence = QCoreApplication.translate(
            "Connection", "{host} is on the public internet, and nothing is encrypted."
        )
        facts = QCoreApplication.translate(
            "Connection",
            "Anyone on the way reads what is asked and answered. Use https:// or a tunnel.",
        )
        return sentence.format(host=host), facts
    if has_sign_in:
        sentence = QCoreApplication.translate(
            "Connection", "The sign-in goes to {host} as plain text."
        )
        facts = QCoreApplication.translate(
            "Connection", "Anyone on your network could read and use it. Use https:// or a tunnel."
        )
        return sentence.format(host=host), facts
    return "", ""
