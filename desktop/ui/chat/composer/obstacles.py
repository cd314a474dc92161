"""Why nothing can be sent at this moment, in words for the button's tooltip."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.chat.snapshot import TalkSnapshot
from desktop.domain.model import Capability
from desktop.domain.text import visible


@dataclass(frozen=True, slots=True)
class Written:
    """What there is to send. `is_sending` says that the last message is not kept yet."""

    text: str
    has_files: bool
    has_images: bool
    is_reading: bool
    is_edit: bool
    is_sending: bool


def obstacle(
    snapshot: TalkSnapshot | None, written: Written, capabilities: frozenset[Capability]
) -> str:
    """Return the first thing that keeps a message from being sent; "" if it can be."""
    if snapshot is None or not snapshot.conversation.target.model:
        return QCoreApplication.translate("Composer", "Choose a model first")
    if written.is_reading:
        return QCoreApplication.translate("Composer", "A file is still being read")
    if not written.text.strip() and (written.is_edit or not written.has_files):
        return QCoreApplication.translate("Composer", "Type something first")
    if snapshot.overfull is not None:
        return QCoreApplication.translate(
            "Composer", "Decide first what is done with the message that waits"
        )
    if written.is_sending:
        return QCoreApplication.translate("Composer", "The message is being kept")
    return unseen(snapshot, written, capabilities)


def unseen(
    snapshot: TalkSnapshot | None, written: Written, capabilities: frozenset[Capability]
) -> str:
    """Return that there are images which the model cannot see; "" where it may."""
    sees = not capabilities or Capability.VISION in capabilities
    if snapshot is None or sees or not written.has_images:
        return ""
    model = visible(snapshot.conversation.target.model)
    text = QCoreApplication.translate("Composer", "{model} does not see images.")
    return text.format(model=model)
