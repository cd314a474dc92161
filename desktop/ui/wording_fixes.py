"""What is said of a fix for a server: what the lines to copy do, where, and what they risk."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.diagnostics.fixes import Fix, System, is_risky

_TITLES: dict[Fix, object] = {
    Fix.LISTEN_ON_NETWORK: QT_TRANSLATE_NOOP("Fixes", "Let Ollama listen to the network"),
    Fix.ALLOW_ORIGINS: QT_TRANSLATE_NOOP("Fixes", "Let Ollama answer to a web address"),
    Fix.PROXY_FOR_DOWNLOADS: QT_TRANSLATE_NOOP("Fixes", "Let Ollama download through a proxy"),
    Fix.OPEN_FIREWALL: QT_TRANSLATE_NOOP("Fixes", "Let the firewall through to Ollama"),
    Fix.SEND_OWN_HOST: QT_TRANSLATE_NOOP("Fixes", "Let nginx call Ollama by its own name"),
    Fix.LOAD_TIMEOUT: QT_TRANSLATE_NOOP("Fixes", "Give loading more time"),
    Fix.OWN_MODELS: QT_TRANSLATE_NOOP("Fixes", "Let Ollama write its models"),
    Fix.ALLOW_REMOTES: QT_TRANSLATE_NOOP("Fixes", "Allow servers that run remote models"),
}
_SYSTEMS: dict[System, object] = {
    System.LINUX: QT_TRANSLATE_NOOP("Fixes", "In a terminal of the server, on Linux."),
    System.MACOS: QT_TRANSLATE_NOOP("Fixes", "In Terminal on the server, a Mac."),
    System.WINDOWS: QT_TRANSLATE_NOOP("Fixes", "In PowerShell on the server, on Windows."),
}
_NGINX: object = QT_TRANSLATE_NOOP(
    "Fixes", "In the location of nginx that leads to Ollama, whatever the system."
)
_RISK: object = QT_TRANSLATE_NOOP(
    "Fixes",
    "Ollama asks nobody who they are: whoever reaches that computer can then use, change and "
    "delete its models. Do this only on a network that you trust, and never on the internet.",
)


def fix_title(fix: Fix) -> str:
    """Return what a fix does, in a few words."""
    return QCoreApplication.translate("Fixes", str(_TITLES[fix]))


def fix_place(fix: Fix, system: System) -> str:
    """Return where its lines are to be put."""
    text = _NGINX if fix is Fix.SEND_OWN_HOST else _SYSTEMS[system]
    return QCoreApplication.translate("Fixes", str(text))


def fix_warning(fix: Fix) -> str:
    """Return what it risks, or "" for what risks nothing; it is shown before the lines."""
    return QCoreApplication.translate("Fixes", str(_RISK)) if is_risky(fix) else ""
