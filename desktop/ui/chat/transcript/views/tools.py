"""What every row's widget is made with."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.conversation import AttachmentId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.surface import Surface
from desktop.ui.chat.transcript.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Tools:
    """The theme, where wishes go, how attachments are read, the clock, and what was drawn."""

    theme: Theme
    wishes: Wishes
    read_content: Callable[[AttachmentId], Coroutine[Any, Any, bytes]]
    now: Callable[[], float]
    kept: Kept


def text_of(view: QWidget | None) -> Surface | None:
    """Return what can be selected in a row's widget, if anything can."""
    found: Surface | None = getattr(view, "text", None)
    return found
