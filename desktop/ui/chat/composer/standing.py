"""Whether who is asked can answer, as far as it is known, and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.conversation import Target
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.chat.picker_choices import find_model, is_down
from desktop.ui.hosts.words import host_reason


class Standing(Enum):
    """How it is with a target."""

    NONE = auto()
    """None was chosen yet."""
    READY = auto()
    CHECKING = auto()
    """Its host was not heard of yet."""
    DOWN = auto()
    MODEL_GONE = auto()
    HOST_GONE = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked: what to call it, how it stands, and why where it cannot answer."""

    standing: Standing = Standing.NONE
    model: str = ""
    host: str = ""
    reason: str = ""


def asked(snapshots: Sequence[HostSnapshot], target: Target) -> Asked:
    """Look a target up among the hosts."""
    if not target.model:
        return Asked()
    host, model = find_model(snapshots, target)
    name = visible(target.model)
    if host is None:
        return Asked(Standing.HOST_GONE, name)
    label = visible(host.host.label)
    if is_down(host):
        return Asked(Standing.DOWN, name, label, host_reason(host))
    if not host.models_known:
        return Asked(Standing.CHECKING, name, label)
    return Asked(Standing.READY if model is not None else Standing.MODEL_GONE, name, label)


def caption(one: Asked) -> str:
    """Return what the button says: who is asked, or what is wrong with that."""
    match one.standing:
        case Standing.NONE:
            return QCoreApplication.translate("Composer", "Choose a model")
        case Standing.HOST_GONE:
            text = QCoreApplication.translate("Composer", "The host of {model} was removed")
        case Standing.MODEL_GONE:
            text = QCoreApplication.translate("Composer", "{model} is not on {host} any more")
        case Standing.DOWN:
            text = QCoreApplication.translate("Composer", "{model} on {host}, down")
        case Standing.READY | Standing.CHECKING:
            text = QCoreApplication.translate("Composer", "{model} on {host}")
    return text.format(model=one.model, host=one.host)


def hint(one: Asked) -> str:
    """Return the button's tooltip: what it does, and why the choice of now may not answer."""
    text = QCoreApplication.translate("Composer", "Choose which model on which host answers")
    return "\n".join(part for part in (one.reason, text) if part)
