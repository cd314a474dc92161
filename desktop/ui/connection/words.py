"""What the connection dialog says: problems of what is typed, places, colours, the system."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.connection import Keeping
from desktop.domain.proxy import SystemAnswer
from desktop.domain.routes import BadProxy, ProxyProblem
from desktop.domain.sign_in import SignInProblem
from desktop.domain.text import visible
from desktop.domain.trust import CaFileProblem

_SHOWN = 40
"""Characters of a wrong part that are repeated; it can be a whole page that was pasted."""

_PROBLEMS: dict[SignInProblem, object] = {
    SignInProblem.EMPTY: QT_TRANSLATE_NOOP("Connection", "Type it, or choose another sign-in."),
    SignInProblem.SPACE: QT_TRANSLATE_NOOP(
        "Connection", "There is a space or a line break in it. Copy it again without."
    ),
    SignInProblem.CHARACTER: QT_TRANSLATE_NOOP(
        "Connection", "There is a character in it that cannot be sent. Use plain ASCII."
    ),
    SignInProblem.CONTROL: QT_TRANSLATE_NOOP(
        "Connection", "There is a character in it that cannot be seen. Type it by hand."
    ),
    SignInProblem.COLON: QT_TRANSLATE_NOOP(
        "Connection", "A user's name has no colon. Put what follows it into the password."
    ),
    SignInProblem.HEADER_NAME: QT_TRANSLATE_NOOP(
        "Connection", "A header's name has letters, digits and hyphens only, such as X-API-Key."
    ),
    SignInProblem.HEADER_OURS: QT_TRANSLATE_NOOP(
        "Connection", "This header belongs to the request itself. Use another one."
    ),
    SignInProblem.HEADER_TWICE: QT_TRANSLATE_NOOP(
        "Connection", "This header is there twice. Remove one of them."
    ),
}

_PROXIES: dict[ProxyProblem, object] = {
    ProxyProblem.EMPTY: QT_TRANSLATE_NOOP("Connection", "Type a proxy, such as proxy.corp:3128."),
    ProxyProblem.INVISIBLE: QT_TRANSLATE_NOOP(
        "Connection", "There is a space, or a character that cannot be seen. Type it by hand."
    ),
    ProxyProblem.SCHEME: QT_TRANSLATE_NOOP(
        "Connection", "{part}:// is no proxy. Use http://, https:// or socks5://."
    ),
    ProxyProblem.SOCKS4: QT_TRANSLATE_NOOP(
        "Connection", "SOCKS 4 is not supported. Most such proxies speak socks5:// too."
    ),
    ProxyProblem.SOCKS_VERSION: QT_TRANSLATE_NOOP(
        "Connection", "socks:// does not say which SOCKS it is. Write socks5://."
    ),
    ProxyProblem.HOST: QT_TRANSLATE_NOOP(
        "Connection", "“{part}” is no name or number of a computer. Use one such as proxy.corp."
    ),
    ProxyProblem.PORT: QT_TRANSLATE_NOOP(
        "Connection", "“{part}” is no port. Use a number from 1 to 65535."
    ),
}

_CA_FILES: dict[CaFileProblem, object] = {
    CaFileProblem.MISSING: QT_TRANSLATE_NOOP("Connection", "There is no such file."),
    CaFileProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "Connection", "This cannot be read: it is no file, or you may not read it."
    ),
    CaFileProblem.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Connection", "This file is too large to hold certificates only."
    ),
    CaFileProblem.NO_CERTIFICATE: QT_TRANSLATE_NOOP(
        "Connection",
        "This file holds no certificate, which begins with BEGIN CERTIFICATE or is DER.",
    ),
}

_KEPT: dict[Keeping, object] = {
    Keeping.KEYRING: QT_TRANSLATE_NOOP("Connection", "Kept in the keyring; type to replace it."),
    Keeping.RUN: QT_TRANSLATE_NOOP("Connection", "Kept until Paddock ends; type to replace it."),
    Keeping.FILE: QT_TRANSLATE_NOOP("Connection", "Kept in a file; type to replace it."),
}

_PLACES: dict[Keeping, object] = {
    Keeping.KEYRING: QT_TRANSLATE_NOOP("Connection", "In this computer's keyring"),
    Keeping.RUN: QT_TRANSLATE_NOOP("Connection", "Nowhere: only until Paddock ends"),
    Keeping.FILE: QT_TRANSLATE_NOOP("Connection", "In a file"),
}


def sign_in_problem(problem: SignInProblem) -> str:
    """Return what is wrong with a part of a sign-in, and what to do; never what was typed."""
    return QCoreApplication.translate("Connection", str(_PROBLEMS[problem]))


def proxy_problem(bad: BadProxy) -> str:
    """Return what is wrong with a proxy's address, and what to type instead."""
    text = QCoreApplication.translate("Connection", str(_PROXIES[bad.problem]))
    return text.format(part=visible(bad.part[:_SHOWN]))


def ca_file_problem(problem: CaFileProblem) -> str:
    """Return why a file is of no use as one of authorities."""
    return QCoreApplication.translate("Connection", str(_CA_FILES[problem]))


def kept_words(keeping: Keeping) -> str:
    """Return where a secret is kept, and how to replace it."""
    return QCoreApplication.translate("Connection", str(_KEPT[keeping]))


def place_words(keeping: Keeping) -> str:
    """Return a place to keep a secret in, as a choice."""
    return QCoreApplication.translate("Connection", str(_PLACES[keeping]))


def colour_names() -> tuple[str, ...]:
    """Return what the colours of hosts are called; the first is none."""
    return (
        QCoreApplication.translate("Connection", "No colour"),
        QCoreApplication.translate("Connection", "Blue"),
        QCoreApplication.translate("Connection", "Green"),
        QCoreApplication.translate("Connection", "Purple"),
        QCoreApplication.translate("Connection", "Orange"),
        QCoreApplication.translate("Connection", "Red"),
    )


def system_words(answer: SystemAnswer | None) -> str:
    """Return what the system says of proxies; `None` while it is asked."""
    if answer is None:
        return QCoreApplication.translate("Connection", "Whatever this computer's settings say")
    facts = {"source": visible(answer.source), "written": visible(answer.unusable)}
    if answer.unusable:
        text = QCoreApplication.translate("Connection", "{written} cannot be used here")
    elif answer.proxy is not None and answer.source:
        text = QCoreApplication.translate("Connection", "{source} is set to {proxy}")
    elif answer.proxy is not None:
        text = QCoreApplication.translate("Connection", "The system's settings say {proxy}")
    elif answer.source:
        text = QCoreApplication.translate("Connection", "{source} says to go direct")
    else:
        text = QCoreApplication.translate("Connection", "The system has no proxy for this address")
    proxy = visible(answer.proxy.authority) if answer.proxy else ""
    return text.format(**facts, proxy=proxy)
