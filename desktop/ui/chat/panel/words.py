"""What is said below a parameter: what holds, and what would hold without it."""

from PySide6.QtCore import QCoreApplication

from desktop.chat.defaults import Default, Origin


def default_hint(default: Default, shown: str, *, is_changed: bool) -> str:
    """Say whose default is in force, or what it would be; `shown` is the default's value."""
    if is_changed:
        return _other(default.origin).format(value=shown)
    match default.origin:
        case Origin.MODEL:
            return QCoreApplication.translate("Parameters", "This model's default")
        case Origin.OLLAMA:
            return QCoreApplication.translate("Parameters", "Ollama's default")
        case Origin.HOST:
            return QCoreApplication.translate("Parameters", "Set by the host")
        case Origin.UNKNOWN:
            return QCoreApplication.translate("Parameters", "As the model has it")


def _other(origin: Origin) -> str:
    match origin:
        case Origin.MODEL:
            return QCoreApplication.translate("Parameters", "This model's default is {value}")
        case Origin.OLLAMA:
            return QCoreApplication.translate("Parameters", "Ollama's default is {value}")
        case Origin.HOST:
            return QCoreApplication.translate("Parameters", "Otherwise the host sets it")
        case Origin.UNKNOWN:
            return QCoreApplication.translate("Parameters", "The model's default is not read yet")
