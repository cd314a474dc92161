"""What the picker's rows say, and what stands in their place where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.host import HostState
from desktop.domain.model import Capability
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.chat.picker_choices import Choice, Group, is_down
from desktop.ui.hosts.words import host_reason

_LONGEST = 60
"""Characters of what was typed that are said again."""

_ABILITIES: dict[Capability, object] = {
    Capability.VISION: QT_TRANSLATE_NOOP("Picker", "vision"),
    Capability.TOOLS: QT_TRANSLATE_NOOP("Picker", "tools"),
    Capability.THINKING: QT_TRANSLATE_NOOP("Picker", "thinking"),
}


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why the list is empty: an icon, a heading, and what can be done."""

    icon: str
    heading: str
    line: str = ""


def heading(group: Group) -> str:
    """Return what stands above a group."""
    if group.host is None:
        return QCoreApplication.translate("Picker", "Last used")
    return visible(group.host.host.label)


def note(group: Group) -> str:
    """Return what is said beside a host's name: why nothing can be chosen there."""
    snapshot = group.host
    if snapshot is None:
        return ""
    if snapshot.state is HostState.DOWN:
        return host_reason(snapshot) or QCoreApplication.translate("Picker", "Down")
    if not snapshot.models_known:
        return _asked(snapshot)
    return "" if group.choices else QCoreApplication.translate("Picker", "No model that can chat")


def heading_line(group: Group) -> str:
    """Return a heading as it is read out."""
    return joining.phrases((heading(group), note(group)))


def spoken(choice: Choice) -> str:
    """Return a row as it is read out: qwen2.5:14b on tower, 14.8B, Q4_K_M, vision, loaded."""
    text = QCoreApplication.translate("Picker", "{model} on {host}")
    details = choice.model.details
    parts = [
        text.format(model=visible(choice.model.name), host=choice.host),
        visible(details.parameter_size),
        choice.weight,
        *(ability(one) for one in choice.abilities),
    ]
    if choice.is_loaded:
        parts.append(QCoreApplication.translate("Picker", "loaded"))
    if not choice.is_open:
        parts.append(QCoreApplication.translate("Picker", "its host is down"))
    return joining.phrases(parts)


def ability(one: Capability) -> str:
    """Return the word for one thing that a model can do."""
    return QCoreApplication.translate("Picker", str(_ABILITIES[one]))


def _asked(snapshot: HostSnapshot) -> str:
    if snapshot.error is not None:
        return host_reason(snapshot)
    return QCoreApplication.translate("Picker", "Being asked")


def nothing(snapshots: Sequence[HostSnapshot], text: str, *, is_narrowed: bool) -> Nothing:
    """Return why nothing is offered; `is_narrowed` says that only some abilities are wanted."""
    if text:
        return _no_match(text)
    if is_narrowed:
        heading = QCoreApplication.translate("Picker", "No model here has vision")
        return Nothing("eye-off", heading)
    if not snapshots:
        return Nothing(
            "server",
            QCoreApplication.translate("Picker", "No host yet"),
            QCoreApplication.translate("Picker", "Add one on the Hosts page."),
        )
    if all(is_down(snapshot) for snapshot in snapshots):
        return Nothing(
            "unplug",
            QCoreApplication.translate("Picker", "No host answers"),
            QCoreApplication.translate("Picker", "The Hosts page says why, and what to do."),
        )
    if not any(snapshot.models_known for snapshot in snapshots):
        return Nothing("server", QCoreApplication.translate("Picker", "The hosts are being asked"))
    return Nothing(
        "box",
        QCoreApplication.translate("Picker", "No model yet"),
        QCoreApplication.translate("Picker", "None of the hosts has a model that can chat."),
    )


def _no_match(text: str) -> Nothing:
    heading = QCoreApplication.translate("Picker", "No model matches “{words}”")
    line = QCoreApplication.translate(
        "Picker", "Names, hosts, families and abilities are searched."
    )
    return Nothing("search-x", heading.format(words=visible(text[:_LONGEST])), line)
